"""NBP809: SQL is put together from values."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow.arguments import called_name
from netbox_plugin_kit.rules.composing import inserted
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import written

rule = Rule(
    code="NBP809",
    title="SQL put together from values",
    severity="warning",
    source="Django documentation, Performing raw SQL queries",
    why="Whoever can choose the value chooses the SQL: everything in NetBox's database can be read and changed, "
    "permissions and all.",
    bad="cursor.execute(f\"SELECT id FROM dcim_device WHERE name = '{name}'\")",
    good='cursor.execute("SELECT id FROM dcim_device WHERE name = %s", [name])',
    limits="What is named as a table, a column or a number, or was quoted, may be put in; migrations are left alone.",
)

_SAFE_CALLS = frozenset({"quote_name", "qn", "quote_ident", "Identifier", "as_string", "int", "len", "float", "SQL"})
_IDENTIFIER = re.compile(
    r"table|column|(^|_)(col|schema|index|constraint|sequence|alias|attname|ids?|pk|limit|offset|count)(_|$)",
    re.IGNORECASE,
)


@rule.on_call("execute", "executemany", "raw", "extra", "RawSQL")
def composed(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """The SQL of a cursor, of `raw()`, of `extra()` and of RawSQL."""
    if "migrations" in call.module.parts or not _is_sql(call):
        return
    for text in _texts(call):
        parts = inserted(text, call.block, call.flow, _is_safe)
        if parts:
            names = ", ".join(dict.fromkeys(written(part) for part in parts))
            yield rule.finding(
                call.place, f"{names} becomes part of the SQL", fix="write %s in its place, and give it as a parameter"
            )
            return


def _is_sql(call: Call) -> bool:
    if call.name == "RawSQL":
        return any(path.startswith("django.db") for path in call.paths)
    receiver = written(call.receiver) if call.receiver is not None else ""
    if call.name.startswith("execute"):
        return receiver.rpartition(".")[2].startswith(("cur", "connection", "conn")) or receiver.endswith("cursor()")
    return ".objects" in receiver or receiver.endswith(("queryset", "qs"))


def _texts(call: Call) -> Iterator[ast.expr]:
    if call.name != "extra":
        if (first := call.argument(0, "raw_query" if call.name == "raw" else "sql")) is not None:
            yield first
        return
    for word in call.node.keywords:
        if word.arg in {"select", "where", "tables", "order_by"}:
            value = word.value
            if isinstance(value, ast.Dict):
                yield from value.values
            elif isinstance(value, ast.List | ast.Tuple):
                yield from value.elts


def _is_safe(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return called_name(node) in _SAFE_CALLS
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return bool(_IDENTIFIER.search(name))
