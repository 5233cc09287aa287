"""NBP810: a REST view of the framework's own shows every object."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Block, Klass
from netbox_plugin_kit.rules.permissions import has_permissions
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import written

rule = Rule(
    code="NBP810",
    title="REST view without object permissions",
    severity="warning",
    source="netbox/api/viewsets/__init__.py, BaseViewSet.initial",
    why="NetBox's viewsets restrict the query set to what the token's user may see; Django REST framework's do not, "
    "and answer with all objects as soon as the user may see one.",
    bad="class ProbeViewSet(rest_framework.viewsets.ModelViewSet):\n    queryset = Probe.objects.all()",
    good="class ProbeViewSet(NetBoxModelViewSet):\n    queryset = Probe.objects.all()",
    limits="A view that overrides get_queryset() or initial() is left alone, and so is one of a model that has no "
    "object permissions.",
)

_METHODS = frozenset({"get_queryset", "initial", "filter_queryset"})


@rule.on(ClassDefinition)
def shows_all(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A query set of `Model.objects` in a class that descends from `rest_framework`'s views, and not from NetBox's."""
    if "queryset" not in definition.klass.scope.bindings:
        return
    paths = definition.bases()
    if not paths or not all(path.startswith(("rest_framework.", "builtins.")) for path in paths):
        return
    own = (definition.klass, *definition.own_ancestors())
    if any(not _METHODS.isdisjoint(klass.scope.bindings) for klass in own) or not _is_known(definition, own):
        return
    found = definition.attribute("queryset")
    if found is None:
        return
    for node in ast.walk(found[0]):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            models = definition.flow.values(node.value, Block(definition.klass.scope))
            name = written(node.value).rpartition(".")[2]
            if any(has_permissions(model, definition.flow, context.core) for model in models):
                yield rule.finding(
                    found[1],
                    f"{definition.name} shows every {name} to whoever may see one",
                    fix="derive it from NetBoxModelViewSet, or restrict the query set in get_queryset()",
                )


def _is_known(definition: ClassDefinition, own: tuple[Klass, ...]) -> bool:
    return all(len(definition.flow.bases(klass)) >= len(klass.node.bases) for klass in own)
