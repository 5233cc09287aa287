"""A planned cell with everything that another process needs to run it, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Protocol

from netbox_plugin_kit.matrix.cells import Limits
from netbox_plugin_kit.matrix.plan import PlannedCell
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, PluginSummary
from netbox_plugin_kit.progress import Progress

__all__ = ["Answer", "Runner", "Task", "Where", "named", "trouble"]


@dataclass(frozen=True, slots=True)
class Where:
    """Where cells are to run.

    Attributes:
        backend: `embedded` or `docker`.
        image: The image of NetBox, `official`, or None for one that the kit makes; `{netbox}` in it is the release.
        context: The context of Docker's command line that names the engine, or None for DOCKER_HOST or the local one.
    """

    backend: str = "embedded"
    image: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A cell to run.

    Attributes:
        planned: Which one.
        limits: What one check may take.
        require_tests: A plugin without tests fails.
        companions: Other plugins, as the user named them.
        test_arguments: For the test runner.
        where: Where to run it.
    """

    planned: PlannedCell
    limits: Limits = field(default_factory=Limits)
    require_tests: bool = False
    companions: tuple[str, ...] = ()
    test_arguments: tuple[str, ...] = ()
    where: Where = field(default_factory=Where)

    def record(self) -> dict[str, Any]:
        """The task as JSON has it."""
        return asdict(self)

    @classmethod
    def read(cls, record: dict[str, Any]) -> Task:
        """The task of a record."""
        planned = record["planned"]
        return cls(
            planned=PlannedCell(**planned | {name: tuple(planned[name]) for name in ("why", "checks")}),
            limits=Limits(**record["limits"]),
            require_tests=record["require_tests"],
            companions=tuple(record["companions"]),
            test_arguments=tuple(record["test_arguments"]),
            where=Where(**record["where"]),
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task.

    Attributes:
        plugin: Who was tested, as far as that became known.
        cell: The result.
        usage: The user's mistake that kept it from running, or None.
    """

    plugin: PluginSummary
    cell: CellResult
    usage: str | None = None


class Runner(Protocol):
    """A place where tasks are run, several at a time."""

    def run(self, task: Task, progress: Progress, died: Callable[[], None]) -> Answer:
        """Run a task to its end; whatever happens is in the answer.

        Args:
            task: What to run.
            progress: Told what is going on.
            died: Called when the process of the task was lost and the task begins again.
        """

    def stop(self) -> None:
        """End everything that runs; `run` returns soon, with whatever answer."""


def trouble(task: Task, message: str, *, usage: bool = False) -> Answer:
    """The answer to a task that the kit could not run."""
    planned = task.planned
    first = planned.checks[0] if planned.checks else "install"
    checks = (
        CheckResult(first, "error", detail=message),
        *(CheckResult(check, "skip", detail="the cell could not be run") for check in planned.checks[1:]),
    )
    cell = CellResult(planned.netbox, planned.python or "", task.where.backend, 0.0, checks, forced=planned.force_load)
    return Answer(PluginSummary(planned.plugin), named(cell, planned), message if usage else None)


def named(cell: CellResult, planned: PlannedCell) -> CellResult:
    """The result, with what the plan knows of it."""
    return replace(cell, name=planned.name, role=planned.role, expect=planned.expect)
