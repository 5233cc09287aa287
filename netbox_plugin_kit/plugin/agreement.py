"""Do the places that name versions agree? The code is right by definition; the others repeat it for people.

Only files that are there are read: a project need not have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.facts import Plugin, Unknown
from netbox_plugin_kit.plugin.project import read_project

__all__ = ["disagreements"]


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
    return [
        *_table(root / "COMPATIBILITY.md", plugin),
        *_manifest(root / "netbox-plugin.yaml", plugin),
        *_log(root, plugin),
    ]


def _bounds(plugin: Plugin) -> tuple[str, str]:
    return str(plugin.min_version), str(plugin.max_version)


def _table(path: Path, plugin: Plugin) -> Iterator[str]:
    if not path.exists():
        return
    rows = [[cell.strip(" `") for cell in line.strip().strip("|").split("|")] for line in _lines(path) if "|" in line]
    row = next((row for row in rows if row[0] == str(plugin.version)), None)
    yield from _compare(path.name, plugin, (row[1], row[2]) if row and len(row) > 2 else None)  # noqa: PLR2004 - columns


def _manifest(path: Path, plugin: Plugin) -> Iterator[str]:
    if not path.exists():
        return
    import yaml

    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries = [dict(entry) for entry in (content or {}).get("compatibility") or ()]
    except (yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise UsageError(f"{path} is not a catalogue manifest: {error}") from error
    entry = next((entry for entry in entries if str(entry.get("release")) == str(plugin.version)), None)
    yield from _compare(
        path.name, plugin, (str(entry.get("netbox_min")), str(entry.get("netbox_max"))) if entry else None
    )


def _compare(place: str, plugin: Plugin, found: tuple[str, str] | None) -> Iterator[str]:
    bounds = _bounds(plugin)
    if found is None:
        yield f"{place} has no line for {plugin.version}, which supports NetBox {bounds[0]} to {bounds[1]}"
    elif found != bounds:
        yield f"{place} says {found[0]} to {found[1]} for {plugin.version}, the code says {bounds[0]} to {bounds[1]}"


def _log(root: Path, plugin: Plugin) -> Iterator[str]:
    path = root / "CHANGELOG.md"
    heading = re.compile(rf"#+ .*\b{re.escape(str(plugin.version))}(?![.\d])")
    if path.exists() and not any(heading.match(line) for line in _lines(path)):
        yield f"{path.name} has no heading for {plugin.version}"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines()
