"""NBP601: the plugin does not say which NetBox versions it is for."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.declaring import BOUNDS
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP601",
    title="NetBox version not declared",
    severity="warning",
    source="docs/plugins/development/index.md, PluginConfig Attributes: min_version, max_version",
    why="NetBox then loads the plugin on every release, those that came out after it too, and it fails there in the "
    "middle of a page or a migration instead of being left out with a clear line.",
    bad='class ExampleConfig(PluginConfig):\n    name = "netbox_example"',
    good='class ExampleConfig(PluginConfig):\n    name = "netbox_example"\n    min_version = "4.5.0"\n'
    '    max_version = "4.7.99"',
    limits="A bound that is computed when NetBox starts counts as declared.",
)


@rule.on(Project)
def undeclared(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A PluginConfig without one of the bounds, or without both."""
    if project.plugin is None:
        return
    missing = [name for name in BOUNDS if project.plugin.attributes.get(name) is None]
    if missing:
        yield rule.finding(
            project.place,
            f"{project.plugin.config_class} declares no {' and no '.join(missing)}",
            fix="declare the oldest and the newest NetBox that the plugin is tested on, the newest as in 4.7.99",
        )
