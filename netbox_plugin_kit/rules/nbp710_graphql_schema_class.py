"""NBP710: the GraphQL schema of the plugin is a class instead of a list of classes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Klass, Module
from netbox_plugin_kit.linting.repairs import Repair, replace_node
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.rules.loading import home_of, resources
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP710",
    title="GraphQL schema is not a list",
    severity="error",
    source="netbox/plugins/registration.py, register_graphql_schema; docs/plugins/development/graphql-api.md",
    why="From 4.0 NetBox extends its list of query classes with the plugin's: a class cannot be iterated, and NetBox "
    "does not start.",
    bad="schema = ExampleQuery",
    good="schema = [ExampleQuery]",
    fixable="safe",
    limits="Mended only where every declared NetBox is 4.0 or later, for 3.7 took the class itself.",
)


@rule.on(Project)
def bare_class(project: Project, context: Context) -> Iterator[Violation]:
    """The name that NetBox takes from the module stands for a class."""
    minors = context.since("4.0")
    for attribute, dotted, name in resources(project) if minors else ():
        module = project.flow.modules.get(dotted)
        if attribute != "graphql_schema" or module is None:
            continue
        values = tuple(project.flow.name_in(module, name))
        if values and all(isinstance(value, Klass) for value in values):
            place, repair = _assignment(*home_of(module, name, project.flow), safe=minors == context.minors)
            yield rule.finding(
                place,
                f"{name} of {dotted} is a class, and NetBox takes a list of classes from 4.0 on",
                fix=f"make {name} a list that holds the class",
                netbox=minors,
                repair=repair,
            )


def _assignment(module: Module, name: str, *, safe: bool) -> tuple[Place, Repair | None]:
    for statement in reversed(module.tree.body):
        named = isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == name for target in statement.targets
        )
        if named and isinstance(statement, ast.Assign):
            text = ast.get_source_segment(module.source.text, statement.value) or ast.unparse(statement.value)
            repair = Repair((replace_node(module.source, statement.value, f"[{text}]"),)) if safe else None
            return module.source.place(statement.lineno, statement.col_offset + 1), repair
    binding = module.found.scope.bindings.get(name)
    return module.source.place(binding[-1].line if binding else None), None
