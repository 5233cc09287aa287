"""NBP103: a migration of the plugin changes core's tables or core's migration history."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change, ClassDefinition
from netbox_plugin_kit.linting.flow import Items
from netbox_plugin_kit.rules.paths import model_in, settings_member, top_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.sql import RUNNERS, touched, written

rule = Rule(
    code="NBP103",
    title="Migration changes core's tables",
    severity="error",
    source="docs/plugins/index.md, Limitations: modify core models",
    why="Core's next migration meets a table that is not what it left behind, and an upgrade stops half-way; taking "
    "the "
    "plugin out does not undo it.",
    bad='migrations.RunSQL("ALTER TABLE dcim_site ADD COLUMN owner_code varchar(50)")',
    good='migrations.CreateModel(name="SiteOwner", fields=[...])  # a table of the plugin\'s own, with a foreign key',
    limits="SQL is looked at as far as its text is known; depending on core's migrations and reading core's tables "
    "is fine.",
)

_SCHEMA_METHODS = (
    "add_field", "remove_field", "alter_field", "create_model", "delete_model", "alter_db_table", "add_index",
    "remove_index", "add_constraint", "remove_constraint", "alter_unique_together", "alter_index_together",
)  # fmt: skip
_OPERATION_METHODS = frozenset({"state_forwards", "database_forwards", "database_backwards", "__init__"})
_FIX = "keep what the plugin needs in tables of its own, related to core's"


@rule.on_call(*RUNNERS)
def sql(call: Call, context: Context) -> Iterator[Violation]:
    """SQL that changes the schema of a table of core."""
    tables = [table for text in written(call) for table in touched(text, context.core, "schema")]
    for table in dict.fromkeys(tables):
        yield rule.finding(call.place, f"the SQL changes {table}, a table of NetBox's core", fix=_FIX)


@rule.on_call(*_SCHEMA_METHODS)
def edited(call: Call, context: Context) -> Iterator[Violation]:
    """A schema editor that is given a model of core."""
    if not any("schema_editor" in path for path in call.receiver_paths()):
        return
    for path in call.paths_of(0, "model"):
        app = path.split(".")[1] if path.startswith("historical.") else ""
        if app in context.core.packages or model_in(path, context.core):
            yield rule.finding(
                call.place,
                f"schema_editor.{call.name} changes the table of {path.removeprefix('historical.')}",
                fix=_FIX,
            )


@rule.on(ClassDefinition)
def history(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """`run_before` and `replaces` that name migrations of core."""
    if not definition.descends_from("django.db.migrations.Migration", "django.db.migrations.migration.Migration"):
        return
    for name in ("run_before", "replaces"):
        found = definition.attribute(name)
        for value in definition.values(name) if found else ():
            for app in _apps_named(definition, value):
                if app in context.core.packages and found is not None:
                    yield rule.finding(
                        found[1], f"{name} puts this migration among those of {app}, an app of NetBox's core",
                        fix="name core's migrations in `dependencies` only",
                    )  # fmt: skip


def _apps_named(definition: ClassDefinition, value: object) -> Iterator[str]:
    if isinstance(value, Items):
        for element in value.elements:
            for pair in definition.flow.values(element, value.block):
                if isinstance(pair, Items) and pair.elements:
                    yield from definition.flow.texts(pair.elements[0], pair.block)


@rule.on(ClassDefinition)
def operation(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A migration operation of the plugin's own that puts core's label in the place of the plugin's."""
    if not any(top_of(path) == "django" and "migrations" in path for path in definition.bases()):
        return
    for method in definition.own_methods():
        if method.name not in _OPERATION_METHODS:
            continue
        for label in _labels_passed(method):
            if label.value in context.core.packages:
                place = definition.module.source.place(label.lineno, label.col_offset + 1)
                yield rule.finding(
                    place, f"{definition.name} runs in the name of {label.value}, an app of NetBox's core",
                    fix=_FIX,
                )  # fmt: skip


def _labels_passed(method: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.Constant]:
    """Texts that a method assigns or passes on, its documentation apart."""
    for statement in method.body:
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
            yield from (
                node for node in ast.walk(statement) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )


@rule.on(Change)
def modules(change: Change, _context: Context) -> Iterator[Violation]:
    """`settings.MIGRATION_MODULES`, which puts other migrations in the place of core's."""
    if settings_member(change.path) == "MIGRATION_MODULES":
        yield rule.finding(change.place, f"{change.words} puts other migrations in the place of an app's own", fix=_FIX)
