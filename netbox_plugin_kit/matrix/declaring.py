"""Writing the supported NetBox versions, everywhere a project writes them, and nothing else in those files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.collecting import collect
from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.repairs import Edit, Repair, apply_edits
from netbox_plugin_kit.linting.sources import Source
from netbox_plugin_kit.plugin.agreement import VERSION
from netbox_plugin_kit.releases.core import Core
from netbox_plugin_kit.rules.declaring import BOUNDS, declared, rewrite

__all__ = ["write_range"]

_TABLES = ("COMPATIBILITY.md", "README.md")
_MANIFEST = "netbox-plugin.yaml"


def write_range(root: Path, min_version: str | None, max_version: str | None) -> tuple[Path, ...]:
    """Declare a range of NetBox versions, in the PluginConfig and wherever it is repeated.

    Repeated it may be in the row of the plugin's version of a table in COMPATIBILITY.md or README.md (version, oldest
    and newest NetBox), and in netbox-plugin.yaml. There are no classifiers for NetBox versions that could tell it.

    Args:
        root: The project.
        min_version: The oldest NetBox, or None to leave what is there.
        max_version: The newest NetBox, likewise.

    Returns:
        The files that were changed.

    Raises:
        UsageError: A place cannot be written because its value is worked out at run time; nothing is written then.
        UnavailableError: A file cannot be written.
    """
    project = collect(root, Core.load()).project
    wanted = dict(zip(BOUNDS, (min_version, max_version), strict=True))
    edits: list[Edit] = []
    for name, text in wanted.items():
        if text is not None and declared(project, name) != text:
            edits += _in_code(project, name, text)
    version = project.plugin.version if project.plugin else None
    if isinstance(version, str):
        for table in _TABLES:
            if (source := project.source(table)) is not None:
                edits += _in_table(source, version, wanted)
        if (source := project.source(_MANIFEST)) is not None:
            edits += _in_manifest(source, version, wanted)
    apply_edits(root, [Repair(tuple(edits))] if edits else [])
    return tuple(root / name for name in dict.fromkeys(edit.name for edit in edits))


def _in_code(project: Project, name: str, text: str) -> Iterator[Edit]:
    repair = rewrite(project, name, text, safe=True)
    if repair is not None:
        yield from repair.edits
        return
    config = project.config
    if config is None or config.attribute(name) is not None:
        place = project.config_place(name)
        where = f"{place.path}:{place.line}" if place.line else place.path
        raise UsageError(f"{where}: {name} is worked out at run time; write {name} = {text!r} there by hand")
    yield _added(project, name, text)


def _added(project: Project, name: str, text: str) -> Edit:
    """A new line of the PluginConfig, below the last of what it assigns."""
    assert project.config is not None  # noqa: S101 - who calls has looked
    source, body = project.config.module.source, project.config.node.body
    assigned = [statement for statement in body if isinstance(statement, ast.Assign | ast.AnnAssign)]
    after = (assigned or body)[-1]
    indent = " " * after.col_offset
    end = source.offset(after.end_lineno or after.lineno, after.end_col_offset or 0)
    quote = "'" if source.text.count("'") > source.text.count('"') else '"'
    return Edit(source.name, end, end, f"\n{indent}{name} = {quote}{text}{quote}")


def _in_table(source: Source, version: str, wanted: dict[str, str | None]) -> Iterator[Edit]:
    """The row of the version, whose next two cells are the oldest and the newest NetBox."""
    for number, line in enumerate(source.lines, 1):
        cells = list(_cells(line))
        texts = [VERSION.fullmatch(text.strip(" `*")) for _, text in cells[:3]]
        if len(texts) < 3 or not all(texts) or not _is_version(cells[0][1], version):  # noqa: PLR2004 - columns
            continue
        for (begin, text), new in zip(cells[1:3], wanted.values(), strict=True):
            if new is not None and (found := VERSION.search(text)) is not None:
                start = source.start(number) + begin + found.start()
                yield from _replaced(source, start, found[0], new)
        return


def _is_version(cell: str, version: str) -> bool:
    text = cell.strip(" `*").removeprefix("v")
    series = re.fullmatch(r"(.*?)(\.[xX*])+", text)
    return f"{version}.".startswith(f"{series[1]}.") if series else text == version


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a row, each with where it begins."""
    if "|" not in line:
        return
    at = 0
    for part in line.split("|"):
        if part.strip():
            yield at, part
        at += len(part) + 1


_ENTRY = re.compile(r"^(\s*)-\s")


def _in_manifest(source: Source, version: str, wanted: dict[str, str | None]) -> Iterator[Edit]:
    """The entry of the version in NetBox's catalogue manifest."""
    names = dict(zip(("netbox_min", "netbox_max"), wanted.values(), strict=True))
    for entry in _entries(source):
        release = next((found for line in entry if (found := _pair(source, line, "release"))), None)
        if release is None or release[1] != version:
            continue
        for line in entry:
            for name, new in names.items():
                found = _pair(source, line, name)
                if found is not None and new is not None:
                    yield from _replaced(source, source.start(line) + found[0], found[1], new)


def _entries(source: Source) -> Iterator[list[int]]:
    """The lines of each item of a list."""
    entry: list[int] = []
    for number, line in enumerate(source.lines, 1):
        if _ENTRY.match(line) or (line.strip() and not line.startswith((" ", "-"))):
            yield entry
            entry = []
        entry.append(number)
    yield entry


def _pair(source: Source, number: int, key: str) -> tuple[int, str] | None:
    """Where in a line the value of a key begins, and the value."""
    match = re.match(rf"[\s-]*{key}\s*:\s*['\"]?([^'\"#\s]+)", source.line(number))
    return (match.start(1), match[1]) if match else None


def _replaced(source: Source, start: int, old: str, new: str) -> Iterator[Edit]:
    """The new version, in the way the old one was written: `v4.6.x` stays of that kind."""
    text = new
    if re.search(r"\.[xX*]$", old) and new.endswith(".99"):
        text = f"{new.removesuffix('99')}{old[-1]}"
    text = f"v{text}" if old.startswith("v") else text
    if text != old:
        yield Edit(source.name, start, start + len(old), text)
