"""NBP708: the name of the PluginConfig is not the package's."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.plugin import Unknown
from netbox_plugin_kit.rules.declaring import rewrite
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP708",
    title="PluginConfig.name is not the package",
    severity="error",
    source="docs/plugins/development/index.md, PluginConfig Attributes: name; netbox/plugins/__init__.py, "
    "_load_plugin_graphql_schemas",
    why="Django imports the app by that name and fails when there is no such package; from 4.7 NetBox refuses to build "
    "its GraphQL schema when the name is not the entry in PLUGINS.",
    bad='# netbox_example/__init__.py\nclass ExampleConfig(PluginConfig):\n    name = "example"',
    good='# netbox_example/__init__.py\nclass ExampleConfig(PluginConfig):\n    name = "netbox_example"',
    fixable="unsafe",
    limits="Mended only on request: without a label of its own, the tables of the plugin are named after the name.",
)


@rule.on(Project)
def other_name(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A name that is known and is not the package's, or none at all."""
    if project.plugin is None:
        return
    name, package = project.plugin.attributes.get("name"), project.plugin.package
    if name == package or isinstance(name, Unknown):
        return
    said = f"has the name {name!r}" if name else "has no name"
    yield rule.finding(
        project.config_place("name"),
        f"{project.plugin.config_class} {said}, but its package, which users put into PLUGINS, is {package!r}",
        fix=f'write name = "{package}"',
        repair=rewrite(project, "name", package, safe=False),
    )
