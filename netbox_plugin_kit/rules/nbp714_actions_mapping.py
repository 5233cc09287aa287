"""NBP714: the actions of a view are a dictionary."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Mapping
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP714",
    title="View actions as a dictionary",
    severity="error",
    source="netbox/views/generic/mixins.py, ActionsMixin; release notes of 4.4 and 4.7",
    why="Since 4.4 actions are classes in a tuple. A dictionary was still converted, with a ValueError for actions "
    "that NetBox does not know itself; 4.7 no longer does, and the list page answers 500.",
    bad='class AssetListView(generic.ObjectListView):\n    actions = {"add": {"add"}, "export": {"view"}}',
    good="class AssetListView(generic.ObjectListView):\n    actions = (AddObject, BulkExport)",
    limits="The classes are in netbox.object_actions from 4.4; a plugin for 4.3 as well has to choose by version, and "
    "such a choice is left alone, as is an empty dictionary.",
)

_LEGACY = frozenset({"add", "edit", "delete", "export", "bulk_import", "bulk_edit", "bulk_rename", "bulk_delete"})
"""What 4.4 to 4.6 convert."""


@rule.on(ClassDefinition)
def mapping(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A view that takes its actions from a dictionary, whatever the release."""
    found = definition.attribute("actions") if "actions" in definition.klass.scope.bindings else None
    if found is None or not any(".views.generic" in path or "ActionsMixin" in path for path in definition.bases()):
        return
    values = definition.values("actions")
    if not values or not all(isinstance(value, Mapping) and value.node.keys for value in values):
        return
    keys = {
        key.value
        for value in values
        if isinstance(value, Mapping)
        for key in value.node.keys
        if isinstance(key, ast.Constant)
    }
    unknown = sorted(str(key) for key in keys - _LEGACY)
    if minors := context.since("4.4" if unknown else "4.7"):
        what = f", and NetBox converts no action named {unknown[0]!r}" if unknown else ""
        yield rule.finding(
            found[1],
            f"actions of {definition.name} is a dictionary{what}: the page fails on NetBox {minors[0]}",
            fix="make it a tuple of classes from netbox.object_actions",
            netbox=minors,
        )
