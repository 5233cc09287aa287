"""Several reports as one, and two compared: plain facts in, plain facts out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from netbox_plugin_kit.matrix.evidence import conclude
from netbox_plugin_kit.matrix.results import CellResult, Report
from netbox_plugin_kit.matrix.running import age
from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.reports.problems import Problem, problems, title

__all__ = ["Change", "Difference", "compare", "merge"]


def merge(reports: Iterable[Report]) -> tuple[Report, ...]:
    """One report for each plugin; of a cell that is in several, the last counts, and the range is judged anew."""
    plugins: dict[str, list[Report]] = {}
    for report in reports:
        plugins.setdefault(report.plugin.name, []).append(report)
    return tuple(map(_merged, plugins.values()))


def _merged(parts: Sequence[Report]) -> Report:
    cells = {(title(cell), cell.backend): cell for part in parts for cell in part.cells}
    plugin = max((part.plugin for part in parts), key=lambda one: (one.package is not None, bool(one.version)))
    ordered = tuple(sorted(cells.values(), key=age))
    return Report(plugin, ordered, conclude(ordered, (plugin.min_version, plugin.max_version), Catalogue.load()))


@dataclass(frozen=True, slots=True)
class Change:
    """A cell whose verdict is another.

    Attributes:
        cell: What it is called.
        before: Its verdict then; None: it was not run.
        after: Its verdict now; likewise.
    """

    cell: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What two reports of a plugin differ in.

    Attributes:
        plugin: Which one.
        changes: Cells whose verdict changed.
        new: What is wrong now and was not before.
        gone: What was wrong before and is not now.
    """

    plugin: str
    changes: tuple[Change, ...]
    new: tuple[Problem, ...]
    gone: tuple[Problem, ...]

    @property
    def is_worse(self) -> bool:
        """Is there anything new that makes a run fail?"""
        return any(problem.counts for problem in self.new)


def compare(before: Sequence[Report], after: Sequence[Report]) -> tuple[Difference, ...]:
    """What is new, what is gone, plugin by plugin; only cells that both have are asked for what is new or gone."""
    old = {report.plugin.name: report for report in merge(before)}
    new = {report.plugin.name: report for report in merge(after)}
    return tuple(_difference(name, old.get(name), new.get(name)) for name in dict.fromkeys([*old, *new]))


def _difference(name: str, before: Report | None, after: Report | None) -> Difference:
    old = {title(cell): cell for cell in before.cells} if before else {}
    new = {title(cell): cell for cell in after.cells} if after else {}
    changes = [
        Change(cell, _verdict(old.get(cell)), _verdict(new.get(cell)))
        for cell in dict.fromkeys([*old, *new])
        if _verdict(old.get(cell)) != _verdict(new.get(cell))
    ]
    known, found = _problems(before), _problems(after)
    return Difference(
        name,
        tuple(changes),
        tuple(problem for key, problem in found.items() if key not in known),
        tuple(problem for key, problem in known.items() if key not in found),
    )


def _verdict(cell: CellResult | None) -> str | None:
    return cell.verdict if cell else None


def _problems(report: Report | None) -> dict[tuple[str, object], Problem]:
    """By what stays the same when lines move."""
    if report is None:
        return {}
    return {(one.check, replace(one.finding, line=None, column=None)): one for one in problems(report)}
