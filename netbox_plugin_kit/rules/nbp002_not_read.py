"""NBP002: a file could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.sources import LARGEST, Unreadable
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP002",
    title="File that cannot be read",
    severity="warning",
    source="PEP 3120: Python's sources are UTF-8",
    why="What it says was not looked at: it is not UTF-8, too long to be written by hand, or a link that leads nowhere "
    "or to a directory.",
    bad="models.py in Latin-1, a module of 5 MB, a link to a directory",
    good="models.py in UTF-8",
    limits=f"Files above {LARGEST / 1e6:.0f} MB are left out.",
)


@rule.on(Unreadable)
def unread(file: Unreadable, context: Context) -> Iterator[Violation]:
    """A file that could not be read as text; outside of the package, where little is read, it matters less."""
    if file.is_syntax:
        return
    plugin = context.project.plugin
    inside = plugin is None or (context.project.root / file.place.path).is_relative_to(plugin.package_path)
    yield rule.finding(
        file.place, file.reason, fix="save it as UTF-8, divide it, put a copy in place of the link, or exclude it",
        severity="warning" if inside else "info",
    )  # fmt: skip
