"""A report for people, in a terminal or a log."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, Report

__all__ = ["print_cells", "print_report"]

_WORDS = {
    "pass": ("pass", "green"),
    "fail": ("FAIL", "bold red"),
    "skip": ("skip", "yellow"),
    "error": ("ERROR", "bold magenta"),
}
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_INDENT = " " * 8
_SHOWN_LINES = 200
"""Of a failed check's output; the rest is in the file that is named."""


def print_cells(reports: Sequence[Report], console: Console) -> None:
    """Print the cells of several reports."""
    for report in reports:
        print_report(report, console)


def print_report(report: Report, console: Console) -> None:
    """Print every cell, its checks, and what they found."""
    for cell in report.cells:
        _print_cell(cell, report, console)


def _print_cell(cell: CellResult, report: Report, console: Console) -> None:
    version = f" {report.plugin.version}" if report.plugin.version else ""
    forced = ", forced to load" if cell.forced else ""
    title = f"{report.plugin.name}{version} on NetBox {cell.netbox} (Python {cell.python}, {cell.backend}{forced})"
    console.print(Text(title, style="bold"))
    for check in cell.checks:
        _print_check(check, console)
    word, style = _WORDS[cell.verdict]
    console.print(Text.assemble((word, style), f" in {cell.seconds:.1f} s"))


def _print_check(check: CheckResult, console: Console) -> None:
    word, style = _WORDS[check.outcome]
    seconds = f"{check.seconds:6.1f} s" if check.outcome != "skip" or check.seconds >= 0.1 else "        "  # noqa: PLR2004
    start = Text.assemble("  ", (f"{word:5}", style), f" {check.name:<11}", (seconds, "dim"), "  ")
    _print_lines(start, check.detail, console)
    for finding in check.findings:
        _print_finding(finding, console)
    if check.outcome in {"fail", "error"} and check.log is not None:
        _print_log(check.log, check.name, console)


def _print_finding(finding: Finding, console: Console) -> None:
    place = f"{finding.path}:{finding.line}: " if finding.line else f"{finding.path}: " if finding.path else ""
    code = f"{finding.code} " if finding.code else ""
    colour = _COLOURS[finding.severity]
    start = Text.assemble(_INDENT, (f"{finding.severity}: ", colour), place, code)
    _print_lines(start, finding.message, console)
    if finding.fix:
        _print_lines(Text(f"{_INDENT}       fix: ", style="dim"), finding.fix, console)


def _print_lines(start: Text, said: str, console: Console) -> None:
    """What was said may have several lines, and colours of its own; the further lines stand below the first."""
    first, *further = said.splitlines() or [""]
    console.print(Text.assemble(start, Text.from_ansi(first)))
    for line in further:
        console.print(Text.assemble(_INDENT, "  ", Text.from_ansi(line)))


def _print_log(log: Path, name: str, console: Console) -> None:
    shown: deque[str] = deque(maxlen=_SHOWN_LINES)
    total = 0
    try:
        with log.open(encoding="utf-8", errors="replace") as file:
            for line in file:
                shown.append(line.rstrip("\n"))
                total += 1
    except OSError as error:
        console.print(Text.assemble(_INDENT, (f"output of {name}: {error.strerror} ({log})", "dim")))
        return
    cut = f"last {len(shown)} of {total} lines, " if len(shown) < total else ""
    console.print(Text.assemble(_INDENT, (f"output of {name} ({cut}kept in {log}):", "dim")))
    for line in shown:
        console.print(Text.assemble(_INDENT, "| ", Text.from_ansi(line)))
