"""NBP801: a GraphQL type shows every object to every user."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition
from netbox_plugin_kit.linting.flow import Klass, Ref
from netbox_plugin_kit.rules.permissions import has_permissions
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import written

rule = Rule(
    code="NBP801",
    title="GraphQL type without permissions",
    severity="error",
    source="netbox/graphql/types.py, BaseObjectType.get_queryset; netbox-community/netbox#7814, #16228",
    why="Permissions are applied by get_queryset() of NetBox's base types. A type without it answers a user who may "
    "see nothing with everything.",
    bad='@strawberry_django.type(models.Probe, fields="__all__")\nclass ProbeType:\n    pass',
    good='@strawberry_django.type(models.Probe, fields="__all__")\nclass ProbeType(NetBoxObjectType):\n    pass',
    limits="A type whose bases come from a library that is not NetBox's is taken to restrict; a model without NetBox's "
    "object permissions has nothing to restrict.",
)

_DECORATORS = ("strawberry_django.type", "netbox.graphql.types.register_type", "netbox.graphql.utils.register_type")
_HARMLESS = ("strawberry", "builtins.", "typing.", "netbox.graphql.types.LtreeNodeMixin")


@rule.on(ClassDefinition)
def leaks(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A type of a model with permissions, none of whose classes has a get_queryset."""
    for decorator in definition.node.decorator_list:
        if not isinstance(decorator, ast.Call) or not decorator.args:
            continue
        flow, block = definition.flow, definition.module.block
        if set(_DECORATORS).isdisjoint(flow.paths(decorator.func, block)) or _restricts(definition):
            continue
        models = flow.values(decorator.args[0], block)
        if any(has_permissions(model, flow, context.core) for model in models):
            yield rule.finding(
                definition.place,
                f"{definition.name} shows every {written(decorator.args[0]).rpartition('.')[2]} to every user: "
                "no base of it applies permissions",
                fix="derive it from netbox.graphql.types.NetBoxObjectType, or from BaseObjectType",
            )


def _restricts(definition: ClassDefinition) -> bool:
    own = (definition.klass, *definition.own_ancestors())
    if any("get_queryset" in klass.scope.bindings for klass in own):
        return True
    for klass in own:
        values = definition.flow.bases(klass)
        known = len(values) >= len(klass.node.bases)
        if not known or not all(isinstance(value, Klass) or _is_harmless(value) for value in values):
            return True  # NetBox's own, or not known
    return False


def _is_harmless(value: object) -> bool:
    """Whether a base has no get_queryset: mixins of NetBox's, and what is no type at all."""
    return isinstance(value, Ref) and (value.path.startswith(_HARMLESS) or ".graphql.mixins." in value.path)
