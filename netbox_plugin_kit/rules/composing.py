"""What is put into a text: the parts of f-strings, `%`, `.format()`, `+` and `join` that come from elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from netbox_plugin_kit.linting.flow import Block, Const, Flow, Items, Mapping
from netbox_plugin_kit.linting.flow.arguments import called_name

__all__ = ["inserted"]

_DEEPEST = 6
_SAME = frozenset({"str", "strip", "lower", "upper", "title", "capitalize", "replace", "join"})
"""Calls whose result is as raw as what they are given."""


def inserted(text: ast.expr | None, block: Block, flow: Flow, is_safe: Callable[[ast.expr], bool]) -> list[ast.expr]:
    """The parts of a text that are values of objects, parameters or items, as they are.

    Nothing is told when it is no text that is put together here, and nothing of what other functions return.

    Args:
        text: The text; a name is followed to what its function assigns to it.
        block: Where it is written.
        flow: Answers what expressions can stand for.
        is_safe: What may be put in.
    """
    return list(dict.fromkeys(_Search(block, flow, is_safe).of_text(text, 0)))


@dataclass(frozen=True, slots=True)
class _Search:
    block: Block
    flow: Flow
    is_safe: Callable[[ast.expr], bool]

    def of_text(self, node: ast.expr | None, depth: int) -> Iterator[ast.expr]:
        if isinstance(node, ast.Name):
            for value in self.assigned(node, depth):
                yield from self.of_text(value, depth + 1)
        elif node is not None:
            for part in _parts(node):
                yield from self.raw(part, depth + 1)

    def raw(self, part: ast.expr, depth: int) -> Iterator[ast.expr]:
        """What is raw of a part of a text."""
        if depth > _DEEPEST or self.is_safe(part) or self.is_known(part):
            return
        if isinstance(part, ast.JoinedStr | ast.BinOp):
            yield from self.of_text(part, depth)
        elif isinstance(part, ast.IfExp | ast.BoolOp):
            for value in part.values if isinstance(part, ast.BoolOp) else (part.body, part.orelse):
                yield from self.raw(value, depth + 1)
        elif self.is_raw(part, depth):
            yield part

    def is_raw(self, part: ast.expr, depth: int) -> bool:
        """Whether a part that is not put together itself is raw."""
        if isinstance(part, ast.Name):
            given = any(isinstance(each.node, ast.arg) for each in self.flow.reaching(part, self.block))
            return given or any(list(self.raw(value, depth + 1)) for value in self.assigned(part, depth))
        if isinstance(part, ast.Call):
            within = _given(part) if called_name(part) in _SAME else None
            return within is not None and bool(list(self.raw(within, depth + 1)))
        return isinstance(part, ast.Attribute | ast.Subscript) and not any(
            isinstance(node, ast.Call) for node in ast.walk(part)
        )

    def assigned(self, name: ast.Name, depth: int) -> Iterator[ast.expr]:
        """What its function assigns to a name."""
        for binding in self.flow.reaching(name, self.block) if depth < _DEEPEST else ():
            if isinstance(binding.node, ast.expr) and not binding.steps and binding.block.scope is self.block.scope:
                yield binding.node

    def is_known(self, node: ast.expr) -> bool:
        """Whether it can only be a constant, or an item of a table of constants."""
        if isinstance(node, ast.Subscript):
            tables = self.flow.values(node.value, self.block)
            return bool(tables) and all(isinstance(table, Items | Mapping) for table in tables)
        values = self.flow.values(node, self.block)
        return bool(values) and all(isinstance(value, Const) for value in values)


def _given(call: ast.Call) -> ast.expr | None:
    if isinstance(call.func, ast.Attribute):
        return call.func.value
    return call.args[0] if call.args else None


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """What a text is put together from, without its constants."""
    if isinstance(node, ast.JoinedStr):
        for value in node.values:
            if isinstance(value, ast.FormattedValue) and not _is_number(value):
                yield value.value
    elif isinstance(node, ast.BinOp):
        yield from _operands(node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_text(node.func.value):
        if node.func.attr == "format":
            yield from [*node.args, *(word.value for word in node.keywords)]
        elif node.func.attr == "join" and node.args and isinstance(node.args[0], ast.ListComp | ast.GeneratorExp):
            yield node.args[0].elt


def _operands(node: ast.BinOp) -> Iterator[ast.expr]:
    if isinstance(node.op, ast.Mod) and _is_text(node.left):
        yield from node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
        return
    parts: list[ast.expr] = []
    rest: ast.expr = node
    while isinstance(rest, ast.BinOp) and isinstance(rest.op, ast.Add):
        parts.append(rest.right)
        rest = rest.left
    parts.append(rest)
    if len(parts) > 1 and any(_is_text(part) or isinstance(part, ast.JoinedStr) for part in parts):
        yield from (part for part in reversed(parts) if not _is_text(part))


def _is_number(value: ast.FormattedValue) -> bool:
    spec = ast.unparse(value.format_spec) if value.format_spec else ""
    return spec.rstrip("'\"").endswith(("d", "f", "x", "X", "%", "n"))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
