"""Translations of a generated plugin: `django.po` gets every text of the code, and the `.mo` that NetBox reads.

GNU gettext does the same for the plugin's author, later; it need not be there when a plugin is made.
"""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterator
from pathlib import Path

__all__ = ["fill_catalogues"]

_FUNCTIONS = {"_", "gettext", "gettext_lazy"}
_TRANS = re.compile(r"""\{%\s*trans(?:late)?\s+(?:"([^"]*)"|'([^']*)')""")


def fill_catalogues(project: Path) -> None:
    """Put every text of a project into its catalogues, which have a head only, and compile them."""
    for catalogue in sorted(project.rglob("*.po")):
        package = catalogue.parents[3]
        head = catalogue.read_text(encoding="utf-8").rstrip("\n")
        entries = [f'#: {", ".join(places)}\nmsgid {_quoted(text)}\nmsgstr ""' for text, places in _texts(package)]
        catalogue.write_text("\n\n".join([head, *entries]) + "\n", encoding="utf-8")
        catalogue.with_suffix(".mo").write_bytes(_compiled({"": _header(head)}))


def _texts(package: Path) -> list[tuple[str, list[str]]]:
    """Every text and the files it is in, in the order in which people meet them; the tests speak English."""
    found: dict[str, list[str]] = {}
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package)
        if path.suffix in {".py", ".html"} and name.parts[0] != "tests":
            source = path.read_text(encoding="utf-8")
            for text in _in_python(source) if path.suffix == ".py" else _in_template(source):
                places = found.setdefault(text, [])
                if name.as_posix() not in places:
                    places.append(name.as_posix())
    return list(found.items())


def _in_python(source: str) -> Iterator[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str() as text)]) if name in _FUNCTIONS:
                yield text


def _in_template(source: str) -> Iterator[str]:
    for match in _TRANS.finditer(source):
        yield match[1] or match[2]


def _quoted(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def _header(head: str) -> str:
    """The value of the entry without a text: how the catalogue is encoded, and its language."""
    return "".join(str(ast.literal_eval(line)) for line in head.splitlines() if line.startswith('"'))


def _compiled(messages: dict[str, str]) -> bytes:
    """GNU's format of translated messages (its manual, "The Format of GNU MO Files"), without a hash table."""
    pairs = [(key.encode(), value.encode()) for key, value in sorted(messages.items())]
    count, tables = len(pairs), 28
    position, data, originals, translations = tables + 16 * count, b"", b"", b""
    for column, text in [(0, key) for key, _ in pairs] + [(1, value) for _, value in pairs]:
        entry = struct.pack("<II", len(text), position + len(data))
        data += text + b"\0"
        originals, translations = (
            (originals + entry, translations) if column == 0 else (originals, translations + entry)
        )
    head = struct.pack("<7I", 0x950412DE, 0, count, tables, tables + 8 * count, 0, tables + 16 * count)
    return head + originals + translations + data
