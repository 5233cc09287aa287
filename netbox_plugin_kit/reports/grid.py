"""Many cells for people, in a terminal or a log: a grid of cells and checks, then everything that is wrong, once."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from netbox_plugin_kit.matrix.results import CellResult, Finding, Report
from netbox_plugin_kit.reports.escaping import plain
from netbox_plugin_kit.reports.problems import Problem, checks_of, problems, release_words, title

__all__ = ["print_grid"]

_OUTCOMES = {"pass": ("ok", "green"), "fail": ("FAIL", "bold red"), "skip": ("-", "dim"), "error": ("ERR", "magenta")}
_VERDICTS = {"pass": ("pass", "green"), "fail": ("FAIL", "bold red"), "error": ("ERROR", "bold magenta")}
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def print_grid(reports: Sequence[Report], console: Console) -> None:
    """Print a grid for each plugin, and what is wrong with it."""
    for report in reports:
        _print_plugin(report, console)
    if len(reports) > 1:
        passed = sum(report.exit_code == 0 for report in reports)
        console.print(Text(f"{passed} of {len(reports)} plugins pass", style="bold"))


def _print_plugin(report: Report, console: Console) -> None:
    version = f" {report.plugin.version}" if report.plugin.version else ""
    bounds = f"{report.plugin.min_version or 'any'} to {report.plugin.max_version or 'any'}"
    console.print(Text.assemble((f"{report.plugin.name}{version}", "bold"), f" on NetBox, declared {bounds}"))
    if not console.is_terminal:
        console.width = max(console.width, _WIDE)
    console.print(_grid(report, short=console.width < _WIDE))
    tested = [cell.netbox for cell in report.cells]
    for problem in problems(report):
        _print_problem(problem, tested, console)
    for conclusion in report.conclusions:
        _print_finding(conclusion, "", console)
    console.print(_closing(report))


_WIDE = 140
"""Columns that a grid with the names of all checks needs; a file has them, a terminal may not."""

_SHORT = 4


def _grid(report: Report, *, short: bool) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    checks = checks_of([report])
    names = [check[:_SHORT] for check in checks] if short else checks
    for heading in ("NetBox", "Python", *names, "", ""):
        table.add_column(heading, no_wrap=True, justify="right" if heading == "" else "left")
    for cell in report.cells:
        outcomes = {check.name: check.outcome for check in cell.checks}
        words = [Text(*_OUTCOMES[outcomes[check]]) if check in outcomes else Text("") for check in checks]
        python = f"{cell.python}/{cell.postgresql}" if cell.postgresql else cell.python
        table.add_row(title(cell), python, *words, _verdict(cell), Text(f"{cell.seconds:.1f} s", style="dim"))
    return table


def _verdict(cell: CellResult) -> Text:
    word, style = _VERDICTS[cell.verdict]
    if cell.may_fail and cell.verdict != "pass":
        return Text(f"{word.lower()} (may)", style="yellow")
    return Text(word, style=style)


def _print_problem(problem: Problem, tested: list[str], console: Console) -> None:
    where = release_words(problem.releases, tested)
    aside = "" if problem.counts or problem.finding.severity != "error" else ", which may fail"
    _print_finding(problem.finding, f" ({problem.check} on {where}{aside})", console, counts=problem.counts)
    if problem.counts and problem.log is not None:
        console.print(Text(f"    output: {problem.log}", style="dim"))


def _print_finding(finding: Finding, where: str, console: Console, *, counts: bool = True) -> None:
    place = f"{finding.path}:{finding.line}: " if finding.line else f"{finding.path}: " if finding.path else ""
    code = f"{finding.code} " if finding.code else ""
    style = _COLOURS[finding.severity] if counts or finding.severity != "error" else "yellow"
    first, *further = plain(finding.message).splitlines() or [""]
    console.print(Text.assemble((f"{finding.severity}: ", style), place, code, first, (where, "dim")))
    for line in further:
        console.print(Text(f"    {line}"))
    if finding.fix:
        console.print(Text.assemble(("    fix: ", "dim"), finding.fix))


def _closing(report: Report) -> Text:
    counted = [cell for cell in report.cells if not cell.may_fail]
    passed = sum(cell.verdict == "pass" for cell in counted)
    others = [cell for cell in report.cells if cell.may_fail]
    more = f", {sum(cell.verdict == 'pass' for cell in others)} of {len(others)} that may fail" if others else ""
    word, style = _VERDICTS[("pass", "fail", "error", "error")[report.exit_code]]
    seconds = sum(cell.seconds for cell in report.cells)
    return Text.assemble((word, style), f": {passed} of {len(counted)} cells pass{more}; {seconds:.0f} s of cells")
