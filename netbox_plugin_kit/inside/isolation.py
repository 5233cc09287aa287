"""A function in a fork of its own, with a limit on time and memory, and nothing left of it afterwards."""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import json
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from .protocol import Answer, Finding, error, failed

__all__ = ["adopt_orphans", "isolated", "over_memory"]

_PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
_MEBIBYTE = 1024 * 1024
_ALMOST = 0.95
_POLL = 0.1


def adopt_orphans() -> None:
    """Become the parent of every descendant whose parent dies, so that a plugin's daemons can be found (Linux)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def isolated(ask: Callable[[], Answer], *, log: Path, timeout: float, memory: int | None) -> Answer:
    """Ask in a fork; its output goes to `log`.

    Args:
        ask: The question; runs in the child.
        log: File that gets the child's standard output and error.
        timeout: Seconds before the child and everything it started is killed.
        memory: Bytes of private memory it may allocate, or None.

    Returns:
        What `ask` returned, or a failed answer that names what happened to it.
    """
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _run_child(ask, writer, log, timeout, memory)
    os.close(writer)
    process = _Child(child)
    try:
        answer = _await(reader, process, timeout)
    finally:
        os.close(reader)
        status = _end(process)
    if answer is not None:
        return answer
    if status is None:
        return failed(f"time-out: no answer within {timeout:g} s (--timeout)")
    return failed(_obituary(status, memory))


class _Child:
    """A child of this process; its wait status can be had from the system only once, so it is kept."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.status: int | None = None

    def has_ended(self) -> bool:
        if self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if done else None
        return self.status is not None


def _run_child(ask: Callable[[], Answer], writer: int, log: Path, timeout: float, memory: int | None) -> None:
    """Never returns: whatever happens, the child ends here and not in the code of its parent."""
    child = os.getpid()
    try:
        os.setsid()
        output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        os.dup2(output, 1)
        os.dup2(output, 2)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        # Where it hangs is the one thing that its author needs to know.
        faulthandler.dump_traceback_later(timeout * _ALMOST, file=2)
        if memory is not None:
            # Private memory only: the address space of a modern library says nothing about what it uses.
            _limit_memory(memory)
        answer = _ask(ask, memory)
        if os.getpid() != child:
            return  # a copy that the plugin forked: it came all the way back, and one answer is enough
        sys.stdout.flush()
        sys.stderr.flush()
        payload = json.dumps(asdict(answer), default=str).encode() + b"\n"
        while payload:
            payload = payload[os.write(writer, payload) :]
    finally:
        os._exit(0)


def _ask(ask: Callable[[], Answer], memory: int | None) -> Answer:
    try:
        return ask()
    except MemoryError:
        _limit_memory(None)
        return failed(over_memory(memory))
    except SystemExit as exit_:
        traceback.print_exc()
        return failed(f"the plugin ended NetBox's process: SystemExit({exit_.code!r})")
    except BaseException as problem:
        traceback.print_exc()
        return error(f"{type(problem).__name__}: {problem}")


def _limit_memory(limit: int | None) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (hard if limit is None else limit, hard))


def over_memory(memory: int | None) -> str:
    """What to say of a process that wanted more than it was given."""
    return f"memory limit: more than {(memory or 0) // _MEBIBYTE} MiB (--memory)"


def _await(reader: int, child: _Child, timeout: float) -> Answer | None:
    """The child's answer, or None when it died or the time was up."""
    deadline = time.monotonic() + timeout
    received = b""
    # A line, not end of file, ends the answer, and a dead child needs not be waited for: what the plugin forked may
    # keep the pipe open.
    while not received.endswith(b"\n"):
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        ended = child.has_ended()
        ready, _, _ = select.select([reader], [], [], 0 if ended else min(left, _POLL))
        if not ready and not ended:
            continue
        chunk = os.read(reader, 65536) if ready else b""
        if not chunk:
            return None
        received += chunk
    stored = json.loads(received)
    stored["findings"] = [Finding(**finding) for finding in stored["findings"]]
    return Answer(**stored)


def _end(child: _Child) -> int | None:
    """Kill what is left of the child and its descendants; its wait status, or None when it had to be killed."""
    # It closed its pipe a moment ago, or it hangs: a short grace tells which.
    for _ in range(20):
        if child.has_ended():
            break
        time.sleep(0.005)
    _kill_group(child.pid)
    if child.status is None:
        os.waitpid(child.pid, 0)
    _kill_orphans()
    return child.status


def _kill_group(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def _kill_orphans() -> None:
    """Whatever the child left behind has this process as its parent now; kill it, and what that leaves behind."""
    for _ in range(50):
        orphans = _children()
        if not orphans:
            return
        for orphan in orphans:
            with contextlib.suppress(ProcessLookupError):
                os.kill(orphan, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(orphan, 0)


def _children() -> list[int]:
    """Direct children of this process, from Linux' process table; elsewhere the process group has to do."""
    listing = Path(f"/proc/self/task/{os.getpid()}/children")
    try:
        return [int(pid) for pid in listing.read_text().split()]
    except OSError:
        return []


def _obituary(status: int, memory: int | None) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        hint = f"; {over_memory(memory)}?" if number == signal.SIGKILL else ""
        return f"the plugin's process was ended by {_signal_name(number)}{hint}"
    return f"the plugin ended NetBox's process with status {os.WEXITSTATUS(status)}"


def _signal_name(number: int) -> str:
    """E.g. `SIGKILL`; real-time signals have no names."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
