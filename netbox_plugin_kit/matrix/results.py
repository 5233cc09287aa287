"""What came out: findings, checks, cells. Facts only; how they look is for `reports/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = [
    "CellResult",
    "CheckResult",
    "Expect",
    "Finding",
    "Outcome",
    "PluginSummary",
    "Report",
    "Role",
    "Severity",
    "Verdict",
]

Severity = Literal["error", "warning", "info"]
Outcome = Literal["pass", "fail", "skip", "error"]
Verdict = Literal["pass", "fail", "error"]
Expect = Literal["accept", "refuse"]
Role = Literal["declared", "refusal", "probe", "lane"]
"""What a cell is there for: a release that the plugin supports; one beside its range that must refuse it; the same
with the range not enforced, to see whether it would work; a development branch or pre-release. The last two may fail.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem.

    Attributes:
        message: What is wrong; in NetBox's words where NetBox said it.
        code: Rule code, or None for what a check saw that no rule stands for.
        severity: Only errors fail a check.
        path: File, relative to the project, or None.
        line: Line in it, from 1.
        column: Column in it, from 1.
        fix: What to do about it.
        evidence: Read in the source, or seen at run time.
    """

    message: str
    code: str | None = None
    severity: Severity = "error"
    path: str | None = None
    line: int | None = None
    column: int | None = None
    fix: str | None = None
    evidence: Literal["static", "runtime"] = "runtime"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer to one question.

    Attributes:
        name: The check.
        outcome: pass, fail, skip (with the reason in `detail`) or error (the kit's own trouble).
        seconds: How long it took.
        detail: The answer in a line.
        findings: What is wrong.
        log: Where its output is kept, or None when there was none.
    """

    name: str
    outcome: Outcome
    seconds: float = 0.0
    detail: str = ""
    findings: tuple[Finding, ...] = ()
    log: Path | None = None


@dataclass(frozen=True, slots=True)
class CellResult:
    """What came of one plugin on one release.

    Attributes:
        netbox: The release.
        python: E.g. `3.12`.
        backend: Where it ran.
        seconds: From start to end, everything included.
        checks: The answers, in the order they were asked.
        expect: Whether NetBox was expected to accept the plugin or to refuse it.
        forced: The declared version range was not enforced.
        name: What the plan calls the cell, such as `4.7.3` or `4.2.9-refusal`; the release if nothing was planned.
        role: What the cell is there for.
        postgresql: Major version of the PostgreSQL it ran on; None when it did not get so far.
    """

    netbox: str
    python: str
    backend: str
    seconds: float
    checks: tuple[CheckResult, ...]
    expect: Expect = "accept"
    forced: bool = False
    name: str = ""
    role: Role = "declared"
    postgresql: int | None = None

    @property
    def may_fail(self) -> bool:
        """Is it nobody's promise that this works?"""
        return self.role in {"probe", "lane"}

    @property
    def verdict(self) -> Verdict:
        """Error when the kit failed, fail when the plugin did."""
        outcomes = {check.outcome for check in self.checks}
        return "error" if "error" in outcomes else "fail" if "fail" in outcomes else "pass"


@dataclass(frozen=True, slots=True)
class PluginSummary:
    """Who was tested; None stands for what is not declared or cannot be known."""

    name: str
    package: str | None = None
    version: str | None = None
    min_version: str | None = None
    max_version: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one command found out about one plugin.

    Attributes:
        plugin: Which one.
        cells: Every cell, oldest release first.
        conclusions: What follows from all cells together, such as a range that differs from the declared one.
    """

    plugin: PluginSummary
    cells: tuple[CellResult, ...]
    conclusions: tuple[Finding, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 all good, 1 findings or failed cells, 3 the kit's own trouble."""
        verdicts = {cell.verdict for cell in self.cells if not cell.may_fail}
        return 3 if "error" in verdicts else 1 if "fail" in verdicts else 0

    def findings(self) -> Iterable[tuple[Finding, list[str]]]:
        """Every finding once, with the releases it was seen on; none for what follows from all cells together."""
        seen: dict[Finding, list[str]] = {finding: [] for finding in self.conclusions}
        for cell in self.cells:
            for check in cell.checks:
                for finding in check.findings:
                    releases = seen.setdefault(finding, [])
                    if cell.netbox not in releases:
                        releases.append(cell.netbox)
        return seen.items()
