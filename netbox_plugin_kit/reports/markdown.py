"""Markdown: a comment on a pull request, GitHub's job summary, and a table for COMPATIBILITY.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netbox_plugin_kit.matrix.results import CellResult, Finding, Report
from netbox_plugin_kit.reports.escaping import plain
from netbox_plugin_kit.reports.problems import Problem, checks_of, problems, release_words, title

__all__ = ["as_compatibility", "as_markdown", "escaped"]

_LIMIT = 65_000
"""Characters; GitHub takes 65,536 in a comment."""

_SIGNS = {"pass": "✅", "fail": "❌", "skip": "-", "error": "⚠️"}


def as_markdown(*reports: Report, limit: int = _LIMIT) -> str:
    """Grids, and what is wrong; what does not fit is counted instead.

    Args:
        reports: A report for each plugin.
        limit: Characters.
    """
    blocks = [block for report in reports for block in _blocks(report)]
    text, left = "", len(blocks)
    for block in blocks:
        note = f"\n_{left} more are left out here: the report has no room for them._\n"
        if len(text) + len(block) + len(note) > limit:
            return text + note
        text, left = text + block, left - 1
    return text


def _blocks(report: Report) -> Iterator[str]:
    """The parts of a report, each of which stays whole."""
    plugin, tested = report.plugin, [cell.netbox for cell in report.cells]
    word = {0: "passes", 1: "fails"}.get(report.exit_code, "could not be run in full")
    version = f" {plugin.version}" if plugin.version else ""
    heading = f"### {escaped(plugin.name + version)} {word}\n\n"
    checks = checks_of([report])
    yield (
        heading
        + f"| NetBox | Python | {' | '.join(checks)} | s |\n|---|---|{':-:|' * len(checks)}--:|\n"
        + "".join(_row(cell, checks) for cell in report.cells)
        + "\n"
    )
    for conclusion in report.conclusions:
        yield f"> {_sentence(conclusion)}\n\n"
    for problem in problems(report):
        yield _details(problem, tested)


def _row(cell: CellResult, checks: Sequence[str]) -> str:
    outcomes = {check.name: _SIGNS[check.outcome] for check in cell.checks}
    name = f"{title(cell)} (may fail)" if cell.may_fail else title(cell)
    signs = " | ".join(outcomes.get(check, "") for check in checks)
    return f"| {escaped(name)} | {cell.python} | {signs} | {cell.seconds:.0f} |\n"


def _details(problem: Problem, tested: Sequence[str]) -> str:
    finding = problem.finding
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path or ""
    where = f"{problem.check} on {release_words(problem.releases, tested)}"
    kind = finding.severity if problem.counts or finding.severity != "error" else "may fail"
    message = plain(finding.message)
    first = message.splitlines()[0] if message else ""
    lines = [f"<details><summary><b>{kind}</b> {_html(first)} <i>({where})</i></summary>\n"]
    if place:
        lines.append(f"`{place.replace('`', '')}`\n")
    if "\n" in message:
        lines.append(_fenced(message))
    if finding.fix:
        lines.append(f"Fix: {escaped(finding.fix)}\n")
    return "\n".join([*lines, "</details>\n\n"])


def _sentence(finding: Finding) -> str:
    code = f"**{finding.code}** " if finding.code else ""
    fix = f" Fix: {escaped(finding.fix)}." if finding.fix else ""
    return f"{code}{escaped(finding.message)}.{fix}"


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"\n{fence}\n{text}\n{fence}\n"


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")


def escaped(text: str) -> str:
    """On one line, and nothing of it taken for markup, a row's end or somebody's name."""
    flat = " ".join(_html(plain(text)).split())
    return "".join(f"\\{sign}" if sign in r"\`*_[]|" else sign for sign in flat)


def as_compatibility(report: Report) -> str:
    """The releases that were proven, as a table for the plugin's COMPATIBILITY.md."""
    passed = [cell for cell in report.cells if cell.verdict == "pass" and cell.role == "declared"]
    rows = "".join(f"| {cell.netbox} | {cell.python} | {cell.postgresql or ''} |\n" for cell in passed)
    return f"| NetBox | Python | PostgreSQL |\n|---|---|---|\n{rows}"
