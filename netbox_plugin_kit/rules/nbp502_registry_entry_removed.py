"""NBP502: something is taken out of NetBox's registry."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.registry import is_own, keys_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP502",
    title="Registry entry removed",
    severity="error",
    source="netbox/registry.py; docs/plugins/index.md, Limitations: disable core components",
    why="Views, search, widgets and data backends of core, or of another plugin, are gone for everybody.",
    bad='registry["search"].pop("dcim.site")',
    good="permissions, for what some users should not see",
    limits="An entry of the plugin's own may go, and where the key is not known nothing is said.",
)


@rule.on(Change)
def removed(change: Change, context: Context) -> Iterator[Violation]:
    """`del`, `pop`, `clear` and `remove` below the registry."""
    keys = keys_of(change.path)
    if keys is None or change.how != "delete" or is_own(keys, context) or (keys and keys[-1] == "?"):
        return
    yield rule.finding(
        change.place, f"{change.words} takes {'/'.join(keys) or 'everything'} out of NetBox's registry",
        fix="leave what others registered where it is",
    )  # fmt: skip
