"""NBP808: content in core's pages shows objects whatever the user may see."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Block
from netbox_plugin_kit.rules.permissions import unrestricted
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP808",
    title="Objects shown without permissions",
    severity="warning",
    source="utilities/querysets.py, RestrictedQuerySet.restrict; netbox/views/generic/object_views.py",
    why="Whoever may open the page sees objects that the administrator has hidden from that user.",
    bad='def right_page(self):\n    probes = Probe.objects.filter(site=self.context["object"])',
    good='def right_page(self):\n    user = self.context["request"].user\n'
    '    probes = Probe.objects.restrict(user, "view").filter(site=self.context["object"])',
    limits="Looked at are template extensions and panels, get_children() of views, and the methods of GraphQL types; "
    "one that restricts a query set, or asks for a permission, is left alone.",
)

_PAGES = ("PluginTemplateExtension", "Panel", "ObjectPanel", "ObjectsTablePanel", "TemplatePanel")
_RESOLVERS = ("strawberry.field",)  # what strawberry_django.field returns goes through the get_queryset of its type


@rule.on(ClassDefinition)
def shows(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """`Model.objects` in a method whose result is shown to a user."""
    for method in _shown(definition):
        scope = definition.flow.scope_of(method)
        if scope is None:
            continue
        for node, name in unrestricted(method, Block(scope), definition.flow, context.core):
            yield rule.finding(
                definition.module.source.place(node.lineno, node.col_offset + 1),
                f"{definition.name}.{method.name}() takes every {name}, those that the user may not see too",
                fix='begin the query set with restrict(user, "view")',
            )


def _shown(definition: ClassDefinition) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The methods whose result somebody sees."""
    page = any(path.startswith("netbox.") for path in definition.bases()) and definition.descends_from(*_PAGES)
    view = any(path.startswith("netbox.views.generic.") for path in definition.bases())
    for method in definition.own_methods():
        if page or (view and method.name == "get_children"):
            yield method
        elif method.decorator_list and not page and not view:
            functions = [each.func if isinstance(each, ast.Call) else each for each in method.decorator_list]
            paths = {path for each in functions for path in definition.flow.paths(each, definition.module.block)}
            if not paths.isdisjoint(_RESOLVERS):
                yield method
