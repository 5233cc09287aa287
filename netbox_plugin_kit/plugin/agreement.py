"""Do the places that name versions agree? The code is right by definition; the others repeat it for people.

Only files that are there are read: a project need not have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from packaging.version import Version

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.facts import Plugin, Unknown
from netbox_plugin_kit.plugin.project import read_project

__all__ = ["VERSION", "Disagreement", "differences", "disagreements"]

VERSION = re.compile(r"v?\d+(\.(\d+|[xX*]))+[\w.+-]*")
"""A version as tables write it: `4.7.3`, `v4.7`, `4.7.x`."""

_NOTHING = frozenset({"", "-", "none", "null", "any", "n/a"})


class Disagreement(NamedTuple):
    """A place that says something else than the code.

    Attributes:
        file: Its name, in the project's directory.
        line: The line, where there is one.
        message: What differs, in a line.
    """

    file: str
    line: int | None
    message: str


def disagreements(root: Path) -> list[str]:
    """What does not agree with the code, a line for each place.

    Looked at are `COMPATIBILITY.md` (a table whose rows are version, oldest and newest NetBox, as NetBox's
    documentation suggests), `netbox-plugin.yaml` (the manifest of NetBox's plugin catalogue) and `CHANGELOG.md`.

    Raises:
        UsageError: The project cannot be read.
    """
    plugin = read_project(root)
    if isinstance(plugin.version, Unknown):
        return [f"the version is not known without running the project: {plugin.version.reason}"]
    return [each.message for each in differences(plugin)]


def differences(plugin: Plugin) -> Iterator[Disagreement]:
    """The same, with the places; nothing when a version is not known without running the project.

    Raises:
        UsageError: `netbox-plugin.yaml` is no manifest.
    """
    if any(isinstance(each, Unknown) for each in (plugin.version, plugin.min_version, plugin.max_version)):
        return
    yield from _table(plugin.root / "COMPATIBILITY.md", plugin)
    yield from _manifest(plugin.root / "netbox-plugin.yaml", plugin)
    yield from _log(plugin.root / "CHANGELOG.md", plugin)


def _table(path: Path, plugin: Plugin) -> Iterator[Disagreement]:
    rows = [
        (number, cells)
        for number, line in enumerate(_lines(path), 1)
        if len(cells := [cell.strip(" `*") for cell in line.strip().strip("|").split("|")]) > 2  # noqa: PLR2004 - columns
        and all(VERSION.fullmatch(cell) or cell.lower() in _NOTHING for cell in cells[:3])
    ]
    if rows:  # a table of another kind is left alone
        exact = (row for row in rows if row[1][0].removeprefix("v") == plugin.version)
        series = (row for row in rows if _is_same(str(plugin.version), row[1][0]))
        row = next(exact, None) or next(series, None)
        yield from _compare(path.name, plugin, (row[1][1], row[1][2]) if row else None, row[0] if row else None)


def _manifest(path: Path, plugin: Plugin) -> Iterator[Disagreement]:
    if not path.exists():
        return
    import yaml

    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries = [dict(entry) for entry in (content or {}).get("compatibility") or ()]
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise UsageError(f"{path} is not a catalogue manifest: {error}") from error
    entry = next((entry for entry in entries if str(entry.get("release")) == str(plugin.version)), None)
    release = re.compile(rf"[\s-]*release\s*:\s*['\"]?{re.escape(str(plugin.version))}['\"]?\s*(#.*)?")
    line = next((number for number, text in enumerate(_lines(path), 1) if release.fullmatch(text)), None)
    found = (str(entry.get("netbox_min")), str(entry.get("netbox_max"))) if entry else None
    yield from _compare(path.name, plugin, found, line)


def _compare(file: str, plugin: Plugin, found: tuple[str, str] | None, line: int | None) -> Iterator[Disagreement]:
    bounds = (plugin.min_version, plugin.max_version)
    if found is None:
        message = f"{file} has no line for {plugin.version}, which supports NetBox {bounds[0]} to {bounds[1]}"
        yield Disagreement(file, None, message)
    elif not all(_is_same(bound, text) for bound, text in zip(bounds, found, strict=True)):
        said = f"{file} says {found[0]} to {found[1]} for {plugin.version}"
        yield Disagreement(file, line, f"{said}, the code says {bounds[0]} to {bounds[1]}")


def _is_same(bound: str | Unknown | None, text: str) -> bool:
    """Whether a text says what a bound is: `4.7`, `v4.7.0` are 4.7.0; `4.7.x`, as NetBox writes it, 4.7.99."""
    if bound is None or isinstance(bound, Unknown):
        return text.lower() in _NOTHING
    series = re.fullmatch(r"v?(.*?)(\.[xX*])+", text)
    if series is not None:
        return f"{bound}.".startswith(f"{series[1]}.")
    try:
        return text == bound or Version(text) == Version(bound)
    except ValueError:  # InvalidVersion is one
        return False


def _log(path: Path, plugin: Plugin) -> Iterator[Disagreement]:
    heading = re.compile(rf"#+ .*(?:(?<![.\d]){re.escape(str(plugin.version))}(?![.\d])|\bunreleased\b)", re.IGNORECASE)
    if path.exists() and not any(heading.match(line) for line in _lines(path)):
        yield Disagreement(path.name, None, f"{path.name} has no heading for {plugin.version}")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
