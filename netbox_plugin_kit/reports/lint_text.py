"""Findings for people: the place, the line with a mark under it, and what to do."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.rules import Violation

__all__ = ["print_findings", "print_statistics", "print_summary"]

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_WIDEST = 160
"""Characters of a line that are shown; of a longer one, those around the mark."""


def print_findings(results: tuple[LintResult, ...], console: Console, base: Path) -> None:
    """Print what was found in each project, and how much in all; paths below `base` are shown relative to it."""
    for result in results:
        for violation in result.violations:
            _print_finding(violation, result, console, base)
    console.print(Text(_closing(results), style="bold"))


def _print_finding(violation: Violation, result: LintResult, console: Console, base: Path) -> None:
    finding = violation.finding
    path = result.root / (finding.path or "")
    shown = path.relative_to(base) if path.is_relative_to(base) else path
    place = ":".join(str(part) for part in (shown, finding.line, finding.column) if part is not None)
    colour = _COLOURS[finding.severity]
    console.print(
        Text.assemble(
            f"{_plain(place)}: ", (finding.severity, colour), f" {finding.code} ", (_plain(finding.message), "bold")
        )
    )
    if violation.netbox:
        console.print(Text(f"    on NetBox {', '.join(violation.netbox)}", style="dim"))
    source = result.sources.get(finding.path or "")
    if source is not None and finding.line and finding.column:
        for line in _quoted(source.line(finding.line), finding.column):
            console.print(Text(f"    | {line}", style="dim"))
    if finding.fix:
        done = {None: "", True: " (--fix does it)", False: " (--unsafe-fixes does it)"}
        safe = violation.repair.safe if violation.repair else None
        console.print(Text.assemble(("    fix: ", "dim"), _plain(finding.fix), (done[safe], "dim")))


def _quoted(line: str, column: int) -> tuple[str, str]:
    """A line, and a line with a mark under one of its characters."""
    begin = len(line) - len(line.lstrip())
    if column - begin > _WIDEST:
        begin = column - _WIDEST // 2
    shown = _plain(line[begin : begin + _WIDEST].rstrip())
    return shown, f"{' ' * cell_len(_plain(line[begin : column - 1]))}^"


def _plain(text: str) -> str:
    """Without what a terminal would obey."""
    text = text.replace("\t", "    ").replace("\n", " ")
    return text if text.isprintable() else "".join(each if each.isprintable() else "\ufffd" for each in text)


def _closing(results: tuple[LintResult, ...]) -> str:
    counts = sum((result.count() for result in results), Counter())
    files = sum(result.modules for result in results)
    words = [f"{counts[name]} {_plural(name, counts[name])}" for name in _COLOURS if counts[name]]
    repairs = Counter(each.repair.safe for result in results for each in result.violations if each.repair)
    asides = [
        (sum(result.fixed for result in results), "mended"),
        (repairs[True], "can be mended by --fix"),
        (repairs[False], "by --unsafe-fixes" if repairs[True] else "can be mended by --unsafe-fixes"),
        (sum(result.suppressed for result in results), "suppressed"),
        (sum(result.baselined for result in results), "in the baseline"),
        (sum(result.stale for result in results), "of the baseline no longer there"),
    ]
    more = "".join(f"; {number} {what}" for number, what in asides if number)
    hint = "; `npk rule CODE` explains" if counts else ""
    return f"{', '.join(words) or 'nothing found'} in {files} Python {_plural('file', files)}{more}{hint}"


def _plural(word: str, number: int) -> str:
    return word if number == 1 or word == "info" else f"{word}s"


def print_statistics(results: tuple[LintResult, ...], console: Console) -> None:
    """How many findings each rule has."""
    counts = Counter(violation.finding.code or "" for result in results for violation in result.violations)
    for code, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        title = next((title for result in results if (title := result.title(code))), "")
        console.print(Text(f"{number:6}  {code}  {title}"))


def print_summary(results: tuple[LintResult, ...], console: Console) -> None:
    """How many findings each rule has, and how many there are in all."""
    print_statistics(results, console)
    console.print(Text(_closing(results), style="bold"))
