"""One run of the kit: its private directory, the processes it starts, and the certain end of both.

A run lives in `<tmp>/npk-<uid>/<run id>/`. Its `lock` is held with flock while the kit lives, its `processes` file
names what was started. Three things end a run, each covering for the one before:

1. `run_directory()` itself, on any exception, Ctrl-C, SIGTERM and SIGHUP;
2. the guardian, when the kit was killed (`guardian.py`);
3. the next run, which reaps every directory whose lock is free.

How processes are recognised and stopped is in `processes.py`.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pwd
import secrets
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO, Any

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.guardian import DONE
from netbox_plugin_kit.processes import RUN_VARIABLE, record, stop_processes
from netbox_plugin_kit.progress import Progress, silent

__all__ = ["RUN_VARIABLE", "Run", "lives", "reap", "run_directory"]

_LONGEST_BASE = 50
"""Bytes: a unix socket's path may have 103 (macOS), and what comes after the base needs about 50."""

_DRAFT = ".new-"
"""Directories that are being made and whose lock may not be held yet; the others without a held lock are dead."""

_DRAFT_AGE = 600.0
_GRACE = 3.0
"""Seconds for the guardian to leave."""


@dataclass(frozen=True)
class Run:
    """A run that is going on: where its files belong, and how its processes are started."""

    path: Path
    _children: list[subprocess.Popen[Any]] = field(default_factory=list, init=False, repr=False, compare=False)

    def spawn(  # noqa: PLR0913 - the names of subprocess.Popen, which this stands for
        self,
        argv: Sequence[str | Path],
        *,
        stdout: int | IO[Any] | None,
        stderr: int | IO[Any] | None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        user: str | None = None,
        **options: Any,
    ) -> subprocess.Popen[Any]:
        """Start a process that cannot outlive this run; otherwise as `subprocess.Popen`.

        It gets a session of its own, so the Ctrl-C of a terminal reaches the kit alone, which stops it in good order.

        Args:
            argv: Program and arguments.
            stdout: As for Popen; name it, nothing a server says belongs on the kit's own output.
            stderr: As for Popen.
            env: Its whole environment, by default the kit's.
            cwd: Its working directory.
            user: Whom to run it as; only root may name one.
            options: Anything else that Popen takes.

        Raises:
            OSError: The program cannot be started.
        """
        environment = {**(os.environ if env is None else env), RUN_VARIABLE: str(self.path)}
        if user is not None:
            options |= {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
        process = subprocess.Popen(
            argv, stdout=stdout, stderr=stderr, env=environment, cwd=cwd, start_new_session=True, **options
        )
        self._children[:] = [child for child in self._children if child.poll() is None] + [process]
        record(self.path, process.pid)
        return process


@contextlib.contextmanager
def run_directory(progress: Progress = silent) -> Iterator[Run]:
    """A directory for one run and the processes started in it; both are gone when the block ends, however it ends.

    Raises:
        UnavailableError: There is no directory for temporary files that this user can write to.
    """
    with _signals_raise():
        home = _home()
        for dead in _runs(home):
            _reap(dead, progress)
        path, lock = _create(home)
        run = Run(path)
        try:
            guardian = _start_guardian(path)
        except BaseException:
            shutil.rmtree(path)
            lock.close()
            raise
        ended = False
        try:
            yield run
        finally:
            try:
                stop_processes(path, run._children)  # noqa: SLF001 - its own module
                _remove(path)
                ended = not path.exists()  # else something still wrote to it: the guardian goes on removing
            finally:
                # The lock goes first: an end that was interrupted is completed by the guardian, which needs it.
                lock.close()
                _dismiss(guardian, ended=ended)


def reap(directory: Path) -> None:
    """Stop everything a dead run left running, and remove its directory; nothing happens while the run lives."""
    _reap(directory, silent)


def _reap(directory: Path, progress: Progress) -> None:
    with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
        with contextlib.suppress(FileNotFoundError):  # without one it was half removed already
            lock = stack.enter_context((directory / "lock").open("rb"))
            if not _try_lock(lock):
                return
        progress(f"cleaning up after a run that was killed ({directory.name})")
        stop_processes(directory)
        _remove(directory)


# The directory


def lives(directory: Path) -> bool:
    """Does the run of a directory go on? One without a lock is half made or half removed, or gone."""
    with contextlib.suppress(OSError), (directory / "lock").open("rb") as lock:
        return not _try_lock(lock)
    return False


def _home() -> Path:
    base = Path(tempfile.gettempdir())
    if len(os.fsencode(base)) > _LONGEST_BASE or not _suits_servers(base):
        base = Path("/tmp")  # noqa: S108 - the fallback that every Unix has; what is made in it is checked below
    home = base / f"npk-{os.getuid()}"
    try:
        home.mkdir(exist_ok=True)
        status = home.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
            raise UnavailableError(f"{home} belongs to somebody else; remove it, or set TMPDIR to your own directory")
        home.chmod(_mode())
    except OSError as error:
        raise _no_place(home, error) from error
    return home


def _suits_servers(base: Path) -> bool:
    """Can the unprivileged user that root's servers run as get there?"""
    if os.geteuid() != 0:
        return True
    return all(place.stat().st_mode & stat.S_IXOTH for place in (base, *base.parents))


def _mode() -> int:
    return 0o711 if os.geteuid() == 0 else 0o700


def _create(home: Path) -> tuple[Path, IO[bytes]]:
    name = secrets.token_hex(4)
    draft, path = home / f"{_DRAFT}{name}", home / name
    try:
        draft.mkdir()
        draft.chmod(_mode())  # whatever the umask
        lock = (draft / "lock").open("wb")
        fcntl.flock(lock, fcntl.LOCK_EX)
        draft.rename(path)
    except OSError as error:
        raise _no_place(path, error) from error
    return path, lock


def _no_place(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        f"cannot make the run directory {path}: {error.strerror}; set TMPDIR to a directory with some free gigabytes"
    )


def _runs(home: Path) -> list[Path]:
    def settled(path: Path) -> bool:
        with contextlib.suppress(OSError):
            return not path.name.startswith(_DRAFT) or path.stat().st_mtime < time.time() - _DRAFT_AGE
        return False

    return [path for path in home.iterdir() if path.is_dir() and settled(path)]


def _try_lock(lock: IO[bytes]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _remove(path: Path) -> None:
    for _ in range(3):
        # What cannot be removed must not keep the rest from it, and what is gone was removed by another run: one that
        # begins takes a directory without a lock for a dead run's.
        shutil.rmtree(path, ignore_errors=True)
        if not path.exists():
            return
        # A plugin's files may be read-only.
        for directory, _, _ in os.walk(path):
            with contextlib.suppress(OSError):
                Path(directory).chmod(0o700)


# Signals and the guardian


@contextlib.contextmanager
def _signals_raise() -> Iterator[None]:
    """Make SIGTERM and SIGHUP unwind the stack as Ctrl-C does; a handler that somebody else installed stays."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    ours = []
    if threading.current_thread() is threading.main_thread():
        ours = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _start_guardian(path: Path) -> tuple[subprocess.Popen[bytes], int]:
    environment = {name: value for name, value in os.environ.items() if name != RUN_VARIABLE}
    # In `/`, a plugin's own modules cannot be taken for the standard library's; so the package's place is named.
    places = [str(Path(__file__).parents[1]), *filter(None, [environment.get("PYTHONPATH")])]
    environment["PYTHONPATH"] = os.pathsep.join(places)
    theirs, ours = os.pipe()
    try:
        guardian = subprocess.Popen(
            [sys.executable, "-m", "netbox_plugin_kit.guardian", str(path)],
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=environment,
            start_new_session=True,
        )
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)
    return guardian, ours


def _dismiss(guardian: tuple[subprocess.Popen[bytes], int], *, ended: bool) -> None:
    process, pipe = guardian
    with contextlib.suppress(BrokenPipeError):
        if ended:
            os.write(pipe, DONE)
    os.close(pipe)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
