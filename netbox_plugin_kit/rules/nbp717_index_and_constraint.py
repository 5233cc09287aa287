"""NBP717: an index has the fields of a unique constraint."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Items
from netbox_plugin_kit.linting.flow.arguments import argument
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP717",
    title="Index beside a unique constraint on the same fields",
    severity="error",
    source="core/checks.py, check_duplicate_indexes, from 4.3.0",
    why="NetBox has a system check that takes it for an error: migrate and every other command stop there.",
    bad='indexes = [models.Index(fields=["name"])]\n'
    'constraints = [models.UniqueConstraint(fields=["name"], name="...")]',
    good='constraints = [models.UniqueConstraint(fields=["name"], name="...")]',
    limits="The check compares nothing but the fields: an index and a constraint that are both made of expressions "
    "only count as the same, as do those with a condition.",
)


@rule.on(ClassDefinition)
def twice(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """The Meta of a model with both lists written out."""
    minors = context.since("4.3")
    if definition.name != "Meta" or not {"indexes", "constraints"} <= definition.klass.scope.bindings.keys():
        return
    unique = {fields for _, fields in _fields(definition, "constraints", ("UniqueConstraint",))}
    for call, fields in _fields(definition, "indexes", ("Index",)) if minors else ():
        if fields in unique:
            what = f"the fields {', '.join(fields)}" if fields else "expressions only"
            yield rule.finding(
                definition.module.source.place(call.lineno, call.col_offset + 1),
                f"this index and a unique constraint both have {what}: NetBox's system check fails",
                fix="remove the index, a unique constraint is one" if fields else "make one of them with fields",
                netbox=minors,
            )


def _fields(
    definition: ClassDefinition, word: str, endings: tuple[str, ...]
) -> Iterator[tuple[ast.Call, tuple[str, ...]]]:
    flow = definition.flow
    for value in definition.values(word):
        if not isinstance(value, Items):
            continue
        for element in value.elements:
            if not isinstance(element, ast.Call):
                continue
            paths = flow.paths(element.func, value.block)
            if any(path.startswith("django.") and path.endswith(endings) for path in paths):
                given = argument(element, None, "fields")
                if given is None and element.args:
                    yield element, ()
                elif isinstance(given, ast.List | ast.Tuple):
                    names = [flow.texts(each, value.block) for each in given.elts]
                    if all(len(each) == 1 for each in names):
                        yield element, tuple(each[0] for each in names)
