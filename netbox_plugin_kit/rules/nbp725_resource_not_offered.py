"""NBP725: a resource is below the package where NetBox looks, but the package does not offer it."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Module
from netbox_plugin_kit.linting.flow.values import ModuleValue
from netbox_plugin_kit.rules.loading import resources
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP725",
    title="Resource not offered by its package",
    severity="error",
    source="netbox/plugins/__init__.py, PluginConfig._load_resource",
    why="NetBox takes the name from netbox_example.graphql, not from netbox_example.graphql.schema. What is not there "
    "is missing without a word; where the module of that name is found instead, NetBox does not start.",
    bad="# netbox_example/graphql/__init__.py is empty, and graphql/schema.py has\nschema = [ExampleQuery]",
    good="# netbox_example/graphql/__init__.py\nfrom .schema import schema",
    limits="Looked for where the resource has a package, and exactly a module of it has the name.",
)


@rule.on(Project)
def not_offered(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A package without the name, and a module below it that has it."""
    flow = project.flow
    listed = list(resources(project))
    for attribute, dotted, name in listed:
        package = flow.modules.get(dotted)
        if package is None or not package.is_package or name in package.found.scope.bindings:
            continue
        text = package.source.text
        values = tuple(flow.name_in(package, name))
        if any(not isinstance(value, ModuleValue) for value in values) or "__getattr__" in text or "globals(" in text:
            continue
        if any(flow.modules.get(package.absolute(star)) is None for star in package.found.scope.stars):
            continue
        if any(module == dotted and other != name and _has(package, other) for _, module, other in listed):
            continue  # a menu makes menu_items needless
        if (module := _below(package, name, list(flow.modules))) is not None:
            yield rule.finding(
                package.source.place(),
                f"{dotted} has no {name}, so NetBox does not find that of {module.name} ({attribute})",
                fix=f"write `from .{module.name.removeprefix(dotted + '.')} import {name}` into its __init__.py",
            )


def _has(package: Module, name: str) -> bool:
    return name in package.found.scope.bindings


def _below(package: Module, name: str, modules: list[Module]) -> Module | None:
    """The one module right below a package that gives a name a value itself."""
    found = [
        module
        for module in modules
        if module.name.rpartition(".")[0] == package.name
        and any(binding.alias is None for binding in module.found.scope.bindings.get(name, ()))
    ]
    return found[0] if len(found) == 1 else None
