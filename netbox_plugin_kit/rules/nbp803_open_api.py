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
    limits="Leave the attribute out to keep NetBox's classes; a view that is meant to be public can say so with a "
    "comment that turns this rule off.",
)

_NAMES = ("permission_classes", "authentication_classes")


@rule.on(ClassDefinition)
def opened(definition: ClassDefinition, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`permission_classes` that allow anything, or an empty list of either."""
    named = [name for name in _NAMES if name in definition.klass.scope.bindings]
    if named and any(path.startswith(("rest_framework.", "netbox.api.")) for path in definition.bases()):
        for name in named:
            found = definition.attribute(name)
            what = _lets_in(name, found[0], Block(definition.klass.scope), definition.flow) if found else None
            if found and what:
                yield _finding(found[1], name, definition.name, what)


@rule.on_call("action", *_NAMES)
def decorated(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """The same as arguments of the decorators for actions and function views."""
    if not any(path.startswith("rest_framework.decorators.") for path in call.paths):
        return
    for name in _NAMES:
        given = call.argument(None, name) if call.name == "action" else call.argument(0) if call.name == name else None
        what = _lets_in(name, given, call.block, call.flow) if given is not None else None
        if what:
            yield _finding(call.place, name, "the action" if call.name == "action" else "the view", what)


def _lets_in(name: str, value: ast.expr, block: Block, flow: Flow) -> str | None:
    """What the list is, if it lets everybody in."""
    for items in flow.values(value, block):
        if isinstance(items, Items):
            paths = [flow.paths(each, items.block) for each in items.elements]
            if not paths:
                return "an empty list"
            if name == "permission_classes" and all(any(path.endswith(".AllowAny") for path in each) for each in paths):
                return "AllowAny"
    return None


def _finding(place: Place, name: str, owner: str, what: str) -> Violation:
    return rule.finding(
        place,
        f"{name} of {owner} is {what}: nobody is asked for a token or a permission",
        fix=f"leave {name} out to keep NetBox's, or name a class that checks something",
    )
