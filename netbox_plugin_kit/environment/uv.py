"""uv, which makes the environments: found in its PyPI package, started with the user's own index settings."""

from __future__ import annotations

import functools
import os
import re
import subprocess
from pathlib import Path

from netbox_plugin_kit.errors import UnavailableError

__all__ = ["UvError", "run_uv", "uv_program"]

_SECONDS = 1800.0
_DRAWING = re.compile(r"^[\s│├╰─▶\u00d7╭]+")
_CHATTER = ("warning:", "hint:", "Using ", "Resolved ", "Creating ")


class UvError(UnavailableError):
    """uv said no; the message is its own reason, without decoration."""


@functools.cache
def uv_program() -> str:
    """Path of the uv program."""
    from uv import find_uv_bin

    return str(find_uv_bin())


def run_uv(*arguments: str | Path, cwd: Path | None = None, home: Path | None = None) -> str:
    """Run uv and return what it printed.

    Args:
        arguments: The command, e.g. `pip`, `install`, ...
        cwd: Working directory; the default is a neutral one, so that no project's uv settings apply.
        home: Where uv should keep its cache, when not where it always does.

    Raises:
        UvError: With uv's reason.
    """
    command = [uv_program(), "--no-progress", "--color", "never", *map(str, arguments)]
    try:
        done = subprocess.run(
            command,
            cwd=cwd or Path("/"),
            env=_environment(home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UvError(f"uv {arguments[0]} took longer than {_SECONDS:.0f} s") from error
    if done.returncode:
        raise UvError(_reason(done.stderr or done.stdout))
    return done.stdout


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
    kept = [line for line in lines if line and not line.startswith(_CHATTER)]
    return " ".join(kept) or "uv failed without a word"
