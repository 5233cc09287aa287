"""NBP803: a REST view that lets everybody in."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, ClassDefinition
from netbox_plugin_kit.linting.flow import Block, Flow, Items
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP803",
    title="REST view open to everybody",
    severity="warning",
    source="netbox/settings.py, REST_FRAMEWORK; netbox/api/authentication.py, TokenPermissions",
    why="NetBox's own classes ask for a token and for permissions; replaced by none, the data is there for anybody who "
    "can reach the server.",
    bad="class ProbeViewSet(NetBoxModelViewSet):\n    permission_classes = [AllowAny]",
    good="class ProbeViewSet(NetBoxModelViewSet):\n    queryset = Probe.objects.all()",
    limits="Leave the attribute out to keep NetBox's classes; a view that is meant to be public can say so with a comment "
    "that turns this rule off.",
)

_NAMES = ("permission_classes", "authentication_classes")


@rule.on(ClassDefinition)
def opened(definition: ClassDefinition, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`permission_classes` that allow anything, or an empty list of either."""
    if not any(name in definition.klass.scope.bindings for name in _NAMES):
        return
    if not any(path.startswith(("rest_framework.", "netbox.api.")) for path in definition.bases()):
        return
    for name in _NAMES:
        found = definition.attribute(name) if name in definition.klass.scope.bindings else None
        if found is not None:
            block = Block(definition.klass.scope)
            yield from _judge(name, found[0], found[1], block, definition.flow, definition.name)


@rule.on_call("action", "permission_classes", "authentication_classes")
def decorated(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """The same as arguments of the decorators for actions and function views."""
    if not any(path.startswith("rest_framework.decorators.") for path in call.paths):
        return
    if call.name != "action":
        given = call.argument(0, call.name)
        if given is not None:
            yield from _judge(call.name, given, call.place, call.block, call.flow, "the view")
        return
    for word in call.node.keywords:
        if word.arg in _NAMES:
            yield from _judge(word.arg, word.value, call.place, call.block, call.flow, "the action")


def _judge(name: str, value: ast.expr, place: Place, block: Block, flow: Flow, who: str) -> Iterator[Violation]:
    for items in flow.values(value, block):
        if not isinstance(items, Items):
            continue
        paths = [flow.paths(each, items.block) for each in items.elements]
        everybody = all(any(path.endswith(".AllowAny") for path in each) for each in paths)
        if everybody and (name == "permission_classes" or not paths):
            what = "AllowAny" if paths else "an empty list"
            yield rule.finding(
                place,
                f"{name} of {who} is {what}: nobody is asked for a token or a permission",
                fix=f"leave {name} out to keep NetBox's, or name a class that checks something",
            )
