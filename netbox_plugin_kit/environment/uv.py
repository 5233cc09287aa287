"""uv, which makes the environments: found in its PyPI package, started with the user's own index settings."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.runs import run_directory

__all__ = ["UvError", "run_uv", "uv_program"]

_SECONDS = 1800.0
_DRAWING = re.compile(r"^[\s│├╰─▶\u00d7╭]+")
_CAUSE = re.compile("(?:cause|Caused by): ")
_QUESTIONS = frozenset({("python", "dir"), ("pip", "freeze")})
"""Commands that answer at once and change nothing."""

_CHATTER = ("warning:", "hint:", "Using ", "Resolved ", "Creating ")


class UvError(UnavailableError):
    """uv said no; the message is its own reason, without decoration.

    Attributes:
        said: Everything it said, and what the build backend did before.
    """

    def __init__(self, message: str, said: str = "") -> None:
        super().__init__(message)
        self.said = said


@functools.cache
def uv_program() -> str:
    """Path of the uv program.

    Raises:
        UnavailableError: There is none.
    """
    with contextlib.suppress(ImportError, FileNotFoundError):
        from uv import find_uv_bin

        return str(find_uv_bin())
    if found := shutil.which("uv"):
        return found
    raise UnavailableError("there is no uv, which installs what NetBox needs. Install it: pip install uv")


def run_uv(*arguments: str | Path, cwd: Path | None = None, home: Path | None = None) -> str:
    """Run uv and return what it printed; neither it nor what it started outlives the kit.

    Args:
        arguments: The command, e.g. `pip`, `install`, ...
        cwd: Working directory; the default is a neutral one, so that no project's uv settings apply.
        home: Where uv should keep its cache, when not where it always does.

    Raises:
        UvError: With uv's reason.
    """
    command = [uv_program(), "--no-progress", "--color", "never", *map(str, arguments)]
    how: dict[str, Any] = {
        "cwd": cwd or Path("/"),
        "env": _environment(home),
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "encoding": "utf-8",
        "errors": "replace",
    }
    try:
        if arguments[:2] in _QUESTIONS:
            done: subprocess.CompletedProcess[str] = subprocess.run(command, timeout=_SECONDS, check=False, **how)
        else:
            done = _run_guarded(command, how)
    except subprocess.TimeoutExpired as error:
        raise UvError(f"uv {arguments[0]} took longer than {_SECONDS:.0f} s") from error
    except OSError as error:
        raise UvError(f"uv ({command[0]}) cannot be started: {error.strerror or error}") from error
    if done.returncode:
        raise UvError(_reason(done.stderr or done.stdout), done.stderr or done.stdout)
    return done.stdout


def _run_guarded(command: list[str], how: dict[str, Any]) -> subprocess.CompletedProcess[str]:
    """A run of its own: were uv to outlive a kit that was killed, it would write into what the next run builds."""
    with run_directory() as run, run.spawn(command, **how) as process:
        try:
            said, complained = process.communicate(timeout=_SECONDS)
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(command, process.returncode, said, complained)


def _environment(home: Path | None) -> dict[str, str]:
    environment = {key: value for key, value in os.environ.items() if key not in {"VIRTUAL_ENV", "PYTHONPATH"}}
    # pip's users have told pip where their index is; uv does not read pip's variables by itself.
    if index := environment.get("PIP_INDEX_URL"):
        environment.setdefault("UV_DEFAULT_INDEX", index)
    if os.environ.get("NPK_OFFLINE"):
        environment["UV_OFFLINE"] = "1"
    environment.setdefault("UV_HTTP_TIMEOUT", "120")
    if home is not None:
        environment["UV_CACHE_DIR"] = str(home)
    return environment


def _reason(said: str) -> str:
    """What uv explained, as one paragraph: its tree drawing and its hints about caches are for other readers."""
    lines = [_DRAWING.sub("", line).strip() for line in said.splitlines()]
    reason = ""
    for line in lines:
        if cause := _CAUSE.match(line):
            reason = f"{reason.rstrip('.:')}: {line[cause.end() :]}"
        elif line and not line.startswith(_CHATTER):
            reason = f"{reason} {line}".strip()
    return reason.removeprefix("error: ") or "uv failed without a word"
