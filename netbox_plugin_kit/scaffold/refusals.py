"""What a judgement on a name says, and how a name is found that would be accepted instead."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Refusal", "is_keyword", "is_snake", "judged", "shown"]

_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a name cannot be used, and what to use instead.

    Attributes:
        reason: One clause, e.g. "`core` is a package of NetBox's own".
        suggestion: A name that is accepted, e.g. `netbox_core`; empty if there is none to be had.
    """

    reason: str
    suggestion: str


Objections = Callable[[str], Iterator[str]]
"""What stands against a name, the plainest first; only that one is told."""


def judged(name: str, objections: Objections, candidates: Iterable[str]) -> Refusal | None:
    """The refusal of a name, with the first candidate that would be accepted; None if nothing stands against it."""
    reason = next(objections(name), None)
    if reason is None:
        return None
    return Refusal(reason, next((other for other in candidates if next(objections(other), None) is None), ""))


def is_snake(name: str) -> bool:
    """Is it snake_case in ASCII, without an underscore at either end or two in a row?"""
    return _SNAKE.fullmatch(name) is not None


def is_keyword(name: str) -> bool:
    """Is it a word of Python's, in this or another case? `match` and `type` may be names."""
    return keyword.iskeyword(name) or keyword.iskeyword(name.capitalize())


def shown(name: str) -> str:
    """A name within a sentence: short, on one line, printable."""
    text = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}..."
    return f"`{text}`" if text.isprintable() else repr(text)
