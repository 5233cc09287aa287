"""Running tasks: several at a time, each told about, none able to take the others down."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

import psutil

from netbox_plugin_kit.matrix.tasks import Answer, Runner, Task, trouble

__all__ = ["Board", "possible_jobs", "run_tasks"]

_MEMORY_OF_A_CELL = 1024**3
"""Bytes; a cell takes about 350 MiB (NetBox, its forks, PostgreSQL and Valkey), a plugin with large tests more."""

_TICK = 0.2


class Board(Protocol):
    """Where people see what is going on; called from several threads."""

    def begins(self, task: Task) -> None:
        """A cell begins."""

    def says(self, task: Task, message: str) -> None:
        """A cell is doing something new."""

    def ends(self, task: Task, answer: Answer) -> None:
        """A cell has its result."""


def possible_jobs() -> int:
    """How many cells this machine can run at a time: a core and a gibibyte each, one at least."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        cores = os.cpu_count() or 1
    return max(1, min(cores, psutil.virtual_memory().available // _MEMORY_OF_A_CELL))


def run_tasks(
    tasks: Sequence[Task], runner: Runner, jobs: int, board: Board, *, fail_fast: bool = False
) -> Iterator[tuple[Task, Answer]]:
    """Run tasks, and give each answer when it is there.

    Args:
        tasks: What to run; begun in this order.
        runner: Where.
        jobs: How many at a time.
        board: Told what happens.
        fail_fast: Stop everything when a cell fails that may not.

    Yields:
        Tasks with their answers, as they come; with fail_fast, not all.
    """
    stopped = threading.Event()

    def run(task: Task) -> Answer | None:
        if stopped.is_set():
            return None
        board.begins(task)
        try:
            answer = runner.run(
                task,
                lambda message: board.says(task, message),
                lambda: board.says(task, "begins again: its process was lost"),
            )
        except Exception as error:  # noqa: BLE001 - one cell must not take the run down, whatever it is
            answer = trouble(task, f"{type(error).__name__}: {error}")
        if stopped.is_set():
            return None
        board.ends(task, answer)
        return answer

    pool = ThreadPoolExecutor(jobs, thread_name_prefix="cell")
    futures: dict[Future[Answer | None], Task] = {}
    try:
        futures |= {pool.submit(run, task): task for task in tasks}
        for task, answer in _as_they_come(futures):
            yield task, answer
            if fail_fast and answer.cell.verdict != "pass" and not answer.cell.may_fail:
                break
    finally:
        # What is left was interrupted or is not wanted any more; a runner that is stopped takes no more tasks.
        if not all(future.done() for future in futures):
            stopped.set()
            runner.stop()
        pool.shutdown(wait=True, cancel_futures=True)


def _as_they_come(futures: dict[Future[Answer | None], Task]) -> Iterator[tuple[Task, Answer]]:
    open_ = set(futures)
    while open_:
        # With a time-out, so that Ctrl-C is heard in between.
        done, open_ = wait(open_, _TICK, FIRST_COMPLETED)
        for future in done:
            if (answer := future.result()) is not None:
                yield futures[future], answer
