"""Starting the code of `inside/` in an environment, and following what it reports."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.runs import Run

__all__ = ["PACKAGE", "follow", "launch", "place_inside"]

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


def launch(  # noqa: PLR0913 - a process has many sides
    environment: Environment,
    workspace: Path,
    arguments: Sequence[str],
    *,
    variables: Mapping[str, str],
    path: Sequence[Path],
    run: Run,
    output: IO[bytes],
) -> subprocess.Popen[Any]:
    """Start a module of `inside/` with the environment's Python; the first argument may name it.

    NetBox's own packages come first, as `manage.py` makes them, then the plugin's.
    """
    module, rest = (PACKAGE, arguments)
    if arguments and (_SOURCES / f"{arguments[0]}.py").exists():
        module, rest = f"{PACKAGE}.{arguments[0]}", arguments[1:]
    places = [workspace, *([environment.netbox] if environment.netbox else []), *path]
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "DJANGO_", "NETBOX_"))
    }
    work = workspace / "work"
    work.mkdir(exist_ok=True)
    return run.spawn(
        [environment.python, "-m", module, *rest],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        cwd=work,
        env={**inherited, **variables, "PYTHONPATH": os.pathsep.join(map(str, places)), "PYTHONUNBUFFERED": "1"},
    )


def follow(process: subprocess.Popen[Any], results: Path) -> Iterator[dict[str, Any] | None]:
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
    return position + len(whole), [json.loads(line) for line in whole.splitlines()]
