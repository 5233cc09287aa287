"""Which code asks the database at once: lazy query sets do not, until somebody counts, reads or loops over them."""

from __future__ import annotations

import ast
import functools
import re

from netbox_plugin_kit.linting.flow import Flow, Klass, Module, Ref
from netbox_plugin_kit.rules.executing import Running

__all__ = ["database_access", "may_touch_database"]

_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
_LAZY = frozenset(
    [
        "all",
        "filter",
        "exclude",
        "annotate",
        "alias",
        "order_by",
        "reverse",
        "distinct",
        "values",
        "values_list",
        "dates",
        "datetimes",
        "none",
        "union",
        "intersection",
        "difference",
        "select_related",
        "prefetch_related",
        "defer",
        "only",
        "using",
        "select_for_update",
        "restrict",
        "get_queryset",
        "add_related_count",
        "unrestricted",
    ]
)
_AT_ONCE = frozenset(
    [
        "count",
        "exists",
        "first",
        "last",
        "get",
        "create",
        "get_or_create",
        "update_or_create",
        "aggregate",
        "bulk_create",
        "bulk_update",
        "delete",
        "update",
        "in_bulk",
        "earliest",
        "latest",
        "get_for_model",
        "get_for_models",
        "get_for_id",
        "get_by_natural_key",
    ]
)
_READERS = frozenset(
    ["list", "tuple", "set", "frozenset", "dict", "sorted", "len", "sum", "min", "max", "any", "all", "bool"]
)
_LAZY_PATH = re.compile(r"\.(?:objects|_default_manager|_base_manager)((?:\.\w+\(\))*)$")
_CONNECTION = re.compile(r"django\.db\.connections?(?:\[[^\]]*\])?\.(?:cursor|introspection\.\w+|ensure_connection)$")


@functools.lru_cache(maxsize=4096)
def may_touch_database(module: Module) -> bool:
    """A cheap look at the source of a module."""
    text = module.source.text
    return ".objects" in text or "_manager" in text or "connection" in text


def database_access(here: Running, flow: Flow) -> str | None:
    """What of a piece of code asks the database, as it is written; None when it does not."""
    node = here.node
    if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
        return _written(node.iter) if _is_query_set(node.iter, here, flow) else None
    if not isinstance(node, ast.Call):
        return None
    function = node.func
    if isinstance(function, ast.Attribute) and function.attr in _AT_ONCE and _is_manager(function.value, here, flow):
        return _written(node)
    if (
        isinstance(function, ast.Name)
        and function.id in _READERS
        and node.args
        and _is_query_set(node.args[0], here, flow)
    ):
        return _written(node)
    if isinstance(function, ast.Attribute) and function.attr in {"cursor", "ensure_connection", "table_names"}:
        return _written(node) if any(map(_CONNECTION.match, flow.paths(function, here.block))) else None
    return None


def _written(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - a message is a line


def _is_query_set(node: ast.expr, here: Running, flow: Flow) -> bool:
    """A query set that was not read yet: not a manager alone, which cannot be looped over."""
    if isinstance(node, ast.Call) and _is_manager(node, here, flow):
        return True
    return any((match := _LAZY_PATH.search(path)) and match[1] for path in _aliased(node, here, flow))


def _is_manager(node: ast.expr, here: Running, flow: Flow) -> bool:
    """A manager of a model, or a query set made from one by methods that do not read."""
    at = node
    while isinstance(at, ast.Call) and isinstance(at.func, ast.Attribute) and at.func.attr in _LAZY:
        at = at.func.value
    if isinstance(at, ast.Attribute) and at.attr in _MANAGERS:
        return _may_be_model(at.value, here, flow)
    return any(map(_LAZY_PATH.search, _aliased(at, here, flow)))


def _aliased(node: ast.expr, here: Running, flow: Flow) -> list[str]:
    """What a name stands for, as paths all of whose calls are lazy."""
    if not isinstance(node, ast.Name):
        return []
    found = []
    for path in flow.paths(node, here.block):
        match = _LAZY_PATH.search(path)
        if match and set(re.findall(r"\w+", match[1])) <= _LAZY:
            found.append(path)
    return found


def _may_be_model(node: ast.expr, here: Running, flow: Flow) -> bool:
    """Whether something with `.objects` can be a model; of a class of the project it is known."""
    values = flow.values(node, here.block)
    if isinstance(node, ast.Name) and node.id in {"self", "cls"}:
        return False
    for value in values:
        if isinstance(value, Klass):
            return any(isinstance(base, Ref) for base in flow.ancestors(value))
    return True
