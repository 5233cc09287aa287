"""Findings for people: the place, the line with a mark under it, and what to do."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.text import Text

from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.rules import Violation, rule_of

__all__ = ["print_findings", "print_statistics"]

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_WIDEST = 160


def print_findings(results: tuple[LintResult, ...], console: Console, base: Path) -> None:
    """Print what was found in each project, and how much in all; paths below `base` are shown relative to it."""
    for result in results:
        for violation in result.violations:
            _print_finding(violation, result.root, console, base)
    console.print(Text(_closing(results), style="bold"))


def _print_finding(violation: Violation, root: Path, console: Console, base: Path) -> None:
    finding = violation.finding
    path = root / (finding.path or "")
    shown = path.relative_to(base) if path.is_relative_to(base) else path
    place = ":".join(str(part) for part in (shown, finding.line, finding.column) if part is not None)
    colour = _COLOURS[finding.severity]
    console.print(
        Text.assemble(f"{place}: ", (finding.severity, colour), f" {finding.code} ", (finding.message, "bold"))
    )
    if violation.netbox:
        console.print(Text(f"    on NetBox {', '.join(violation.netbox)}", style="dim"))
    _print_source(path, finding.line, finding.column, console)
    if finding.fix:
        console.print(Text.assemble(("    fix: ", "dim"), finding.fix))


def _print_source(path: Path, line: int | None, column: int | None, console: Console) -> None:
    if line is None or column is None:
        return
    try:
        text = path.read_text(encoding="utf-8-sig").split("\n")[line - 1].rstrip("\r")
    except (OSError, ValueError, IndexError):
        return
    indent = len(text) - len(text.lstrip())
    shown = text.strip()[:_WIDEST].replace("\t", " ")
    console.print(Text(f"    | {shown}", style="dim"))
    console.print(Text(f"    | {' ' * max(column - 1 - indent, 0)}^", style="dim"))


def _closing(results: tuple[LintResult, ...]) -> str:
    counts = sum((result.count() for result in results), Counter())
    files = sum(result.modules for result in results)
    words = [f"{counts[name]} {_plural(name, counts[name])}" for name in _COLOURS if counts[name]]
    asides = [
        (sum(result.fixed for result in results), "mended"),
        (
            sum(_is_fixable(violation) for result in results for violation in result.violations),
            "can be mended by --fix",
        ),
        (sum(result.suppressed for result in results), "suppressed"),
        (sum(result.baselined for result in results), "in the baseline"),
        (sum(result.stale for result in results), "in the baseline that are gone"),
    ]
    more = "".join(f"; {number} {what}" for number, what in asides if number)
    hint = "; `npk rule CODE` explains" if counts else ""
    return f"{', '.join(words) or 'nothing found'} in {files} Python {_plural('file', files)}{more}{hint}"


def _plural(word: str, number: int) -> str:
    return word if number == 1 or word == "info" else f"{word}s"


def _is_fixable(violation: Violation) -> bool:
    return violation.repair is not None and violation.repair.safe


def print_statistics(results: tuple[LintResult, ...], console: Console) -> None:
    """How many findings each rule has."""
    counts = Counter(violation.finding.code or "" for result in results for violation in result.violations)
    for code, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        rule = rule_of(code)
        console.print(Text(f"{number:6}  {code}  {rule.title if rule else ''}"))
