"""What people see of many cells at work: a line each on a terminal, a line when something ends in a log."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from netbox_plugin_kit.matrix.engine import Board
from netbox_plugin_kit.matrix.tasks import Answer, Task

__all__ = ["board"]

_HEARTBEAT = 20.0
"""Seconds: where nothing can move on the screen, a line at least this often."""

_WORDS = {"pass": ("pass ", "green"), "fail": ("FAIL ", "bold red"), "error": ("ERROR", "bold magenta")}


@contextlib.contextmanager
def board(total: int, *, several: bool) -> Iterator[Board]:
    """A board for a number of cells; `several` plugins are told apart by name."""
    console = Console(stderr=True, highlight=False)
    state = _State(total, several)
    if console.is_terminal and not os.environ.get("CI"):
        live = _Live(state, console)
        with Live(get_renderable=live.render, console=console, refresh_per_second=4, transient=True):
            yield live
    else:
        log = _Log(state, console)
        try:
            yield log
        finally:
            log.close()


class _State:
    """Which cells are at work, since when, and with what."""

    def __init__(self, total: int, several: bool) -> None:
        self.total, self.several = total, several
        self.begun = time.monotonic()
        self.ended = 0
        self.lock = threading.RLock()
        self.working: dict[Task, tuple[float, str]] = {}

    def title(self, task: Task) -> str:
        return f"{task.planned.plugin} {task.planned.name}" if self.several else task.planned.name

    def begin(self, task: Task) -> None:
        with self.lock:
            self.working[task] = (time.monotonic(), "starting")

    def say(self, task: Task, message: str) -> None:
        with self.lock:
            begun, _ = self.working.get(task, (time.monotonic(), ""))
            self.working[task] = (begun, message)

    def end(self, task: Task) -> None:
        with self.lock:
            self.working.pop(task, None)
            self.ended += 1

    def line(self, task: Task, answer: Answer) -> Text:
        cell = answer.cell
        bad = [check.name for check in cell.checks if check.outcome in {"fail", "error"}]
        aside = f"  {', '.join(bad)}{' (may fail)' if cell.may_fail else ''}" if bad else ""
        word, style = _WORDS[cell.verdict]
        count = f"{self.ended:{len(str(self.total))}}/{self.total}"
        title = f"{self.title(task):<16}"
        return Text.assemble(
            (f"{count} ", "dim"), (word, style), f" {title} ", (f"{cell.seconds:6.1f} s", "dim"), aside
        )


class _Live:
    def __init__(self, state: _State, console: Console) -> None:
        self._state, self._console = state, console

    def begins(self, task: Task) -> None:
        self._state.begin(task)

    def says(self, task: Task, message: str) -> None:
        self._state.say(task, message)

    def ends(self, task: Task, answer: Answer) -> None:
        self._state.end(task)
        self._console.print(self._state.line(task, answer))

    def render(self) -> Table:
        now = time.monotonic()
        table = Table.grid(padding=(0, 1))
        with self._state.lock:
            working = list(self._state.working.items())
        for task, (begun, message) in working:
            table.add_row(
                Text("  ...", style="cyan"),
                Text(self._state.title(task)),
                Text(f"{now - begun:4.0f} s", style="dim"),
                Text(message, style="dim", no_wrap=True, overflow="ellipsis"),
            )
        done, total = self._state.ended, self._state.total
        table.add_row("", Text(f"{done} of {total}"), Text(f"{now - self._state.begun:4.0f} s", style="dim"))
        return table


class _Log:
    def __init__(self, state: _State, console: Console) -> None:
        self._state, self._console = state, console
        self._printed = time.monotonic()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()

    def begins(self, task: Task) -> None:
        self._state.begin(task)
        self._print(Text(f"begins {self._state.title(task)}"))

    def says(self, task: Task, message: str) -> None:
        self._state.say(task, message)

    def ends(self, task: Task, answer: Answer) -> None:
        self._state.end(task)
        self._print(self._state.line(task, answer))

    def _beat(self) -> None:
        while not self._stop.wait(1.0):
            if time.monotonic() - self._printed > _HEARTBEAT:
                with self._state.lock:
                    working = [f"{self._state.title(task)}: {said}" for task, (_, said) in self._state.working.items()]
                if working:
                    self._print(Text("; ".join(working)))

    def _print(self, line: Text) -> None:
        self._printed = time.monotonic()
        seconds = f"{self._printed - self._state.begun:5.0f} s  "
        self._console.print(Text.assemble((seconds, "dim"), line), soft_wrap=True)
