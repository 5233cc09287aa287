"""One page for a browser, with everything in it: no script, no other file, light and dark, desktop and phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from netbox_plugin_kit import __version__
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Report
from netbox_plugin_kit.reports.escaping import plain
from netbox_plugin_kit.reports.problems import Problem, checks_of, problems, release_words, title

__all__ = ["as_html"]

_WORDS = {"pass": "ok", "fail": "FAIL", "skip": "skip", "error": "ERR"}
_VERDICTS = {0: ("pass", "passes"), 1: ("fail", "fails"), 3: ("error", "could not be run in full")}
_ROLES = {
    "declared": "",
    "refusal": "must refuse the plugin",
    "probe": "outside the declared range",
    "lane": "not released",
}
_LOG_LINES = 200
_AROUND = 3
"""Lines of source before and after the one that is meant."""

_LONGEST_BAR = 4.0
"""Width in rem."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    hit: bool


def as_html(*reports: Report, roots: Sequence[Path | None] = ()) -> str:
    """The page.

    Args:
        reports: A report for each plugin.
        roots: Their project directories, for lines of source; None where there is none.
    """
    environment = Environment(
        loader=PackageLoader("netbox_plugin_kit.reports", "."),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    places = [*roots, *[None] * (len(reports) - len(roots))]
    plugins = [_plugin(report, root) for report, root in zip(reports, places, strict=True)]
    heading = f"{plugins[0]['name']} on NetBox" if len(plugins) == 1 else f"{len(plugins)} plugins on NetBox"
    page = environment.get_template("report.html.j2")
    return page.render(plugins=plugins, heading=heading, kit=__version__) + "\n"


def _plugin(report: Report, root: Path | None) -> dict[str, Any]:
    plugin, checks = report.plugin, checks_of([report])
    verdict, word = _VERDICTS[report.exit_code]
    counted = [cell for cell in report.cells if not cell.may_fail]
    passed = sum(cell.verdict == "pass" for cell in counted)
    longest = max((cell.seconds for cell in report.cells), default=1.0)
    tested = [cell.netbox for cell in report.cells]
    return {
        "name": f"{plugin.name} {plugin.version}" if plugin.version else plugin.name,
        "verdict": verdict,
        "word": word,
        "summary": f"{passed} of {len(counted)} cells pass, in {sum(cell.seconds for cell in report.cells):.0f} s;",
        "bounds": f"{plugin.min_version or 'any'} to {plugin.max_version or 'any'}",
        "conclusions": report.conclusions,
        "checks": checks,
        "rows": [_row(cell, checks, longest) for cell in report.cells],
        "problems": [_shown(problem, tested, root) for problem in problems(report)],
    }


def _row(cell: CellResult, checks: Sequence[str], longest: float) -> dict[str, Any]:
    answers = {check.name: check for check in cell.checks}
    excused = cell.may_fail and cell.verdict != "pass"
    return {
        "name": title(cell),
        "role": _ROLES[cell.role],
        "class": "may" if excused else cell.verdict,
        "verdict": f"{cell.verdict} (may)" if excused else cell.verdict,
        "marks": [_mark(answers.get(check), cell) for check in checks],
        "python": cell.python,
        "postgresql": cell.postgresql,
        "share": f"{_LONGEST_BAR * cell.seconds / max(longest, 0.1):.2f}",
        "seconds": f"{cell.seconds:.1f}",
    }


def _mark(check: CheckResult | None, cell: CellResult) -> dict[str, str]:
    if check is None:
        return {"class": "", "word": "", "title": ""}
    kind = "may" if cell.may_fail and check.outcome in {"fail", "error"} else check.outcome
    return {"class": kind, "word": _WORDS[check.outcome], "title": f"{check.detail} ({check.seconds:.1f} s)"}


def _shown(problem: Problem, tested: Sequence[str], root: Path | None) -> dict[str, Any]:
    finding = problem.finding
    excused = finding.severity == "error" and not problem.counts
    log, lines, cut = _log(problem.log) if problem.log is not None else ("", 0, False)
    return {
        "code": finding.code,
        "message": plain(finding.message),
        "class": "may" if excused else finding.severity if finding.severity != "error" else "",
        "kind": "may fail" if excused else finding.severity,
        "check": problem.check,
        "where": release_words(problem.releases, tested),
        "place": f"{finding.path}:{finding.line}" if finding.line else finding.path or "",
        "fix": finding.fix,
        "source": list(_source(root, finding.path, finding.line)),
        "log": log,
        "lines": lines,
        "cut": cut,
    }


def _source(root: Path | None, path: str | None, line: int | None) -> Iterator[_Line]:
    """The lines around a place, if the project is there and has it."""
    if root is None or not path or not line:
        return
    file = (root / path).resolve()
    if not file.is_relative_to(root.resolve()) or not file.is_file():
        return
    text = file.read_text(encoding="utf-8", errors="replace").splitlines()
    for number in range(max(1, line - _AROUND), min(len(text), line + _AROUND) + 1):
        yield _Line(f"{number:5}  {text[number - 1]}", number == line)


def _log(path: Path) -> tuple[str, int, bool]:
    """The end of a log, how many lines that is, and whether there are more."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "", 0, False
    shown = [plain(line) for line in lines[-_LOG_LINES:]]
    return "\n".join(shown), len(shown), len(shown) < len(lines)
