"""NBP727: a signal receiver does not take what signals may send."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow import Function
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP727",
    title="Receiver without **kwargs",
    severity="error",
    source="docs.djangoproject.com, Signals, Receiver functions; django/dispatch/dispatcher.py, Signal.connect",
    why="Every receiver gets `signal` and whatever the sender adds. Django refuses such a receiver with ValueError "
    "where DEBUG is on, so NetBox does not start there; elsewhere what sends the signal fails with TypeError.",
    bad="@receiver(post_save, sender=Asset)\ndef changed(sender, instance): ...",
    good="@receiver(post_save, sender=Asset)\ndef changed(sender, instance, **kwargs): ...",
)


@rule.on_call("receiver", "connect")
def fixed_arguments(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A function of the plugin that is connected and has no `**` parameter."""
    if call.name == "receiver":
        if not any(path.startswith("django.dispatch") for path in call.paths):
            return
        functions = [
            scope.node
            for scope in call.module.found.functions
            if isinstance(scope.node, ast.FunctionDef | ast.AsyncFunctionDef) and call.node in scope.node.decorator_list
        ]
        if any(len(node.decorator_list) > 1 for node in functions):
            return
    else:
        if not any(".signals." in path or path.startswith("django.") for path in call.receiver_paths()):
            return
        functions = [
            value.scope.node
            for value in call.values(0, "receiver")
            if isinstance(value, Function)
            and isinstance(value.scope.node, ast.FunctionDef | ast.AsyncFunctionDef)
            and not value.scope.node.decorator_list
        ]
    for node in functions:
        if node.args.kwarg is None:
            yield rule.finding(
                call.place,
                f"{node.name}() receives a signal and has no **kwargs",
                fix="add **kwargs to its parameters",
            )
