"""What an exception says, and where in the plugin it came from."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from types import TracebackType

from .protocol import Finding

__all__ = ["from_plugin", "place", "summary", "trouble"]


_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def summary(problem: BaseException) -> str:
    """The exception in one line, e.g. `ModuleNotFoundError: No module named 'x'`.

    Addresses in memory are left out: with them no two runs would say the same.
    """
    first = _ADDRESS.sub("", str(problem)).strip().splitlines()
    name = type(problem).__name__
    return f"{name}: {first[0]}" if first else name


def place(problem: BaseException, site: str) -> tuple[str | None, int | None]:
    """File (relative to `site`) and line of the innermost frame that is the plugin's own code."""
    found: tuple[str | None, int | None] = (None, None)
    root = str(Path(site)) + "/"
    if isinstance(problem, SyntaxError) and problem.filename and problem.filename.startswith(root):
        return problem.filename.removeprefix(root), problem.lineno
    for frame in traceback.extract_tb(_traceback(problem)):
        if frame.filename.startswith(root):
            found = frame.filename.removeprefix(root), frame.lineno
    if found == (None, None) and (cause := problem.__cause__ or problem.__context__):
        return place(cause, site)
    return found


def from_plugin(problem: BaseException, site: str) -> bool:
    """Did the plugin's own code take part?"""
    return place(problem, site)[0] is not None


def trouble(problem: BaseException, site: str, *, fix: str | None = None) -> Finding:
    """The exception as a finding."""
    path, line = place(problem, site)
    return Finding(summary(problem), path, line, fix=fix)


def _traceback(problem: BaseException) -> TracebackType | None:
    return problem.__traceback__
