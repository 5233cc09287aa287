"""NBP503: NetBox's own navigation is edited."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP503",
    title="Core navigation edited",
    severity="error",
    source="docs/plugins/development/navigation.md; docs/plugins/index.md, Limitations: disable core components",
    why="Users lose their way to core's pages; since 4.5.2 menus are made when they are asked for, and the list that "
    "was "
    "edited is not there any more.",
    bad="DEVICES_MENU.groups = ()",
    good='menu = PluginMenu(label="Example", groups=(("Things", items),))',
)


@rule.on(Change)
def edited(change: Change, _context: Context) -> Iterator[Violation]:
    """Anything below netbox.navigation."""
    if change.path.startswith("netbox.navigation."):
        yield rule.finding(
            change.place, f"{change.words} changes {change.path}, NetBox's own navigation",
            fix="offer `menu` or `menu_items` in the plugin's navigation.py",
        )  # fmt: skip
