"""NBP711: a setting is required and has a default."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP711",
    title="Required setting with a default",
    severity="warning",
    source="netbox/plugins/__init__.py, PluginConfig.validate",
    why="NetBox looks for required settings before it fills in the defaults: the default is never used, and NetBox "
    "does not start for users who rely on it.",
    bad='required_settings = ["api_url"]\ndefault_settings = {"api_url": "https://localhost"}',
    good='required_settings = ["api_url"]\ndefault_settings = {"timeout": 10}',
)


@rule.on(Project)
def both(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A name in both attributes."""
    attributes = project.plugin.attributes if project.plugin is not None else {}
    required, defaults = attributes.get("required_settings"), attributes.get("default_settings")
    if not isinstance(required, list | tuple) or not isinstance(defaults, dict):
        return
    for name in required:
        if isinstance(name, str) and name in defaults:
            yield rule.finding(
                project.config_place("required_settings"),
                f"the setting {name!r} is required and has a default, which is never used",
                fix="take it out of required_settings, or out of default_settings",
            )
