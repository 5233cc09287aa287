"""What is wrong with a specification: where, and what to do."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["Path", "Problem", "alternatives", "close", "quoted"]

Path = tuple[str | int, ...]
"""The keys that lead to a value: `("models", "Contract", "fields", "price")`."""

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake.

    Attributes:
        path: The keys that lead to the value it is about.
        message: What stands in the way, and what to do, in one line.
    """

    path: Path
    message: str


def quoted(value: Any) -> str:
    """A value within a sentence: short, on one line, printable."""
    try:
        text = value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError):
        text = repr(value)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return f"`{text}`" if text.isprintable() else ascii(text)


def close(given: str, known: Iterable[str]) -> str | None:
    """The one of several words that was meant, if there is one like it."""
    words = {word.lower(): word for word in known}
    found = difflib.get_close_matches(given.lower(), words, n=1, cutoff=0.65)
    return words[found[0]] if found else None


def alternatives(given: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown word."""
    names = list(known)
    if meant := close(given, names):
        return f"did you mean `{meant}`?"
    return f"there are {', '.join(names)}" if names else "there are none"
