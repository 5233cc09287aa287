"""What a parameter can stand for: what the project passes for it wherever it calls the function."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from netbox_plugin_kit.linting.flow.scopes import Block, Scope
from netbox_plugin_kit.linting.flow.values import Function, Instance, Klass, Ref, Value

if TYPE_CHECKING:
    from netbox_plugin_kit.linting.flow.resolving import Flow

__all__ = ["argument", "argument_values", "called_name"]

_IN_MIGRATIONS = {"apps": "migration.apps", "schema_editor": "migration.schema_editor"}
"""What Django hands to the functions of RunPython, which are named like this everywhere."""


def called_name(call: ast.Call) -> str | None:
    """The last part of the name that is called."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def argument(call: ast.Call, position: int | None, name: str | None) -> ast.expr | None:
    """An argument by its position or its name; None when it is not given."""
    if position is not None and len(call.args) > position:
        given = call.args[: position + 1]
        if not any(isinstance(each, ast.Starred) for each in given):
            return call.args[position]
    return next((word.value for word in call.keywords if word.arg == name and name is not None), None)


def argument_values(flow: Flow, parameter: ast.arg, block: Block) -> list[Value]:
    """What a parameter can stand for."""
    scope = block.scope
    node = scope.node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return []
    names = [each.arg for each in [*node.args.posonlyargs, *node.args.args]]
    owner = scope.method_of
    if owner is not None and names and parameter.arg == names[0] and not _has_decorator(node, "staticmethod"):
        return [Klass(owner)] if _has_decorator(node, "classmethod") else [Instance(Klass(owner))]
    if ".migrations." in f"{scope.module}." and parameter.arg in _IN_MIGRATIONS:
        return [Ref(_IN_MIGRATIONS[parameter.arg])]
    found = [*_default(flow, node, parameter, block)]
    for call, where, skipped in _call_sites(flow, scope):
        position = names.index(parameter.arg) - skipped if parameter.arg in names else None
        given = argument(call, position if position is None or position >= 0 else None, parameter.arg)
        found += flow.values(given, where)
    return [*found, *_handed_over(flow, scope, parameter, names)]


def _has_decorator(node: ast.AST, name: str) -> bool:
    decorators = getattr(node, "decorator_list", ())
    return any(isinstance(each, ast.Name) and each.id == name for each in decorators)


def _default(
    flow: Flow, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, parameter: ast.arg, block: Block
) -> Iterable[Value]:
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    pairs = [*zip(reversed(plain), reversed(arguments.defaults), strict=False)]
    pairs += [(each, value) for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value]
    outside = Block(block.scope.parent) if block.scope.parent else block
    return [found for each, value in pairs if each is parameter for found in flow.values(value, outside)]


def _call_sites(flow: Flow, scope: Scope) -> Iterator[tuple[ast.Call, Block, int]]:
    """Where the project calls a function, and how many of its parameters the call does not name."""
    owner = scope.method_of
    name = getattr(scope.node, "name", None)
    if name is None:
        return
    if owner is not None and name == "__init__":
        for call, block in flow.calls.get(getattr(owner.node, "name", ""), ()):
            if any(isinstance(value, Klass) and value.scope is owner for value in flow.values(call.func, block)):
                yield call, block, 1
        return
    for call, block in flow.calls.get(name, ()):
        if any(isinstance(value, Function) and value.scope is scope for value in flow.values(call.func, block)):
            static = owner is None or _has_decorator(scope.node, "staticmethod")
            yield call, block, 0 if static else 1


def _handed_over(flow: Flow, scope: Scope, parameter: ast.arg, names: list[str]) -> Iterator[Value]:
    """What somebody else calls the function with, as far as the project says so: `map`, and the senders of signals."""
    node = scope.node
    first = bool(names) and parameter.arg == names[0]
    ways = [*(("map", "filter") if first else ()), *(("connect", "receiver") if parameter.arg == "sender" else ())]
    for name in ways:
        for call, block in flow.calls.get(name, ()):
            decorates = name == "receiver" and call in getattr(node, "decorator_list", ())
            if not decorates and not _passes(flow, call, block, scope):
                continue
            if name in {"map", "filter"}:
                for value in flow.values(argument(call, 1, None), block):
                    yield from flow.elements(value)
            else:
                yield from flow.values(argument(call, None if decorates else 1, "sender"), block)


def _passes(flow: Flow, call: ast.Call, block: Block, scope: Scope) -> bool:
    """Whether the first argument of a call is this function."""
    return bool(call.args) and any(
        isinstance(value, Function) and value.scope is scope for value in flow.values(call.args[0], block)
    )
