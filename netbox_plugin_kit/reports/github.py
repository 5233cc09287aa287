"""GitHub Actions: annotations, and a summary of the job.

GitHub shows ten annotations of a severity for a step, and takes a summary of up to a mebibyte (its documentation,
"Workflow commands").
"""

from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.matrix.results import Finding, Report
from netbox_plugin_kit.reports.escaping import command
from netbox_plugin_kit.reports.markdown import as_markdown
from netbox_plugin_kit.reports.problems import problems, release_words

__all__ = ["as_github", "as_summary"]

_SHOWN = 10
_SUMMARY_LIMIT = 1_000_000 // 4
"""Characters; the limit is in bytes, of which a character has up to four."""


def as_github(*reports: Report) -> str:
    """The worst of each severity as annotations; where there are more, the last one says so."""
    lines: dict[str, list[str]] = {"error": [], "warning": [], "info": []}
    for report in reports:
        tested = [cell.netbox for cell in report.cells]
        for problem in problems(report):
            severity = problem.finding.severity if problem.counts or problem.finding.severity != "error" else "info"
            where = f"{problem.check} on NetBox {release_words(problem.releases, tested)}"
            lines[severity].append(_annotation(severity, problem.finding, f"{report.plugin.name}: {where}"))
        for conclusion in report.conclusions:
            lines[conclusion.severity].insert(0, _annotation(conclusion.severity, conclusion, report.plugin.name))
    return "\n".join(line for severity, found in lines.items() for line in _cut(severity, found))


def _annotation(severity: str, finding: Finding, title: str) -> str:
    code = f"{finding.code} " if finding.code else ""
    fix = f"\nfix: {finding.fix}" if finding.fix else ""
    said = f"{code}{finding.message}{fix}"
    return command(severity, said, file=finding.path, line=finding.line, col=finding.column, title=title)


def _cut(severity: str, lines: list[str]) -> list[str]:
    if len(lines) <= _SHOWN:
        return lines
    left = len(lines) - _SHOWN + 1
    return [*lines[: _SHOWN - 1], command(severity, f"{left} more are in the report; GitHub shows ten of a kind")]


def as_summary(*reports: Report) -> str:
    """Markdown for `$GITHUB_STEP_SUMMARY`."""
    return as_markdown(*reports, limit=_SUMMARY_LIMIT)


def append_summary(reports: tuple[Report, ...], path: Path) -> None:
    """Add the summary to the file that GitHub shows beside the job."""
    with path.open("a", encoding="utf-8") as file:
        file.write(as_summary(*reports))
