"""Calls of Python, Django and NetBox whose result is known without making them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from netbox_plugin_kit.linting.flow.arguments import argument
from netbox_plugin_kit.linting.flow.scopes import Block
from netbox_plugin_kit.linting.flow.values import Const, Instance, Items, Mapping, Ref, Value

if TYPE_CHECKING:
    from netbox_plugin_kit.linting.flow.resolving import Flow

__all__ = ["KNOWN_CALLS", "METHODS"]

_ONE_APP = re.compile(r"get_app_config\((\w+)\)\.get_model$")

Known = Callable[["Flow", str, ast.Call, Block], "Iterable[Value] | None"]
Method = Callable[["Flow", "Items | Mapping", ast.Call, Block], "Iterable[Value]"]


def _get_model(flow: Flow, path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    """`apps.get_model("dcim", "Device")` or `("dcim.Device")`, of the real apps, of one app, or of a migration's."""
    first, second = (
        flow.texts(argument(node, 0, "app_label"), block),
        flow.texts(argument(node, 1, "model_name"), block),
    )
    if one_app := _ONE_APP.search(path):
        return [Ref(f"{one_app[1]}.models.{name}") for name in first]
    historical = path.startswith("migration.")
    if not historical and "apps" not in path:
        return None
    labels = [f"{app}.{name}" for app in first for name in second] if second else first
    models = [label.partition(".") for label in labels]
    return [Ref(f"historical.{app}.{name}" if historical else f"{app}.models.{name}") for app, _, name in models]


def _app_config(flow: Flow, path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    """`apps.get_app_config("dcim")`: an app by its label."""
    if "apps" not in path:
        return None
    return [Ref(f"{path}({label})") for label in flow.texts(argument(node, 0, "app_label"), block)]


def _import_module(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    return [flow.module(name) for name in flow.texts(argument(node, 0, "name"), block)]


def _import_string(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    """`import_string("dcim.models.Device")`."""
    found: list[Value] = []
    for dotted in flow.texts(argument(node, 0, "dotted_path"), block):
        module, _, name = dotted.rpartition(".")
        found += flow.attribute(flow.module(module), name)
    return found


def _getattr(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    names = flow.texts(argument(node, 1, None), block)
    owners = flow.values(argument(node, 0, None), block)
    found = [value for owner in owners for name in names for value in flow.attribute(owner, name)]
    return [*found, *flow.values(argument(node, 2, None), block)]


def _vars(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    return [Ref(f"{path}.__dict__") for path in flow.paths(argument(node, 0, None), block)]


def _type(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    if len(node.args) != 1:
        return None
    found: list[Value] = []
    for value in flow.values(node.args[0], block):
        if isinstance(value, Instance):
            found.append(value.klass)
        elif isinstance(value, Ref):
            found += flow.attribute(value, "__class__")
    return found


def _same_elements(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    """`list(x)`, `sorted(x)` and their like: other containers with the same elements."""
    found = flow.values(argument(node, 0, None), block)
    return [Ref(f"{value.path}.copy()") if isinstance(value, Ref) else value for value in found] or None


def _user_model(_flow: Flow, _path: str, _node: ast.Call, _block: Block) -> Iterable[Value] | None:
    return [Ref("users.models.User")]


def _partial(flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    return flow.values(argument(node, 0, None), block)


def _enumerate(_flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    """Pairs of a number and an element: a list of one pair, whose second item is any element."""
    if not node.args:
        return None
    each = ast.Subscript(node.args[0], ast.Constant("*"), ast.Load())
    return [Items((ast.copy_location(ast.Tuple([ast.Constant(0), each], ast.Load()), node),), block)]


def _zip(_flow: Flow, _path: str, node: ast.Call, block: Block) -> Iterable[Value] | None:
    every: list[ast.expr] = [ast.Subscript(each, ast.Constant("*"), ast.Load()) for each in node.args]
    return [Items((ast.copy_location(ast.Tuple(every, ast.Load()), node),), block)]


KNOWN_CALLS: dict[str, Known] = {
    "get_model": _get_model,
    "get_registered_model": _get_model,
    "get_app_config": _app_config,
    "importlib.import_module": _import_module,
    "builtins.__import__": _import_module,
    "django.utils.module_loading.import_string": _import_string,
    "pydoc.locate": _import_string,
    "builtins.getattr": _getattr,
    "builtins.vars": _vars,
    "builtins.type": _type,
    "builtins.list": _same_elements,
    "builtins.tuple": _same_elements,
    "builtins.set": _same_elements,
    "builtins.frozenset": _same_elements,
    "builtins.sorted": _same_elements,
    "builtins.reversed": _same_elements,
    "builtins.iter": _same_elements,
    "builtins.dict": _same_elements,
    "copy.copy": _same_elements,
    "itertools.chain": _same_elements,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "django.contrib.auth.get_user_model": _user_model,
    "functools.partial": _partial,
    "inspect.unwrap": _partial,
}
"""By the whole path, or by its last part where the receiver differs."""


def _values(flow: Flow, owner: Items | Mapping, node: ast.Call, block: Block) -> Iterable[Value]:  # noqa: ARG001
    if not isinstance(owner, Mapping):
        return []
    return [Items(tuple(owner.node.values), owner.block)]


def _pairs(flow: Flow, owner: Items | Mapping, node: ast.Call, block: Block) -> Iterable[Value]:  # noqa: ARG001
    if not isinstance(owner, Mapping):
        return []
    pairs = [
        ast.copy_location(ast.Tuple([key, value], ast.Load()), value)
        for key, value in zip(owner.node.keys, owner.node.values, strict=True)
        if key is not None
    ]
    return [Items(tuple(pairs), owner.block)]


def _get(flow: Flow, owner: Items | Mapping, node: ast.Call, block: Block) -> Iterable[Value]:
    keys = [value.value for value in flow.values(argument(node, 0, None), block) if isinstance(value, Const)]
    found = [value for key in keys for value in flow.item(owner, key)]
    return [*found, *flow.values(argument(node, 1, None), block)]


METHODS: dict[str, Method] = {
    "values": _values,
    "items": _pairs,
    "get": _get,
    "pop": _get,
    "setdefault": _get,
    "copy": lambda _flow, owner, _node, _block: [owner],
}
"""Methods of containers that are written out."""
