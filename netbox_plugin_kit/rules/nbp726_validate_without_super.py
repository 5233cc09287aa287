"""NBP726: `validate()` of the PluginConfig does not call NetBox's."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.executing import in_function, with_called
from netbox_plugin_kit.rules.loading import method_of_config
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP726",
    title="validate() without super().validate()",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig.validate",
    why="min_version, max_version and required_settings are checked there, and default_settings are filled in: without "
    "the call the plugin is loaded on any NetBox, and its settings have no defaults.",
    bad="@classmethod\ndef validate(cls, user_config, netbox_version):\n    check(user_config)",
    good="@classmethod\ndef validate(cls, user_config, netbox_version):\n"
    "    super().validate(user_config, netbox_version)\n    check(user_config)",
)


@rule.on(Project)
def not_called(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """The nearest `validate` of the PluginConfig's classes that never calls another's."""
    found = method_of_config(project, "validate")
    if found is None:
        return
    running = with_called(in_function(found.scope, project.flow), project.flow)
    if not any(_is_validate(each.node) for each in running):
        yield rule.finding(
            found.module.source.place(found.node.lineno, found.node.col_offset + 1),
            f"validate() of {found.owner} never calls super().validate(), so versions and settings are not checked",
            fix="call super().validate(user_config, netbox_version) first",
        )


def _is_validate(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "validate"
