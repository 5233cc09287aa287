"""The command line as somebody at a terminal has it: a process, what it says while it works, what it leaves behind."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import psutil

from netbox_plugin_kit.processes import RUN_VARIABLE, processes_here

__all__ = ["NPK", "Disk", "Done", "Kit", "Machine", "eventually", "minimal_plugin"]

NPK = (sys.executable, "-c", "from netbox_plugin_kit.cli import main; main()")


@dataclass(frozen=True)
class Done:
    """A command that came to its end."""

    status: int
    stdout: str
    stderr: str


class Kit:
    """A command that is at work."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self.answer = ""
        self._listeners = [threading.Thread(target=self._listen), threading.Thread(target=self._collect)]
        for thread in self._listeners:
            thread.start()

    def _listen(self) -> None:
        assert self.process.stderr
        self.said.extend(iter(self.process.stderr.readline, ""))

    def _collect(self) -> None:
        assert self.process.stdout
        self.answer = self.process.stdout.read()

    def has_said(self, words: str) -> bool:
        return any(words in line for line in list(self.said))

    def await_words(self, words: str, seconds: float) -> None:
        self.await_that(lambda: self.has_said(words), seconds)

    def await_that(self, question: Callable[[], bool], seconds: float) -> None:
        """Wait until the question is answered with yes; a no at the end comes with what the command said."""
        deadline = time.monotonic() + seconds
        while not (found := question()) and self.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert found, f"status {self.process.poll()} after at most {seconds} s: {self.said}"

    def end(self, seconds: float) -> int:
        """Wait for its end: the exit status."""
        status = self.process.wait(seconds)
        for thread in self._listeners:
            thread.join()
        return status

    def close(self) -> None:
        self.process.kill()
        self.end(10)
        assert self.process.stdout
        assert self.process.stderr
        self.process.stdout.close()
        self.process.stderr.close()


@dataclass(frozen=True)
class Machine:
    """A machine of its own: a cache, and a directory for temporary files, that nobody else uses."""

    temporary: Path
    cache: Path

    def environment(self, **variables: str) -> dict[str, str]:
        without = {name: value for name, value in os.environ.items() if not name.startswith("NPK_") and name != "CI"}
        kept = {name: os.environ[name] for name in ("NPK_NETBOX_REPO",) if name in os.environ}
        return {**without, **kept, "TMPDIR": str(self.temporary), "NPK_CACHE_DIR": str(self.cache), **variables}

    def npk(
        self,
        *arguments: str | Path,
        seconds: float = 60,
        cwd: Path | None = None,
        variables: Mapping[str, str] | None = None,
        **more: str,
    ) -> Done:
        done = subprocess.run(
            [*NPK, *map(str, arguments)],
            capture_output=True, text=True, check=False, timeout=seconds, cwd=cwd, stdin=subprocess.DEVNULL,
            env=self.environment(**(variables or {}), **more),
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)

    @contextlib.contextmanager
    def begin(self, *arguments: str | Path, **variables: str) -> Iterator[Kit]:
        kit = Kit(
            subprocess.Popen(
                [*NPK, *map(str, arguments)],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                env=self.environment(**variables),
            )
        )  # fmt: skip
        try:
            yield kit
        finally:
            kit.close()

    def processes(self) -> list[str]:
        """Command lines of everything alive that was started in a run on this machine."""
        found = []
        for process in processes_here():
            with contextlib.suppress(psutil.Error):
                command = process.cmdline()
                run = process.environ().get(RUN_VARIABLE, "")
                if process.status() != psutil.STATUS_ZOMBIE and str(self.temporary) in "\0".join([run, *command]):
                    found.append(" ".join(command)[:200])
        return found

    def runs(self) -> list[Path]:
        """Run directories."""
        return sorted(self.temporary.glob("npk-*/*"))

    def remains(self) -> list[str]:
        """What is left of runs once all of them are over; a killed one is given some seconds."""

        def look() -> list[str]:
            return [*self.processes(), *map(str, self.runs())]

        eventually(lambda: not look(), 15)
        return look()


def running(mark: str) -> list[psutil.Process]:
    """Processes with an argument that nothing else has."""
    found = []
    for process in processes_here():
        with contextlib.suppress(psutil.Error):
            found += [process] if mark in process.cmdline() else []
    return found


class Disk:
    """A file system of its own with half a megabyte."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir()
        self._run("mount", "-t", "tmpfs", "-o", "size=512k", "npk-tests", str(place))

    def make_read_only(self) -> None:
        self._run("mount", "-o", "remount,ro", str(self.place))

    def close(self) -> None:
        self._run("umount", str(self.place))

    @staticmethod
    def _run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)


def eventually(question: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not question() and time.monotonic() < deadline:
        time.sleep(0.05)
    return question()


def minimal_plugin(root: Path, *, tool: str = "") -> Path:
    """A plugin that is nothing but a PluginConfig; `tool` is its [tool.netbox-plugin-kit]."""
    (root / "netbox_minimal").mkdir(parents=True)
    (root / "netbox_minimal" / "__init__.py").write_text(
        dedent(
            """
            from netbox.plugins import PluginConfig

            class MinimalConfig(PluginConfig):
                name = "netbox_minimal"
                verbose_name = "Minimal"
                version = "1.0"
                base_url = "minimal"

            config = MinimalConfig
            """
        )
    )
    (root / "pyproject.toml").write_text(
        dedent(
            """
            [build-system]
            requires = ["setuptools"]
            build-backend = "setuptools.build_meta"

            [project]
            name = "netbox-minimal"
            version = "1.0"

            [tool.setuptools]
            packages = ["netbox_minimal"]
            """
        )
        + (f"\n[tool.netbox-plugin-kit]\n{dedent(tool)}" if tool else "")
    )
    return root
