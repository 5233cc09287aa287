"""What an expression is worth, read from its syntax: literals, names, the harmless operators, methods and functions.

Nothing of the plugin is run. Whatever is not listed here is Unknown, with its source text as the reason. Sizes are
bounded, so that a few characters of source cannot ask for gigabytes.
"""

from __future__ import annotations

import ast
import functools
import operator
from collections.abc import Callable, Iterable
from typing import Any

from netbox_plugin_kit.plugin.calls import call_external, call_method
from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.values import (
    Class,
    Distribution,
    Either,
    External,
    Function,
    Module,
    Scope,
    Value,
    lookup,
    merge,
    truth,
)

__all__ = ["computed", "evaluate", "name_value"]

_LONGEST = 100_000
_WIDEST = 256  # bits of an integer
_BUILTINS = frozenset({"str", "int", "float", "bool", "list", "tuple", "dict", "set", "map", "len", "sorted"})
_OPERATORS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.BitOr: operator.or_,
    ast.BitAnd: operator.and_,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, container: item in container,
    ast.NotIn: lambda item, container: item not in container,
    ast.Is: lambda one, other: one is other,
    ast.IsNot: lambda one, other: one is not other,
}
_UNARY: dict[type[ast.AST], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
}
_FAILURES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


def computed(node: ast.AST) -> Unknown:
    """Not known, because of what this piece of source would do."""
    text = " ".join(ast.unparse(node).split())
    return Unknown(f"computed: {text if len(text) <= 80 else text[:77] + '...'}")  # noqa: PLR2004 - a line to read


def name_value(name: str, scope: Scope, node: ast.AST) -> Value:
    """What a name means in a scope."""
    at: Scope | None = scope
    while at is not None:
        if name in at.names:
            return at.names[name]
        at = at.parent
    return External(f"builtins.{name}") if name in _BUILTINS else computed(node)


@functools.singledispatch
def evaluate(node: ast.AST, scope: Scope) -> Value:
    """The value of an expression."""
    del scope
    return computed(node)


@evaluate.register
def _constant(node: ast.Constant, scope: Scope) -> Value:
    del scope
    return node.value


@evaluate.register
def _name(node: ast.Name, scope: Scope) -> Value:
    return name_value(node.id, scope, node)


@evaluate.register
def _walrus(node: ast.NamedExpr, scope: Scope) -> Value:
    scope.names[node.target.id] = evaluate(node.value, scope)
    return scope.names[node.target.id]


@evaluate.register
def _function(node: ast.Lambda, scope: Scope) -> Value:
    del node, scope
    return Function("<lambda>")


@evaluate.register
def _list(node: ast.List, scope: Scope) -> Value:
    return _items(node, node.elts, scope)


@evaluate.register
def _tuple(node: ast.Tuple, scope: Scope) -> Value:
    items = _items(node, node.elts, scope)
    return tuple(items) if isinstance(items, list) else items


@evaluate.register
def _set(node: ast.Set, scope: Scope) -> Value:
    items = _items(node, node.elts, scope)
    return _attempt(node, set, items)


def _items(node: ast.AST, elements: Iterable[ast.expr], scope: Scope) -> list[Value] | Unknown:
    items: list[Value] = []
    for element in elements:
        if not isinstance(element, ast.Starred):
            items.append(evaluate(element, scope))
            continue
        more = evaluate(element.value, scope)
        if not isinstance(more, list | tuple):
            return _why(node, more)
        items.extend(more)
    return items if len(items) <= _LONGEST else computed(node)


@evaluate.register
def _dict(node: ast.Dict, scope: Scope) -> Value:
    found: dict[Any, Value] = {}
    for key, item in zip(node.keys, node.values, strict=True):
        value = evaluate(item, scope)
        name = evaluate(key, scope) if key is not None else None
        if key is None and isinstance(value, dict):
            found.update(value)
        elif key is None or truth(name) is None:
            return _why(node, value if key is None else name)
        else:
            try:
                found[name] = value
            except TypeError:
                return computed(node)
    return found


@evaluate.register
def _fstring(node: ast.JoinedStr, scope: Scope) -> Value:
    text = ""
    for part in node.values:
        value = evaluate(part.value if isinstance(part, ast.FormattedValue) else part, scope)
        if isinstance(part, ast.FormattedValue) and (part.format_spec or part.conversion not in {-1, ord("s")}):
            return computed(node)
        if truth(value) is None:
            return _why(node, value)
        written = _attempt(node, str, value)
        if not isinstance(written, str) or len(text) + len(written) > _LONGEST:
            return computed(node)
        text += written
    return text


@evaluate.register
def _binary(node: ast.BinOp, scope: Scope) -> Value:
    left, right = evaluate(node.left, scope), evaluate(node.right, scope)
    action = _OPERATORS.get(type(node.op))
    if truth(left) is None or truth(right) is None:
        return _why(node, left if truth(left) is None else right)
    if isinstance(left, str) and isinstance(node.op, ast.Mod):
        return _attempt(node, _percent, left, right)
    if action is None or _too_big(node.op, left, right):
        return computed(node)
    return _attempt(node, action, left, right)


def _too_big(action: ast.operator, left: Value, right: Value) -> bool:
    sized = [len(value) for value in (left, right) if isinstance(value, str | bytes | list | tuple | dict | set)]
    numbers = [abs(value) for value in (left, right) if isinstance(value, int)]
    if sized and numbers and isinstance(action, ast.Mult):
        return sized[0] * numbers[0] > _LONGEST
    return sum(sized) > _LONGEST or sum(number.bit_length() for number in numbers) > _WIDEST


def _percent(pattern: str, values: Any) -> str:
    # A width could ask for any amount of memory, so only the simple fields.
    fields = pattern.replace("%%", "").split("%")[1:]
    if not all(field[:1] in {"s", "d"} for field in fields):
        raise ValueError(pattern)
    return str(pattern % values)


@evaluate.register
def _unary(node: ast.UnaryOp, scope: Scope) -> Value:
    value = evaluate(node.operand, scope)
    known = truth(value)
    if known is None:
        return _why(node, value)
    return not known if isinstance(node.op, ast.Not) else _attempt(node, _UNARY[type(node.op)], value)


@evaluate.register
def _boolean(node: ast.BoolOp, scope: Scope) -> Value:
    value: Value = None
    for operand in node.values:
        value = evaluate(operand, scope)
        known = truth(value)
        if known is None:
            return _why(node, value)
        if known is isinstance(node.op, ast.Or):
            return value
    return value


@evaluate.register
def _comparison(node: ast.Compare, scope: Scope) -> Value:
    left, right = evaluate(node.left, scope), evaluate(node.comparators[0], scope)
    if len(node.ops) > 1 or truth(left) is None or truth(right) is None:
        return computed(node)
    return _attempt(node, _OPERATORS[type(node.ops[0])], left, right)


@evaluate.register
def _choice(node: ast.IfExp, scope: Scope) -> Value:
    known = truth(evaluate(node.test, scope))
    if known is None:
        reason = f"depends on: {ast.unparse(node.test)}"
        return merge(evaluate(node.body, scope), evaluate(node.orelse, scope), reason)
    return evaluate(node.body if known else node.orelse, scope)


@evaluate.register
def _attribute(node: ast.Attribute, scope: Scope) -> Value:
    owner = evaluate(node.value, scope)
    if isinstance(owner, External):
        return External(f"{owner.name}.{node.attr}")
    if isinstance(owner, Module):
        found = owner.get(node.attr)
    elif isinstance(owner, Class):
        found = owner.name if node.attr == "__name__" else lookup(owner, node.attr)
    elif isinstance(owner, Distribution) and node.attr == "version":
        return owner.fields.get("version")
    elif isinstance(owner, Unknown):
        return owner
    else:
        found = None
    return computed(node) if found is None and not _is_none(owner, node.attr) else found


def _is_none(owner: Value, name: str) -> bool:
    return (isinstance(owner, Module) and name in owner.names) or (isinstance(owner, Class) and name in owner.names)


@evaluate.register
def _subscript(node: ast.Subscript, scope: Scope) -> Value:
    owner, index = evaluate(node.value, scope), evaluate(node.slice, scope)
    if isinstance(owner, Distribution) and isinstance(index, str):
        return owner.fields.get(index.lower())
    if truth(owner) is None or truth(index) is None:
        return _why(node, owner if truth(owner) is None else index)
    return _attempt(node, operator.getitem, owner, index)


@evaluate.register
def _slice(node: ast.Slice, scope: Scope) -> Value:
    ends = [evaluate(end, scope) if end is not None else None for end in (node.lower, node.upper, node.step)]
    return slice(*ends) if all(truth(end) is not None for end in ends) else computed(node)


@evaluate.register(ast.ListComp)
@evaluate.register(ast.GeneratorExp)
def _comprehension(node: ast.ListComp | ast.GeneratorExp, scope: Scope) -> Value:
    loop = node.generators[0]
    source = evaluate(loop.iter, scope)
    if len(node.generators) > 1 or loop.ifs or not isinstance(loop.target, ast.Name):
        return computed(node)
    if not isinstance(source, list | tuple | str) or len(source) > _LONGEST // 100:
        return _why(node, source)
    inner, items = scope.inner(), []
    for item in source:
        inner.names[loop.target.id] = item
        items.append(evaluate(node.elt, inner))
    return items


@evaluate.register
def _call(node: ast.Call, scope: Scope) -> Value:
    arguments = _items(node, node.args, scope)
    keywords = {word.arg: evaluate(word.value, scope) for word in node.keywords if word.arg is not None}
    if isinstance(arguments, Unknown):
        return arguments
    owner = evaluate(node.func.value, scope) if isinstance(node.func, ast.Attribute) else None
    if isinstance(node.func, ast.Attribute) and isinstance(owner, str | dict | Distribution):
        result = _attempt(node, call_method, owner, node.func.attr, arguments, keywords)
    elif isinstance(function := evaluate(node.func, scope), External | Either):
        result = _attempt(node, call_external, function, arguments, keywords, scope)
    else:
        result = owner if isinstance(owner, Unknown) else NotImplemented
    return computed(node) if result is NotImplemented else result


def _attempt(node: ast.AST, action: Callable[..., Any], *values: Any) -> Value:
    try:
        return action(*values)
    except _FAILURES:
        return computed(node)


def _why(node: ast.AST, value: Value) -> Unknown:
    return value if isinstance(value, Unknown) else computed(node)
