"""NBP607: the versions that are declared are not those on which the plugin was seen to work; told by `npk matrix`."""

from __future__ import annotations

from netbox_plugin_kit.rules.rule import Rule

rule = Rule(
    code="NBP607",
    title="Proven range differs from the declared one",
    severity="warning",
    source="docs/plugins/development/index.md, PluginConfig Attributes: min_version, max_version",
    why="NetBox believes the declaration: users of a release on which the plugin would work are refused, or users of "
    "one on which it does not are let in.",
    bad='min_version = "4.5.0"  # and it fails on 4.5.0 to 4.5.3',
    good='min_version = "4.5.4"  # npk matrix --write',
    limits="Nothing that `npk lint` could see: `npk matrix` tells it, from what the cells proved, the releases beside "
    "the declared range among them. A range that is too narrow is information only.",
)
