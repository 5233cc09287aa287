"""NBP706: the plugin's settings are read before NetBox has completed them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.executing import Running, at_import
from netbox_plugin_kit.rules.loading import imported_with_config
from netbox_plugin_kit.rules.paths import settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP706",
    title="Settings read too early",
    severity="error",
    source="netbox/settings.py, the loop over PLUGINS; netbox/plugins/__init__.py, PluginConfig.validate",
    why="netbox/settings.py itself imports the plugin's package, and fills in its default settings, its middleware and "
    "its queues afterwards. What is read while the package is imported is the half that is there: without defaults, "
    "and with a KeyError or ImproperlyConfigured where the user has configured nothing.",
    bad='# netbox_example/__init__.py\nLIMIT = settings.PLUGINS_CONFIG["netbox_example"]["limit"]',
    good='def ready(self):\n    super().ready()\n    limit = get_plugin_config("netbox_example", "limit")',
    limits="Settings that are complete by then, such as RELEASE and DEBUG, are left alone, and so are modules that the "
    "package does not import at its top level.",
)

_LATER = frozenset({"PLUGINS_CONFIG", "INSTALLED_APPS", "MIDDLEWARE", "RQ_QUEUES", "EVENTS_PIPELINE"})
"""What the loop over the plugins still changes."""


@rule.on(Project)
def too_early(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """In the package's `__init__`, or in a module that it imports at once."""
    for module in imported_with_config(project):
        text = module.source.text
        if "settings" not in text and "get_plugin_config" not in text:
            continue
        for here in at_import(module, project.flow):
            if (what := _read(here, project)) is not None:
                yield rule.finding(
                    here.place,
                    f"{what} is read while NetBox's settings are still being made",
                    fix="read it in ready(), or where it is used",
                    severity="warning" if here.guarded else None,
                )


def _read(here: Running, project: Project) -> str | None:
    node = here.node
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in _LATER:
        paths = project.flow.paths(node, here.block)
        return f"settings.{node.attr}" if any(settings_member(path) == node.attr for path in paths) else None
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("get_plugin_config"):
        paths = project.flow.paths(node.func, here.block)
        return "the plugin's configuration" if any(path.startswith("netbox.plugins") for path in paths) else None
    return None
