"""A whole run of the matrix: plans become tasks, tasks answers, answers reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from packaging.version import Version

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.cells import Limits
from netbox_plugin_kit.matrix.engine import Board, run_tasks
from netbox_plugin_kit.matrix.evidence import conclude
from netbox_plugin_kit.matrix.ledger import Ledger, only_failed
from netbox_plugin_kit.matrix.plan import Plan, PlannedCell, further
from netbox_plugin_kit.matrix.results import CellResult, Report
from netbox_plugin_kit.matrix.tasks import Answer, Runner, Task, Where
from netbox_plugin_kit.releases import Catalogue

__all__ = ["Choice", "Conduct", "Manner", "age", "choose_tasks", "run_matrix"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the planned cells are run.

    Attributes:
        shard: The number of this shard from 1, and how many there are.
        names: Names of cells, or empty for all.
        only_failed: Those that did not pass when they were run last.
    """

    shard: tuple[int, int] = (1, 1)
    names: tuple[str, ...] = ()
    only_failed: bool = False

    @property
    def is_all(self) -> bool:
        """Is nothing left out?"""
        return self == Choice()


@dataclass(frozen=True, slots=True)
class Manner:
    """What all cells have in common; see `Task`."""

    limits: Limits = field(default_factory=Limits)
    require_tests: bool = False
    companions: tuple[str, ...] = ()
    test_arguments: tuple[str, ...] = ()
    where: Where = field(default_factory=Where)

    def task(self, planned: PlannedCell) -> Task:
        """The task of a cell."""
        return Task(planned, self.limits, self.require_tests, self.companions, self.test_arguments, self.where)


@dataclass(frozen=True, slots=True)
class Conduct:
    """How tasks are run.

    Attributes:
        jobs: How many at a time.
        fail_fast: Stop everything at the first failure that counts.
        resume: Take over the results of a run that was interrupted.
        keep: Do not forget the last results of cells that are not run.
        probe: How many releases beyond each end of the declared range are tried.
    """

    jobs: int = 1
    fail_fast: bool = False
    resume: bool = False
    keep: bool = False
    probe: int = 1


def choose_tasks(plans: Sequence[Plan], choice: Choice, manner: Manner, cache: Cache) -> list[Task]:
    """The tasks of several plans, those that were asked for, the newest release first.

    That is where most is to be told, and the longest cell, which upgrades, should not be the last to begin.

    Raises:
        UsageError: A cell is not planned, or there is no last run.
    """
    tasks = [manner.task(cell) for each in plans for cell in each.cells]
    if choice.names:
        known = dict.fromkeys(task.planned.name for task in tasks)
        if missing := [name for name in choice.names if name not in known]:
            raise UsageError(f"--cell {missing[0]} is not planned; planned are {', '.join(known)}")
        tasks = [task for task in tasks if task.planned.name in choice.names]
    if choice.only_failed:
        plugins = dict.fromkeys(task.planned.plugin for task in tasks)
        tasks = only_failed(tasks, {plugin: Ledger(plugin, cache) for plugin in plugins})
    number, count = choice.shard
    return tasks[number - 1 :: count][::-1]


def run_matrix(
    tasks: Sequence[Task], runner: Runner, conduct: Conduct, board: Board, cache: Cache
) -> dict[str, Report]:
    """Run tasks, and what follows from their results: a probe that passes leads to the next release beyond.

    Each result is kept as it comes, for a run that resumes this one.

    Returns:
        The report of each plugin that any cell has a result for, by what the user called the plugin.
    """
    ledgers = {plugin: Ledger(plugin, cache) for plugin in dict.fromkeys(task.planned.plugin for task in tasks)}
    for ledger in ledgers.values():
        ledger.begin(keep=conduct.resume or conduct.keep)
    answers: dict[Task, Answer] = {}
    wave = list(tasks)
    while wave:
        if conduct.resume:
            answers |= {task: found for task in wave if (found := ledgers[task.planned.plugin].find(task))}
        left = [task for task in wave if task not in answers]
        for task, answer in run_tasks(left, runner, conduct.jobs, board, fail_fast=conduct.fail_fast):
            ledgers[task.planned.plugin].write(task, answer)
            answers[task] = answer
        finished = all(task in answers for task in wave)
        wave = list(_next_probes(answers, conduct.probe)) if finished else []
    return dict(_reports(answers))


def _next_probes(answers: Mapping[Task, Answer], most: int) -> Iterator[Task]:
    """A task for each end of a plugin's range where everything that was tried beyond it passed, and more may be."""
    catalogue = Catalogue.load()
    probes: dict[tuple[str, int], list[Task]] = {}
    for task in answers:
        if task.planned.role == "probe":
            side = -1 if "below" in task.planned.why[0] else 1
            probes.setdefault((task.planned.plugin, side), []).append(task)
    for (_, side), tried in probes.items():
        if len(tried) >= most or any(answers[task].cell.verdict != "pass" for task in tried):
            continue
        last = (min if side < 0 else max)(tried, key=lambda task: Version(task.planned.netbox))
        if release := further(catalogue, last.planned.netbox, side):
            yield replace(last, planned=replace(last.planned, netbox=str(release)))


def _reports(answers: Mapping[Task, Answer]) -> Iterator[tuple[str, Report]]:
    catalogue = Catalogue.load()
    by_plugin: dict[str, list[Answer]] = {}
    for task, answer in answers.items():
        by_plugin.setdefault(task.planned.plugin, []).append(answer)
    for name, found in by_plugin.items():
        # A cell that did not get far knows the plugin by what the user called it.
        plugin = max(
            (answer.plugin for answer in found), key=lambda each: (each.package is not None, bool(each.version))
        )
        cells = tuple(sorted((answer.cell for answer in found), key=age))
        yield name, Report(plugin, cells, conclude(cells, (plugin.min_version, plugin.max_version), catalogue))


def age(cell: CellResult) -> tuple[bool, Version, str]:
    """Oldest first; what is no release comes last."""
    lane = cell.role == "lane"
    return (lane, Version("0" if lane else cell.netbox), cell.name)
