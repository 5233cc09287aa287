"""SQL texts that a plugin runs, and which of core's tables they touch."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Literal

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow import Items
from netbox_plugin_kit.releases.core import Core

__all__ = ["RUNNERS", "touched", "written"]

RUNNERS = ("RunSQL", "execute", "executemany", "raw")
"""Calls that take SQL."""

_NAME = r"[\"'`]?(?:public[\"'`]?\.[\"'`]?)?(?P<table>\w+)"
_SCHEMA = re.compile(
    r"\b(?:(?:ALTER|DROP|TRUNCATE|COMMENT\s+ON)\s+(?:TABLE\s+)?(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?"
    r"|CREATE\s+(?:UNIQUE\s+)?(?:INDEX|(?:OR\s+REPLACE\s+)?(?:CONSTRAINT\s+)?TRIGGER|RULE|POLICY)\b[^;]*?\bON\s+(?:ONLY\s+)?"
    r"|CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?)" + _NAME,
    re.IGNORECASE | re.DOTALL,
)
_ROWS = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO)\s+(?:ONLY\s+)?" + _NAME, re.IGNORECASE | re.DOTALL
)


def touched(sql: str, core: Core, what: Literal["schema", "rows"]) -> list[str]:
    """The tables of core whose schema a text changes, or whose rows it writes."""
    pattern = _SCHEMA if what == "schema" else _ROWS
    names = [match["table"].lower() for match in pattern.finditer(sql)]
    return list(dict.fromkeys(name for name in names if name in core.tables))


def written(call: Call) -> Iterator[str]:
    """The SQL that a call runs; of a text with values in it, what stands around them."""
    node = call.argument(0, "raw_query" if call.name == "raw" else "sql")
    texts = call.flow.texts(node, call.block)
    if texts:
        yield from texts
    elif node is not None:
        for value in call.flow.values(node, call.block):
            if isinstance(value, Items):
                for element in value.elements:
                    yield from _constants(element)
        yield from _constants(node)


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts in an expression: those of one f-string together, with a blank name for each value."""
    if isinstance(node, ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else "_" for part in node.values]
        yield "".join(parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.BinOp):
        yield " ".join([*_constants(node.left), *_constants(node.right)])
    elif isinstance(node, ast.Tuple | ast.List):
        for element in node.elts[:1] if isinstance(node, ast.Tuple) else node.elts:
            yield from _constants(element)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from _constants(node.func.value)  # "...".format(...)
