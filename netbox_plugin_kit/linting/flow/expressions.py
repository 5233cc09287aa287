"""What each kind of expression can stand for, by way of what its parts can."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from netbox_plugin_kit.linting.flow.scopes import Block
from netbox_plugin_kit.linting.flow.values import Const, Function, Items, Mapping, Ref, Value

if TYPE_CHECKING:
    from netbox_plugin_kit.linting.flow.resolving import Flow

__all__ = ["EXPRESSIONS"]


def _constant(_flow: Flow, node: ast.Constant, _block: Block) -> Iterable[Value]:
    return [Const(node.value)]


def _name(flow: Flow, node: ast.Name, block: Block) -> Iterable[Value]:
    return flow.name(node.id, block, node.lineno)


def _attribute(flow: Flow, node: ast.Attribute, block: Block) -> Iterable[Value]:
    return [found for value in flow.values(node.value, block) for found in flow.attribute(value, node.attr)]


def _subscript(flow: Flow, node: ast.Subscript, block: Block) -> Iterable[Value]:
    if isinstance(node.slice, ast.Slice):
        values = flow.values(node.value, block)
        return [Ref(f"{value.path}.copy()") if isinstance(value, Ref) else value for value in values]
    keys: list[Any] = [value.value for value in flow.values(node.slice, block) if isinstance(value, Const)]
    return [
        found for value in flow.values(node.value, block) for key in keys or ["?"] for found in flow.item(value, key)
    ]


def _items(_flow: Flow, node: ast.List | ast.Tuple | ast.Set, block: Block) -> Iterable[Value]:
    return [Items(tuple(node.elts), block)]


def _mapping(_flow: Flow, node: ast.Dict, block: Block) -> Iterable[Value]:
    return [Mapping(node, block)]


def _choice(flow: Flow, node: ast.IfExp, block: Block) -> Iterable[Value]:
    return [*flow.values(node.body, block), *flow.values(node.orelse, block)]


def _either(flow: Flow, node: ast.BoolOp, block: Block) -> Iterable[Value]:
    return [found for value in node.values for found in flow.values(value, block)]


def _walrus(flow: Flow, node: ast.NamedExpr, block: Block) -> Iterable[Value]:
    return flow.values(node.value, block)


def _lambda(flow: Flow, node: ast.Lambda, _block: Block) -> Iterable[Value]:
    scope = flow.scope_of(node)
    return [Function(scope)] if scope else []


def _call(flow: Flow, node: ast.Call, block: Block) -> Iterable[Value]:
    return flow.call(node, block)


def _fstring(flow: Flow, node: ast.JoinedStr, block: Block) -> Iterable[Value]:
    """A text whose parts are all known."""
    text = ""
    for part in node.values:
        value = part.value if isinstance(part, ast.FormattedValue) else part
        known = [each for each in flow.values(value, block) if isinstance(each, Const)]
        if len(known) != 1:
            return []
        text += str(known[0].value)
    return [Const(text)]


def _sum(flow: Flow, node: ast.BinOp, block: Block) -> Iterable[Value]:
    """Texts and lists that are added up."""
    if not isinstance(node.op, ast.Add | ast.BitOr):
        return []
    left, right = flow.values(node.left, block), flow.values(node.right, block)
    texts = [
        Const(one.value + other.value)
        for one in left if isinstance(one, Const) and isinstance(one.value, str)
        for other in right if isinstance(other, Const) and isinstance(other.value, str)
    ]  # fmt: skip
    containers = [value for value in (*left, *right) if isinstance(value, Items | Mapping)]
    return [*texts, *containers]


def _inner(flow: Flow, node: ast.Await | ast.Starred, block: Block) -> Iterable[Value]:
    return flow.values(node.value, block)


def _comprehension(flow: Flow, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, block: Block) -> Iterable[Value]:
    """A list of whatever its element can be."""
    loop = node.generators[0]
    if isinstance(node.elt, ast.Name) and isinstance(loop.target, ast.Name) and node.elt.id == loop.target.id:
        return flow.values(loop.iter, block)
    return []


EXPRESSIONS: dict[type[ast.AST], Callable[[Flow, Any, Block], Iterable[Value]]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.List: _items,
    ast.Tuple: _items,
    ast.Set: _items,
    ast.Dict: _mapping,
    ast.IfExp: _choice,
    ast.BoolOp: _either,
    ast.NamedExpr: _walrus,
    ast.Lambda: _lambda,
    ast.Call: _call,
    ast.JoinedStr: _fstring,
    ast.BinOp: _sum,
    ast.Await: _inner,
    ast.Starred: _inner,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
}
