"""What an exception says, and where in the plugin it came from."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

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
    """File (relative to `site`) and line of the innermost frame that is the plugin's own code, in it or its causes."""
    root = str(Path(site)) + "/"
    for each in _chain(problem):
        if isinstance(each, SyntaxError) and each.filename and each.filename.startswith(root):
            return each.filename.removeprefix(root), each.lineno
        own = [frame for frame in traceback.extract_tb(each.__traceback__) if frame.filename.startswith(root)]
        if own:
            return own[-1].filename.removeprefix(root), own[-1].lineno
    return None, None


def _chain(problem: BaseException) -> Iterator[BaseException]:
    """It, and what led to it, each once: what is raised again from what it caused is its own cause."""
    seen: set[int] = set()
    each: BaseException | None = problem
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or each.__context__


def from_plugin(problem: BaseException, site: str) -> bool:
    """Did the plugin's own code take part?"""
    return place(problem, site)[0] is not None


def trouble(problem: BaseException, site: str, *, fix: str | None = None) -> Finding:
    """The exception as a finding."""
    path, line = place(problem, site)
    return Finding(summary(problem), path, line, fix=fix)
