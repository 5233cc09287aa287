"""What is put into a text: the parts of f-strings, `%`, `.format()`, `+` and `join` that are not known."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from netbox_plugin_kit.linting.flow import Block, Const, Flow
from netbox_plugin_kit.linting.flow.arguments import called_name

__all__ = ["inserted"]

_DEEPEST = 6

IsSafe = Callable[[ast.expr], bool]
"""Whether an expression can be put into the text as it is."""


def inserted(node: ast.expr | None, block: Block, flow: Flow, is_safe: IsSafe, depth: int = 0) -> Iterator[ast.expr]:
    """The parts of a text that are neither constant nor safe; nothing when it is no text that is put together here.

    Args:
        node: The text; a name is followed to what the function assigns to it.
        block: Where it is written.
        flow: Answers what expressions can stand for.
        is_safe: What else may be put in.
        depth: How far it has come.
    """
    if node is None or depth > _DEEPEST:
        return
    if isinstance(node, ast.Name) and depth < _DEEPEST:
        for binding in block.scope.bindings.get(node.id, ()):
            if isinstance(binding.node, ast.expr) and not binding.steps and binding.block.scope is block.scope:
                yield from inserted(binding.node, block, flow, is_safe, depth + 1)
        return
    for part in _parts(node):
        if part is not node and isinstance(part, ast.JoinedStr | ast.BinOp):
            yield from inserted(part, block, flow, is_safe, depth + 1)
        elif not _is_known(part, block, flow) and not _is_safe(part, block, is_safe):
            yield part


def _is_safe(part: ast.expr, block: Block, is_safe: IsSafe) -> bool:
    """Whether it is safe itself, or a name that only ever gets what is safe."""
    if is_safe(part):
        return True
    if isinstance(part, ast.IfExp):
        return _is_safe(part.body, block, is_safe) and _is_safe(part.orelse, block, is_safe)
    if isinstance(part, ast.Constant):
        return True
    if isinstance(part, ast.Name):
        nodes = [binding.node for binding in block.scope.bindings.get(part.id, ())]
        return bool(nodes) and all(
            isinstance(node, ast.expr) and not isinstance(node, ast.Name) and _is_safe(node, block, is_safe)
            for node in nodes
        )
    return False


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.JoinedStr):
        for value in node.values:
            if isinstance(value, ast.FormattedValue) and not _is_number(value):
                yield value.value
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _is_text(node.left):
        yield from node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        for side in (node.left, node.right):
            if isinstance(side, ast.BinOp) and isinstance(side.op, ast.Add):
                yield from _parts(side)
            elif not _is_text(side):
                yield side
    elif isinstance(node, ast.Call) and called_name(node) == "format" and isinstance(node.func, ast.Attribute):
        if _is_text(node.func.value):
            yield from [*node.args, *(word.value for word in node.keywords)]


def _is_number(value: ast.FormattedValue) -> bool:
    spec = ast.unparse(value.format_spec) if value.format_spec else ""
    return spec.rstrip("'\"").endswith(("d", "f", "x", "X", "%", "n"))


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_known(node: ast.expr, block: Block, flow: Flow) -> bool:
    values = flow.values(node, block)
    return bool(values) and all(isinstance(value, Const) for value in values)
