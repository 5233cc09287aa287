"""Mending what is mechanical: replacements of text at offsets, so that everything around stays as it was written."""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.linting.sources import Source

__all__ = ["Edit", "Repair", "apply_edits", "replace_node"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement.

    Attributes:
        name: The file, relative to the project; one that does not exist is made.
        start: Offset of the first character that goes.
        end: Offset behind the last one; equal to `start` to insert.
        text: What comes in its place.
    """

    name: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Edits that belong together.

    Attributes:
        edits: All of them, or none, are made.
        safe: Whether the plugin certainly does what it did, but for what the finding says.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


def replace_node(source: Source, node: ast.expr | ast.stmt, text: str) -> Edit:
    """An edit that puts a text in the place of an expression or statement."""
    start = source.offset(node.lineno, node.col_offset)
    end = source.offset(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    return Edit(source.name, start, end, text)


def apply_edits(root: Path, repairs: Iterable[Repair]) -> int:
    """Write the repairs whose edits do not overlap with those before; how many were made.

    What lies outside the project, a link may lead there, is not touched.

    Raises:
        UnavailableError: A file cannot be written; those before it are.
    """
    root = root.resolve()
    texts: dict[str, str] = {}
    taken: dict[str, list[tuple[int, int]]] = {}
    chosen: list[Edit] = []
    made = 0
    for repair in repairs:
        if any(
            _overlaps(edit, taken.get(edit.name, ())) or not (root / edit.name).resolve().is_relative_to(root)
            for edit in repair.edits
        ):
            continue
        made += 1
        chosen += repair.edits
        for edit in repair.edits:
            taken.setdefault(edit.name, []).append((edit.start, edit.end))
    for edit in sorted(chosen, key=lambda each: (each.name, -each.start, -each.end)):
        if edit.name not in texts:
            texts[edit.name] = _read(root / edit.name)
        text = texts[edit.name]
        texts[edit.name] = text[: edit.start] + edit.text + text[edit.end :]
    for name, text in texts.items():
        _write(root / name, text)
    return made


def _overlaps(edit: Edit, taken: Iterable[tuple[int, int]]) -> bool:
    return any(
        (edit.start, edit.end) == (start, end) or (edit.start < end and start < edit.end) for start, end in taken
    )


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    """Replace a file in one step, with the byte order mark that it had; a link stays a link."""
    path = path.resolve()
    mark = b"\xef\xbb\xbf" if path.exists() and path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    beside = path.with_name(f".{path.name}.npk")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(mark + text.encode())
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UnavailableError(f"cannot write {path}: {error.strerror or error}") from error
