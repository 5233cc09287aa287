"""What differs between two runs: for people, for programs, for a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netbox_plugin_kit.matrix.records import finding_record
from netbox_plugin_kit.reports.markdown import escaped
from netbox_plugin_kit.reports.merging import Change, Difference
from netbox_plugin_kit.reports.problems import Problem

__all__ = ["as_json", "as_markdown", "as_text"]

_NOT_RUN = "not run"


def as_text(differences: Sequence[Difference]) -> str:
    """A line for each difference: `+` is new, `-` is gone."""
    lines = []
    for difference in differences:
        found = [*map(_change, difference.changes), *_lines(difference)]
        lines += [f"{difference.plugin}: {'nothing has changed' if not found else f'{len(found)} differences'}", *found]
    return "\n".join(lines)


def _change(change: Change) -> str:
    return f"  {change.cell}: {change.before or _NOT_RUN} -> {change.after or _NOT_RUN}"


def _lines(difference: Difference) -> list[str]:
    marked = [*(("+", problem) for problem in difference.new), *(("-", problem) for problem in difference.gone)]
    return [f"  {mark} {problem.finding.severity}: {_said(problem)}" for mark, problem in marked]


def _said(problem: Problem) -> str:
    finding = problem.finding
    place = f"{finding.path}:{finding.line}: " if finding.line else f"{finding.path}: " if finding.path else ""
    first = finding.message.splitlines()[0] if finding.message else ""
    return f"{place}{first} ({problem.check} on {', '.join(problem.releases)})"


def as_json(differences: Sequence[Difference]) -> list[dict[str, Any]]:
    """Everything, as JSON has it."""
    return [
        {
            "plugin": each.plugin,
            "changes": [{"cell": one.cell, "before": one.before, "after": one.after} for one in each.changes],
            "new": [_record(problem) for problem in each.new],
            "gone": [_record(problem) for problem in each.gone],
        }
        for each in differences
    ]


def _record(problem: Problem) -> dict[str, Any]:
    return finding_record(problem.finding, list(problem.releases)) | {"check": problem.check, "counts": problem.counts}


def as_markdown(differences: Sequence[Difference]) -> str:
    """A list for each plugin."""
    blocks = []
    for each in differences:
        lines = [f"- {escaped(line.strip())}" for line in [*map(_change, each.changes), *_lines(each)]]
        blocks.append("\n".join([f"### {escaped(each.plugin)}", "", *(lines or ["nothing has changed"])]))
    return "\n\n".join(blocks)
