"""NBP715: a REST API lists a model that has no order."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Flow, Instance, Klass, Ref
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.tables import definition_of

rule = Rule(
    code="NBP715",
    title="REST list without an order",
    severity="error",
    source="netbox/api/pagination.py, QuerySetNotOrdered; release notes of 4.3.5",
    why="From 4.3.5 NetBox refuses to cut a list into pages that has no order: GET on the list answers 500.",
    bad="class Asset(NetBoxModel):\n    name = models.CharField(max_length=100)",
    good='class Asset(NetBoxModel):\n    name = models.CharField(max_length=100)\n\n    class Meta:\n'
    '        ordering = ("name",)',
    limits="Only models that a view set of NetBox's REST API lists as they are. OrganizationalModel and the nested "
    "group models bring an order, the first one only to models whose Meta inherits its Meta or that have none.",
)  # fmt: skip

_VIEWSETS = ("NetBoxModelViewSet", "NetBoxReadOnlyModelViewSet")
_ORDERS = frozenset({"ordering", "get_queryset", "filter_queryset", "list", "paginate_queryset", "pagination_class"})
_UNORDERED = frozenset({"NetBoxModel", "PrimaryModel", "ChangeLoggedModel", "BaseModel", "AdminModel"})
_LAZY = frozenset({"all", "prefetch_related", "select_related", "annotate", "defer", "only", "filter", "exclude"})


@rule.on(ClassDefinition)
def unordered(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A view set whose query set and whose model have no order."""
    minors = context.since("4.3")
    if not minors or not definition.descends_from(*_VIEWSETS):
        return
    classes = (definition.klass, *definition.own_ancestors())
    if any(name in klass.scope.bindings for klass in classes for name in _ORDERS):
        return
    found = definition.attribute("queryset")
    model = _listed(found[0], definition) if found is not None else None
    if model is not None and _is_unordered(model, definition.flow):
        place = definition_of(model, definition.flow).place
        yield rule.finding(
            place,
            f"{model.node.name} has no order, and {definition.name} lists it: the REST API answers 500 from NetBox "
            "4.3.5 on",
            fix="give its Meta an ordering",
            netbox=minors,
        )


def _listed(node: ast.expr, definition: ClassDefinition) -> Klass | None:
    """The model of `Asset.objects.all()`; None when a method is called that may bring an order."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LAZY:
        node = node.func.value
    if not isinstance(node, ast.Attribute) or node.attr != "objects":
        return None
    owner = definition.attribute("queryset")
    values = definition.flow.values(node.value, definition.module.block) if owner else ()
    models = [value for value in values if isinstance(value, Klass)]
    return models[0] if len(models) == 1 == len(values) else None


def _is_unordered(model: Klass, flow: Flow) -> bool:
    """Whether neither its Meta nor its manager can bring an order, as far as everything above it is known."""
    classes = [model, *(value for value in flow.ancestors(model) if isinstance(value, Klass))]
    if any(isinstance(value, Instance | Klass) for value in flow.attribute(model, "objects")):
        return False
    outside = [value.path for value in flow.ancestors(model) if isinstance(value, Ref)]
    if not any(path.startswith("netbox.models.") for path in outside) or not all(
        _is_known(path) or (path == "netbox.models.OrganizationalModel" and _has_meta(model)) for path in outside
    ):
        return False
    return not any(_orders(klass, flow) for klass in classes)


def _has_meta(model: Klass) -> bool:
    """Whether it has a Meta of its own, which takes the place of what its bases have."""
    return any(isinstance(each, ast.ClassDef) and each.name == "Meta" for each in model.node.body)


def _is_known(path: str) -> bool:
    """A base that brings no order for sure."""
    module, _, name = path.rpartition(".")
    return (module == "netbox.models" and name in _UNORDERED) or module == "netbox.models.features" or (
        path in {"django.db.models.Model", "builtins.object", "netbox.models.mixins.OwnerMixin"}
    )  # fmt: skip


def _orders(klass: Klass, flow: Flow) -> bool:
    """Whether its Meta says something of an order, or descends from something outside that may."""
    for statement in klass.node.body:
        scope = flow.scope_of(statement)
        if isinstance(statement, ast.ClassDef) and statement.name == "Meta" and scope is not None:
            if {"ordering", "order_with_respect_to"} & scope.bindings.keys():
                return True
            metas = [value for value in flow.ancestors(Klass(scope)) if isinstance(value, Ref)]
            if len(list(flow.bases(Klass(scope)))) < len(statement.bases):
                return True
            if any(meta.path.rpartition(".")[0].rpartition(".")[2] not in _UNORDERED for meta in metas):
                return True
        elif isinstance(statement, ast.Assign) and any(ast.unparse(each) == "Meta" for each in statement.targets):
            return True
    return False
