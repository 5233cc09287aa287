"""The processes of a run: written down when they start, found again and stopped when it ends.

What a process is recognised by: its pid together with its start time (pids are used again), its session, and the
variable NPK_RUN that everything started in a run inherits, so that one that was started an instant before a kill, or
that made itself a daemon, is found as well.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

__all__ = ["RUN_VARIABLE", "ProcessTree", "how_it_ended", "processes_here", "record", "stop_processes"]

RUN_VARIABLE = "NPK_RUN"

_GRACE = 3.0
"""Seconds between asking a process to end and ending it."""

_CLOCK_SLACK = 5.0
"""Seconds: Linux computes a start time from the boot time, which moves when the clock is set."""


def how_it_ended(status: int) -> str:
    """What a process's exit status says: `was ended by signal 9`, `ended with status 1`."""
    return f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"


@dataclass(frozen=True, slots=True)
class ProcessTree:
    """A process of our own with everything it starts."""

    process: subprocess.Popen[Any]

    def poll(self) -> int | None:
        """Its exit status (negative: the signal that ended it), or None while it runs."""
        return self.process.poll()

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: It did not end within so many seconds.
        """
        return self.process.wait(timeout)

    def kill(self) -> None:
        """End it, and everything it started."""
        with contextlib.suppress(psutil.Error):
            leader = psutil.Process(self.process.pid)
            for victim in [*leader.children(recursive=True), leader]:
                with contextlib.suppress(psutil.Error):
                    victim.kill()


def record(directory: Path, pid: int) -> None:
    """Write down a process that was just started."""
    with contextlib.suppress(psutil.Error):  # it has ended already
        line = f"{pid} {psutil.Process(pid).create_time()}\n"
        with (directory / "processes").open("ab", buffering=0) as file:
            file.write(line.encode())


def _recorded(directory: Path) -> Iterator[psutil.Process]:
    try:
        lines = (directory / "processes").read_text().splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        # The last line may be cut off: the kit was killed while it wrote.
        with contextlib.suppress(psutil.Error, ValueError):
            pid, started = line.split()
            process = psutil.Process(int(pid))
            if abs(process.create_time() - float(started)) < _CLOCK_SLACK:
                yield process


def _belonging(directory: Path) -> list[psutil.Process]:
    """Every living process of a run."""
    leaders = list(_recorded(directory))
    found = {process.pid: process for process in leaders}
    for process in leaders:
        with contextlib.suppress(psutil.Error):
            found |= {child.pid: child for child in process.children(recursive=True)}
    sessions = {leader.pid for leader in leaders}
    for process in processes_here():
        # AccessDenied: somebody else's; ValueError and OSError: macOS, on a process that is going away.
        with contextlib.suppress(psutil.Error, OSError, ValueError):
            if os.getsid(process.pid) in sessions or process.environ().get(RUN_VARIABLE) == str(directory):
                found[process.pid] = process
    own = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    return [process for pid, process in found.items() if pid not in own and _lives(process)]


def processes_here() -> Iterator[psutil.Process]:
    """Every process of this machine, without those in containers.

    What a process was started with cannot be read while it changes its memory, and a container's CPU limit stops it in
    the midst of that: a plugin that forks without end would hold up for seconds whoever reads all command lines.
    """
    here = _namespace("self")
    # Not psutil.process_iter: it keeps state for all threads, and cells end their runs in several.
    for pid in psutil.pids():
        with contextlib.suppress(psutil.Error):
            if _namespace(pid) in {here, None}:
                yield psutil.Process(pid)


def _namespace(pid: int | str) -> Path | None:
    """Which container's process it is, as Linux says it; None if it cannot be known."""
    with contextlib.suppress(OSError):
        return Path("/proc", str(pid), "ns", "pid").readlink()
    return None


def _lives(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def stop_processes(directory: Path, children: Iterable[subprocess.Popen[Any]] = ()) -> None:
    """Ask everything that belongs to the run to end, wait, kill; again for what was born meanwhile.

    Args:
        directory: The run's.
        children: Those among them that are this process's own, so that they are collected.
    """
    for _ in range(3):
        processes = _belonging(directory)
        if not processes:
            break
        for process in processes:
            with contextlib.suppress(psutil.Error):
                process.send_signal(_farewell(process))
        _await_end(processes, children, _GRACE)
        for process in filter(_lives, processes):
            with contextlib.suppress(psutil.Error):
                process.kill()
        _await_end(processes, children, _GRACE)
    for child in children:
        child.poll()


def _await_end(processes: list[psutil.Process], children: Iterable[subprocess.Popen[Any]], seconds: float) -> None:
    # Not psutil.wait_procs: it would take the exit statuses of our own children away from their Popen objects.
    deadline = time.monotonic() + seconds
    while any(map(_lives, processes)) and time.monotonic() < deadline:
        for child in children:
            child.poll()
        time.sleep(0.01)


def _farewell(process: psutil.Process) -> signal.Signals:
    # PostgreSQL's immediate shutdown: it gives its System V shared memory back, which a kill would leave for ever.
    return signal.SIGQUIT if process.name().startswith(("postgres", "postmaster")) else signal.SIGTERM
