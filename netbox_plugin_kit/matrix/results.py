"""What came out: findings, checks, cells. Facts only; how they look is for `reports/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["CellResult", "CheckResult", "Finding", "Outcome", "PluginSummary", "Report", "Severity", "Verdict"]

Severity = Literal["error", "warning", "info"]
Outcome = Literal["pass", "fail", "skip", "error"]
Verdict = Literal["pass", "fail", "error"]


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
    """

    netbox: str
    python: str
    backend: str
    seconds: float
    checks: tuple[CheckResult, ...]
    expect: Literal["accept", "refuse"] = "accept"
    forced: bool = False

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
    """Everything one command found out about one plugin."""

    plugin: PluginSummary
    cells: tuple[CellResult, ...]

    @property
    def exit_code(self) -> int:
        """0 all good, 1 findings or failed cells, 3 the kit's own trouble."""
        verdicts = {cell.verdict for cell in self.cells}
        return 3 if "error" in verdicts else 1 if "fail" in verdicts else 0

    def findings(self) -> Iterable[tuple[Finding, list[str]]]:
        """Every finding once, with the releases it was seen on."""
        seen: dict[Finding, list[str]] = {}
        for cell in self.cells:
            for check in cell.checks:
                for finding in check.findings:
                    releases = seen.setdefault(finding, [])
                    if cell.netbox not in releases:
                        releases.append(cell.netbox)
        return seen.items()
