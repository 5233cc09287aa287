"""The files that are linted, each read once; what cannot be read is said, and the rest is linted all the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

__all__ = ["LARGEST", "Place", "Source", "Unreadable", "read_source"]

LARGEST = 1_000_000
"""Bytes: a longer file is data or generated, and is reported instead of being read."""

_LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line for Python's parser; `str.splitlines` knows more, such as form feeds."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is.

    Attributes:
        path: The file, relative to the project, with forward slashes.
        line: From 1; None stands for the file as a whole.
        column: From 1, in characters.
    """

    path: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Source:
    """A text file of the project.

    Attributes:
        path: Where it is on this machine.
        name: Its path relative to the project, with forward slashes.
        text: What it holds.
    """

    path: Path
    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Its lines, as editors and Python's parser count them."""
        return _LINE_END.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def line(self, number: int | None) -> str:
        """A line by its number from 1, empty when there is none."""
        return self.lines[number - 1] if number and number <= len(self.lines) else ""

    def place(self, line: int | None = None, column: int | None = None) -> Place:
        """A place in it.

        Args:
            line: From 1.
            column: From 1, in bytes of UTF-8: `col_offset + 1` of a syntax tree.
        """
        if line is None or column is None or self.text.isascii():
            return Place(self.name, line, column)
        return Place(self.name, line, _characters(self.line(line), column - 1) + 1)

    def place_of(self, offset: int) -> Place:
        """The place of a character."""
        line = bisect_right(self._starts, offset)
        return Place(self.name, line, offset - self._starts[line - 1] + 1)

    def start(self, line: int) -> int:
        """The offset of a line's first character; of the end of the text, behind its last line."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def offset(self, line: int, column: int) -> int:
        """The offset of a position as syntax trees give it: line from 1, column in bytes of UTF-8 from 0."""
        return self.start(line) + _characters(self.line(line), column)


def _characters(line: str, size: int) -> int:
    """How many characters some bytes at the start of a line are."""
    return size if line.isascii() else len(line.encode()[:size].decode(errors="ignore"))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read as text.

    Attributes:
        place: Which, and the line if there is one.
        reason: Why, in a line.
        is_syntax: It was read, but is not Python.
    """

    place: Place
    reason: str
    is_syntax: bool = False


def read_source(path: Path, name: str) -> Source | Unreadable:
    """Read a file as UTF-8, with or without a mark at its start."""
    place = Place(name)
    try:
        if not path.is_file():
            return Unreadable(place, "it is not a file, or leads nowhere")
        size = path.stat().st_size
        if size > LARGEST:
            return Unreadable(place, f"it has {size / 1e6:.1f} MB, more than the {LARGEST / 1e6:.0f} MB that are read")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Unreadable(Place(name, line), f"it is not UTF-8: byte {error.object[error.start]:#04x} in line {line}")
    except (OSError, RuntimeError) as error:  # a loop of symbolic links is a RuntimeError before Python 3.13
        return Unreadable(place, getattr(error, "strerror", None) or str(error))
    return Source(path, name, text)
