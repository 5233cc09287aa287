"""NBP721: the PluginConfig names a resource that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Module
from netbox_plugin_kit.rules.loading import RESOURCES, does_not_exist
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP721",
    title="Resource path that leads nowhere",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig._load_resource and PluginConfig.ready",
    why="A path that the PluginConfig gives is imported as it stands, below the module that defines it: when it leads "
    "nowhere, NetBox does not start.",
    bad='menu = "navigation.main_menu"  # and navigation.py has a menu, but no main_menu',
    good='menu = "navigation.menu"',
    limits="Paths that are computed are not followed.",
)

_SINCE = {
    "serializer_resolver": "4.6",
    "event_rule_actions": "4.7",
    "jinja_filters": "4.7",
    "graphql_type_extensions": "4.7",
    "graphql_filter_extensions": "4.7",
}


@rule.on(Project)
def nowhere(project: Project, context: Context) -> Iterator[Violation]:
    """A path without a module, or with a module that has no such name."""
    if project.plugin is None or project.config is None:
        return
    for attribute in (*RESOURCES, "serializer_resolver"):
        path = project.plugin.attributes.get(attribute)
        minors = context.since(_SINCE[attribute]) if attribute in _SINCE else context.minors
        if not isinstance(path, str) or not path or not minors:
            continue
        dotted, _, name = f"{project.config.module.name}.{path}".rpartition(".")
        module = project.flow.modules.get(dotted)
        if does_not_exist(dotted, project):
            missing = f"there is no module {dotted}"
        elif module is not None and _lacks(module, name, project):
            missing = f"{dotted} has no {name}"
        else:
            continue
        yield rule.finding(
            project.config_place(attribute),
            f"{attribute} is {path!r}, but {missing}",
            fix=f"give the path of what there is, below {project.config.module.name}",
            netbox=minors if attribute in _SINCE else (),
        )


def _lacks(module: Module, name: str, project: Project) -> bool:
    """Whether a module certainly has no such name: nothing in its text could make one."""
    if list(project.flow.name_in(module, name)) or re.search(rf"\b{re.escape(name)}\b", module.source.text):
        return False
    return (
        not module.found.scope.stars
        and "__getattr__" not in module.source.text
        and "globals(" not in module.source.text
    )
