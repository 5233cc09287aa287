"""NBP702: a template extension names its models in a way that a declared NetBox does not know."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Klass
from netbox_plugin_kit.linting.repairs import Repair, replace_node
from netbox_plugin_kit.rules.loading import listed_in
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP702",
    title="Template extension without models",
    severity="error",
    source="netbox/plugins/registration.py, register_template_extensions; release notes of 4.1, 4.2 and 4.3",
    why="`models` came with 4.1 and `model` went with 4.3. Since then an extension that only has `model` counts as one "
    "for every page: its panels appear on all objects, and where they expect their own they break the page. Before 4.1 "
    "NetBox does not start with an extension that has no `model`.",
    bad='class SitePanel(PluginTemplateExtension):\n    model = "dcim.site"',
    good='class SitePanel(PluginTemplateExtension):\n    models = ["dcim.site"]',
    fixable="safe",
    limits="A plugin for releases on both sides gives both. Classes that others in the plugin are made from are left "
    "alone unless they are registered themselves. Mended where every declared NetBox is 4.1 or later.",
)


@rule.on(ClassDefinition)
def unknown_way(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """One of the two is there, the other is not, and a declared NetBox wants the other."""
    if not definition.descends_from("PluginTemplateExtension") or _is_only_a_base(definition):
        return
    classes = (definition.klass, *definition.own_ancestors())
    named = {name for name in ("model", "models") if any(name in klass.scope.bindings for klass in classes)}
    given = definition.attribute("model")
    if named == {"model"} and given is not None and ast.unparse(given[0]) not in {"None", "''"}:
        if minors := context.since("4.3"):
            yield rule.finding(
                given[1],
                f"{definition.name} gives `model` and no `models`: from NetBox 4.3 it is rendered on every page",
                fix=f"give models = [{ast.unparse(given[0])}]",
                netbox=minors,
                repair=_repair(definition) if minors and not context.before("4.1") else None,
            )
    elif named == {"models"} and (minors := context.before("4.1")) and _says_so(context):
        found = definition.attribute("models")
        yield rule.finding(
            found[1] if found else definition.place,
            f"{definition.name} gives `models` and no `model`: NetBox before 4.1 does not start with it",
            fix="give both, or declare 4.1.0 as the oldest NetBox",
            netbox=minors,
        )


def _says_so(context: Context) -> bool:
    """Whether the plugin itself names a NetBox that had no `models`, rather than leaving the past open."""
    plugin = context.project.plugin
    oldest = plugin.min_version if plugin is not None else None
    return isinstance(oldest, str) and oldest.startswith(("3.", "4.0"))


def _is_only_a_base(definition: ClassDefinition) -> bool:
    """Whether other classes are made from it, and it is not in a list of extensions itself."""
    flow, klass = definition.flow, definition.klass
    if any(klass in listed for listed in listed_in(definition.module, "template_extensions", flow)):
        return False
    return any(
        klass in flow.bases(Klass(scope))
        for module in flow.modules
        for scope in module.found.classes
        if scope.node.bases  # type: ignore[union-attr]
    )


def _repair(definition: ClassDefinition) -> Repair | None:
    source = definition.module.source
    for statement in definition.node.body:
        target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
        if isinstance(statement, ast.Assign) and isinstance(target, ast.Name) and target.id == "model":
            value = ast.get_source_segment(source.text, statement.value)
            edits = (replace_node(source, target, "models"), replace_node(source, statement.value, f"[{value}]"))
            return Repair(edits, safe="self.model" not in source.text)
    return None
