"""What went wrong in a report, each thing once, with all the cells it was seen in: what every form of it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.matrix.cells import CHECKS
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, Report

__all__ = ["Problem", "checks_of", "problems", "release_words", "title"]

_ORDER = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        check: The check that saw it.
        finding: What it is; a check that fails or errs without a finding is made one of.
        cells: Names of the cells it was seen in.
        releases: Their releases.
        counts: It makes the run fail: not one of a cell that may.
        log: Where the output of the check is kept, of the first cell that has any.
    """

    check: str
    finding: Finding
    cells: tuple[str, ...]
    releases: tuple[str, ...]
    counts: bool
    log: Path | None


def title(cell: CellResult) -> str:
    """What a cell is called."""
    return cell.name or cell.netbox


def checks_of(reports: Sequence[Report]) -> list[str]:
    """The checks that any cell has an answer to, in their order."""
    asked = {check.name for report in reports for cell in report.cells for check in cell.checks}
    return [check for check in CHECKS if check in asked]


def problems(report: Report) -> list[Problem]:
    """Everything that is wrong, the worst first: what counts, then by severity, then by how many cells have it."""
    seen: dict[tuple[str, Finding], list[tuple[CellResult, CheckResult]]] = {}
    for cell in report.cells:
        for check in cell.checks:
            for finding in _findings(check):
                seen.setdefault((check.name, finding), []).append((cell, check))
    found = [_problem(check, finding, places) for (check, finding), places in seen.items()]
    return sorted(found, key=lambda one: (not one.counts, _ORDER[one.finding.severity], -len(one.cells)))


def _findings(check: CheckResult) -> Iterator[Finding]:
    """What a check found; one that fails without saying what stands for itself."""
    yield from check.findings
    if check.outcome in {"fail", "error"} and not any(one.severity == "error" for one in check.findings):
        yield Finding(check.detail or f"the check {check.name} did not pass")


def _problem(check: str, finding: Finding, places: list[tuple[CellResult, CheckResult]]) -> Problem:
    log = next((one.log for _, one in places if one.log is not None and one.outcome in {"fail", "error"}), None)
    return Problem(
        check=check,
        finding=finding,
        cells=tuple(title(cell) for cell, _ in places),
        releases=tuple(dict.fromkeys(cell.netbox for cell, _ in places)),
        counts=finding.severity == "error" and any(not cell.may_fail for cell, _ in places),
        log=log,
    )


def release_words(releases: Sequence[str], tested: Sequence[str]) -> str:
    """Releases as people write them: `4.6.0-4.7.3` where all that were tested in between are among them.

    Args:
        releases: Some of the tested ones.
        tested: Everything that was tested.
    """
    try:
        order = sorted(set(tested), key=Version)
    except InvalidVersion:
        return ", ".join(releases)
    runs: list[list[str]] = []
    last = -2
    for number, release in enumerate(order):
        if release in releases:
            if number == last + 1:
                runs[-1].append(release)
            else:
                runs.append([release])
            last = number
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else run[0] for run in runs)
