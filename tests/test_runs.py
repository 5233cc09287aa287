"""A run leaves nothing behind, however it ends."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.processes import processes_here
from netbox_plugin_kit.runs import Run, reap, run_directory

KIT = """
import subprocess, sys, time
from netbox_plugin_kit.runs import run_directory

with run_directory() as run:
    child = run.spawn(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(run.path, child.pid, flush=True)
    time.sleep(600)
"""

SLEEP = ("sleep", "600")
STUBBORN = ("sh", "-c", "trap '' TERM; while :; do sleep 1; done")


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A directory for temporary files that is short enough for sockets, unlike tmp_path."""
    path = Path(tempfile.mkdtemp(prefix="npk-", dir="/tmp"))
    path.chmod(0o711)
    monkeypatch.setenv("TMPDIR", str(path))
    monkeypatch.setattr(tempfile, "tempdir", str(path))
    yield path
    shutil.rmtree(path)


class Kit:
    """A kit in a process of its own, in the middle of a run."""

    def __init__(self, *child: str) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", KIT, *child], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        path, pid = self.process.stdout.readline().split()
        self.directory = Path(path)
        self.child = psutil.Process(int(pid))

    def guardian(self) -> psutil.Process:
        return next(
            process
            for process in psutil.Process(self.process.pid).children()
            if "netbox_plugin_kit.guardian" in process.cmdline()
        )

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def kit(temporary: Path) -> Iterator[Callable[..., Kit]]:
    assert temporary
    with contextlib.ExitStack() as stack:

        def begin(*child: str) -> Kit:
            kit = Kit(*(child or SLEEP))
            stack.callback(kit.close)
            return kit

        yield begin


def eventually(question: Callable[[], bool], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while not question() and time.monotonic() < deadline:
        time.sleep(0.02)
    return question()


def gone(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    return True


def spawn(run: Run, *argv: str) -> psutil.Process:
    process = run.spawn(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdout.close()  # type: ignore[union-attr] # it is a pipe
    return psutil.Process(process.pid)


def test_nothing_is_left(temporary: Path) -> None:
    with run_directory() as run:
        assert run.path.is_relative_to(temporary)
        child = spawn(run, *SLEEP)
        assert not gone(child)
    assert gone(child)
    assert list(run.path.parent.iterdir()) == []


def test_nothing_is_left_after_an_exception(temporary: Path) -> None:
    children = []

    def fail() -> None:
        with run_directory() as run:
            children.append(spawn(run, *SLEEP))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert all(map(gone, children))
    assert list((temporary / f"npk-{os.getuid()}").iterdir()) == []


@pytest.mark.usefixtures("temporary")
def test_a_child_that_ignores_sigterm_is_killed() -> None:
    with run_directory() as run:
        child = spawn(run, *STUBBORN)
        time.sleep(0.2)
    assert gone(child)


@pytest.mark.usefixtures("temporary")
def test_a_child_that_became_a_daemon_is_stopped() -> None:
    daemonize = "import os, time; os.fork() and os._exit(0); os.setsid(); os.fork() and os._exit(0); time.sleep(600)"
    with run_directory() as run:
        spawn(run, sys.executable, "-c", daemonize)
        assert eventually(lambda: bool(daemons(run.path)))
    assert daemons(run.path) == []


def test_processes_in_containers_are_not_asked() -> None:
    with subprocess.Popen(["unshare", "--pid", "--fork", "--kill-child", "sleep", "600"]) as outer:
        try:
            inside = psutil.Process(outer.pid).children
            if not eventually(lambda: outer.poll() is not None or bool(inside()), 10) or outer.poll() is not None:
                pytest.skip("this user may not make namespaces")
            found = {process.pid for process in processes_here()}
            assert {os.getpid(), outer.pid} <= found
            assert not found & {child.pid for child in inside()}
        finally:
            outer.kill()


def daemons(directory: Path) -> list[int]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("NPK_RUN") == str(directory) and process.ppid() == 1:
                found.append(process.pid)
    return found


@pytest.mark.usefixtures("temporary")
def test_read_only_files_are_removed() -> None:
    with run_directory() as run:
        (run.path / "plugin").mkdir()
        (run.path / "plugin" / "module.py").touch()
        (run.path / "plugin").chmod(0o500)
    assert not run.path.exists()


@pytest.mark.usefixtures("temporary")
def test_the_callers_umask_does_not_matter() -> None:
    before = os.umask(0o777)
    try:
        with run_directory() as run:
            spawn(run, *SLEEP)
            assert run.path.stat().st_mode & 0o700 == 0o700
    finally:
        os.umask(before)
    assert not run.path.exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_stops_everything(kit: Callable[..., Kit], number: signal.Signals) -> None:
    running = kit()
    running.process.send_signal(number)
    assert running.process.wait(20) != 0
    assert gone(running.child)
    assert not running.directory.exists()


def test_handlers_are_put_back(temporary: Path) -> None:
    assert temporary
    before = signal.getsignal(signal.SIGTERM)
    with run_directory():
        pass
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize("child", [SLEEP, STUBBORN], ids=["sleep", "stubborn"])
def test_the_guardian_reaps_when_the_kit_is_killed(kit: Callable[..., Kit], child: tuple[str, ...]) -> None:
    running = kit(*child)
    running.process.kill()
    assert eventually(lambda: not running.directory.exists())
    assert gone(running.child)


def test_the_guardian_outlives_the_signals_that_stop_the_kit(kit: Callable[..., Kit]) -> None:
    running = kit()
    guardian = running.guardian()
    assert eventually(lambda: Path(guardian.cwd()) == Path("/"))
    time.sleep(0.5)  # its handlers are its first act, after Python has started
    guardian.send_signal(signal.SIGTERM)
    guardian.send_signal(signal.SIGINT)
    running.process.kill()
    assert eventually(lambda: not running.directory.exists())


def test_the_next_run_reaps_when_the_guardian_was_killed_too(kit: Callable[..., Kit]) -> None:
    running = kit()
    running.guardian().kill()
    running.process.kill()
    running.process.wait()
    assert running.directory.exists()
    said: list[str] = []
    with run_directory(said.append):
        assert not running.directory.exists()
        assert gone(running.child)
    assert said == [f"cleaning up after a run that was killed ({running.directory.name})"]


def test_a_run_that_goes_on_is_not_reaped(kit: Callable[..., Kit]) -> None:
    running = kit()
    with run_directory():
        pass
    reap(running.directory)
    assert running.directory.exists()
    assert not gone(running.child)


def test_a_pid_that_was_used_again_is_not_killed(temporary: Path) -> None:
    innocent = subprocess.Popen(SLEEP)
    try:
        dead = temporary / "dead"
        dead.mkdir()
        (dead / "lock").touch()
        (dead / "processes").write_text(f"{innocent.pid} {time.time() - 3600}\n12")
        reap(dead)
        assert innocent.poll() is None
        assert not dead.exists()
    finally:
        innocent.kill()
        innocent.wait()


def test_a_long_tmpdir_is_not_used(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = temporary / ("long" * 20)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    with run_directory() as run:
        assert run.path.parent.parent == Path("/tmp")  # noqa: S108 - what is expected


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a directory away")
def test_a_directory_of_somebody_else_is_refused(temporary: Path) -> None:
    home = temporary / f"npk-{os.getuid()}"
    home.mkdir()
    os.chown(home, 65534, 65534)
    with pytest.raises(UnavailableError, match="belongs to somebody else; remove it"), run_directory():
        pass
