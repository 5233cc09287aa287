"""NBP403: the configuration of another plugin is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP403",
    title="Another plugin's configuration changed",
    severity="error",
    source="docs/plugins/index.md, Limitations: modify core settings",
    why="Which of the two plugins is right depends on their order in PLUGINS, and the administrator's configuration "
    "is right in neither case.",
    bad='settings.PLUGINS_CONFIG["netbox_other"]["enabled"] = False',
    good='get_plugin_config("netbox_other", "enabled")',
    limits="The plugin's own part of PLUGINS_CONFIG is its own business.",
)


@rule.on(Change)
def changed(change: Change, context: Context) -> Iterator[Violation]:
    """An item of PLUGINS_CONFIG that is not the plugin's, or PLUGINS_CONFIG as a whole."""
    if settings_member(change.path) != "PLUGINS_CONFIG" or "(" in change.path:
        return
    key = re.search(r"PLUGINS_CONFIG\[([^\]]*)\]", change.path)
    if key is None:
        yield rule.finding(
            change.place, f"{change.words} changes PLUGINS_CONFIG as a whole", fix="leave it to the administrator"
        )
    elif key[1] not in {"?", context.package, context.label} and not _is_own_name(key[1], context):
        yield rule.finding(
            change.place, f"{change.words} changes the configuration of {key[1]}, another plugin",
            fix="read it with get_plugin_config(), and leave it as it is",
        )  # fmt: skip


def _is_own_name(key: str, context: Context) -> bool:
    return bool(context.package) and key.replace("-", "_") == context.package
