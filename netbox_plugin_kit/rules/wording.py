"""Code as a text: for messages, and to look for words in it."""

from __future__ import annotations

import ast

from netbox_plugin_kit.linting.sources import Source

__all__ = ["lines_of", "written"]

_LONGEST = 60


def written(node: ast.AST) -> str:
    """An expression in one line, as it is shown to people: what is long or deep is cut."""
    try:
        text = " ".join(ast.unparse(node).split())
    except RecursionError:
        return "..."
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} ..."


def lines_of(node: ast.AST, source: Source) -> str:
    """The lines that a definition or expression is written in, its decorators among them."""
    decorators = getattr(node, "decorator_list", ())
    first = min([getattr(node, "lineno", 1), *(each.lineno for each in decorators)])
    last = getattr(node, "end_lineno", None) or first
    return "\n".join(source.lines[first - 1 : last])
