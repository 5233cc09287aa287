"""Running a cell again whenever the plugin is saved, with what does not depend on the plugin prepared beforehand.

While its author types, the next cell stands ready on a database of its own: environment, migrated database,
PostgreSQL and Valkey are there, and nothing of the plugin has been looked at. A save lets it go on from there, so that
nothing of an earlier run can be in it. A save during a run abandons that run.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from watchfiles import BaseFilter, watch

from netbox_plugin_kit.backends.asking import Backend
from netbox_plugin_kit.environment.wheel import LEFT_OUT, LEFT_OUT_ABOVE, Given, identity
from netbox_plugin_kit.errors import KitError
from netbox_plugin_kit.matrix.cells import Cell
from netbox_plugin_kit.matrix.results import CellResult, PluginSummary
from netbox_plugin_kit.processes import stop_processes
from netbox_plugin_kit.runs import Run

__all__ = ["Relevant", "Screen", "rerun_on_save"]

_DEBOUNCE, _STEP, _TICK = 1000, 100, 200
"""Milliseconds: files that are saved together are one save, if no more than `_STEP` is between them; how often to see
whether a run has ended."""

_FAREWELL = 10.0
"""Seconds for runs to put their things away."""


class Screen(Protocol):
    """Where people see what is going on; `says` is called from other threads."""

    def begins(self) -> None:
        """A run begins, and any that was going on is abandoned."""

    def says(self, message: str) -> None:
        """The run is doing something new."""

    def ends(self, plugin: PluginSummary, result: CellResult) -> None:
        """The run came to its end; the next save begins another."""

    def fails(self, trouble: Exception) -> None:
        """The run could not be made."""


class _AbandonedError(Exception):
    """Nobody wants to know any more."""


def rerun_on_save(watched: Sequence[Given], backend: Backend, cell: Callable[[], Cell], screen: Screen) -> None:
    """Run a cell, and again after every change, until interrupted.

    Args:
        watched: Project directories.
        backend: Where to run.
        cell: The cell, as the project now asks for it.
        screen: Told what happens.

    Raises:
        KeyboardInterrupt: How it ends; everything that was started is gone.
    """
    roots = [each.path for each in watched if each.path is not None]
    with contextlib.closing(_Loop(watched, backend, cell, screen)) as loop:
        loop.begin()
        for changes in watch(
            *roots, watch_filter=Relevant(roots), debounce=_DEBOUNCE, step=_STEP, rust_timeout=_TICK,
            yield_on_timeout=True,
        ):  # fmt: skip
            if changes and loop.has_changed():
                loop.begin()
            loop.look()


class Relevant(BaseFilter):
    """What could end up in a wheel, or in the tests."""

    ignore_dirs = tuple(LEFT_OUT)

    def __init__(self, roots: Sequence[Path]) -> None:
        self.ignore_paths = [root / name for root in roots for name in LEFT_OUT_ABOVE]
        self.ignore_entity_patterns = (r"\.py[cod]$", r"\.sw.$", r"~$", r"^\.#", r"\.egg-info$")
        super().__init__()


class _Attempt:
    """One run of a cell, in a thread; it stands by until told to go on."""

    def __init__(self, cell: Cell, backend: Backend, screen: Screen) -> None:
        self.cell = cell
        self.seconds = 0.0
        self.answer: tuple[PluginSummary, CellResult] | None = None
        self.trouble: Exception | None = None
        self._backend, self._screen = backend, screen
        self._run: Run | None = None
        self._begun = time.monotonic()
        self._going, self._abandoned = threading.Event(), threading.Event()
        # A daemon: a run that cannot be ended in time is left to its guardian (runs.py).
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Is there an answer, or will there be none?"""
        return not self._thread.is_alive()

    def go(self) -> None:
        """Go on: the plugin may be looked at now."""
        self._begun = time.monotonic()
        self._going.set()

    def abandon(self) -> None:
        """Have it end soon, whatever it is doing."""
        self._abandoned.set()
        self._going.set()
        if self._run is not None and not self.is_over:
            stop_processes(self._run.path)

    def join(self, seconds: float) -> None:
        """Wait until everything it started is gone."""
        self._thread.join(max(0.0, seconds))

    def started(self, run: Run) -> None:
        """See `Standby`."""
        self._run = run
        self._unless_abandoned()

    def wait(self) -> None:
        """See `Standby`."""
        self._going.wait()
        self._unless_abandoned()

    def _unless_abandoned(self) -> None:
        if self._abandoned.is_set():
            raise _AbandonedError

    def _say(self, message: str) -> None:
        self._unless_abandoned()
        if self._going.is_set():
            self._screen.says(message)

    def _work(self) -> None:
        try:
            plugin, result = self._backend.run(self.cell, self._say, self)
        except Exception as error:  # noqa: BLE001 - told by whoever looks at it
            self.trouble = error
        else:
            self.answer = plugin, result
        self.seconds = round(time.monotonic() - self._begun, 3)


class _Loop:
    """The run that is going on, and the one that stands by."""

    def __init__(self, watched: Sequence[Given], backend: Backend, cell: Callable[[], Cell], screen: Screen) -> None:
        self._watched, self._backend, self._cell, self._screen = watched, backend, cell, screen
        self._current: _Attempt | None = None
        self._next: _Attempt | None = None
        self._ending: list[_Attempt] = []
        self._seen = self._identity()

    def has_changed(self) -> bool:
        """Is anything different since the last time?  Saving the same again is no change."""
        seen, self._seen = self._seen, self._identity()
        return seen != self._seen

    def begin(self) -> None:
        """Begin a run; what was going on is abandoned."""
        self._abandon(self._current)
        self._current = None
        self._screen.begins()
        try:
            cell = self._cell()
        except KitError as error:
            self._screen.fails(error)
            return
        self._current = self._prepared(cell)
        self._current.go()

    def look(self) -> None:
        """Tell of the run if it is over, and have the next one stand by."""
        attempt = self._current
        if attempt is None or not attempt.is_over:
            return
        self._current = None
        if attempt.answer is not None:
            plugin, result = attempt.answer
            self._screen.ends(plugin, replace(result, seconds=attempt.seconds))
        else:
            self._screen.fails(attempt.trouble or RuntimeError("the run ended without an answer"))
        self._next = self._next or _Attempt(attempt.cell, self._backend, self._screen)

    def close(self) -> None:
        """End everything."""
        self._abandon(self._current)
        self._abandon(self._next)
        deadline = time.monotonic() + _FAREWELL
        for attempt in self._ending:
            attempt.join(deadline - time.monotonic())

    def _prepared(self, cell: Cell) -> _Attempt:
        """The attempt that stands by, if it is for this cell and nothing happened to it."""
        attempt, self._next = self._next, None
        if attempt is not None and attempt.cell == cell and not attempt.is_over:
            return attempt
        self._abandon(attempt)
        return _Attempt(cell, self._backend, self._screen)

    def _abandon(self, attempt: _Attempt | None) -> None:
        if attempt is not None:
            attempt.abandon()
            self._ending = [each for each in self._ending if not each.is_over] + [attempt]

    def _identity(self) -> list[str]:
        return [identity(each, each.path) for each in self._watched]
