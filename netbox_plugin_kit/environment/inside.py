"""Starting the code of `inside/` in an environment, and following what it reports."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.runs import Run

__all__ = ["PACKAGE", "Polled", "Start", "follow", "launch", "place_inside"]

PACKAGE = "npk_inside"
"""What `inside/` is called where it runs: it must not bring the rest of the kit with it."""

_KIT = Path(__file__).parent.parent
_SOURCES = _KIT / "inside"
_POLL = 0.02


def place_inside(workspace: Path) -> None:
    """Copy `inside/` to where the environment's Python will find it, and what plugins' tests may import of the kit."""
    kit = workspace / _KIT.name
    for source, target in ((_SOURCES, workspace / PACKAGE), (_KIT / "testing", kit / "testing")):
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    shutil.copy2(_KIT / "__init__.py", kit)


@dataclass(frozen=True, slots=True)
class Start:
    """A process of `inside/` that is to be started.

    Attributes:
        netbox: The environment to run in.
        workspace: A directory of the process's own, with everything it reads.
        arguments: The name of a module of `inside/`, if not the one that asks checks, and its arguments.
        variables: Environment variables.
        path: Directories for Python to find plugins in.
    """

    netbox: Environment
    workspace: Path
    arguments: Sequence[str]
    variables: Mapping[str, str]
    path: Sequence[Path] = ()

    @property
    def module(self) -> list[str]:
        """The module, and what it is told: what Python has after `-m`."""
        if self.arguments and (_SOURCES / f"{self.arguments[0]}.py").exists():
            return [f"{PACKAGE}.{self.arguments[0]}", *self.arguments[1:]]
        return [PACKAGE, *self.arguments]

    def python_path(self, path: Sequence[Path]) -> str:
        """PYTHONPATH: NetBox's own packages come first, as `manage.py` makes them, then the plugin's.

        Args:
            path: Where the directories of `path` are.
        """
        netbox = [self.netbox.netbox] if self.netbox.netbox else []
        return os.pathsep.join(map(str, [self.workspace, *netbox, *path]))


def launch(start: Start, run: Run, output: IO[bytes]) -> subprocess.Popen[Any]:
    """Start a process with the environment's Python; what it prints is written to `output`."""
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "DJANGO_", "NETBOX_"))
    }
    work = start.workspace / "work"
    work.mkdir(exist_ok=True)
    own = {**start.variables, "PYTHONPATH": start.python_path(start.path), "PYTHONUNBUFFERED": "1"}
    return run.spawn(
        [start.netbox.python, "-m", *start.module],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        cwd=work,
        env={**inherited, **own},
    )


class Polled(Protocol):
    """Whatever can be asked whether it has ended."""

    def poll(self) -> int | None:
        """Its exit status, or None."""


def follow(process: Polled, results: Path) -> Iterator[dict[str, Any] | None]:
    """The events a process writes to its results file, as they come, and None whenever there is nothing new."""
    position = 0
    while True:
        ended = process.poll() is not None
        position, events = _read(results, position)
        yield from events
        if ended and not events:
            return
        if not events:
            yield None
            time.sleep(_POLL)


def _read(results: Path, position: int) -> tuple[int, list[dict[str, Any]]]:
    try:
        with results.open("rb") as file:
            file.seek(position)
            text = file.read()
    except FileNotFoundError:
        return position, []
    whole = text[: text.rfind(b"\n") + 1]
    return position + len(whole), [event for line in whole.splitlines() if (event := _event(line))]


def _event(line: bytes) -> dict[str, Any] | None:
    """A line that says something; a plugin may write to the file, too, and what it writes is not listened to."""
    with contextlib.suppress(ValueError):
        event = json.loads(line)
        if isinstance(event, dict) and "event" in event:
            return event
    return None
