"""Every way Python has to change a thing in place, told as one kind of fact: what is changed, which part, how.

`Device.save = f`, `setattr(Device, "save", f)`, `Device.__dict__["save"] = f`, `Device.add_to_class("save", f)` and
`mock.patch.object(Device, "save", f)` are one `Change`. What a thing is called on the way does not matter: aliases,
parameters and loops are followed by the data flow.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.linting.flow import Block, Const, Flow, Mapping, Module
from netbox_plugin_kit.linting.flow.arguments import argument, called_name

__all__ = ["CHANGING_CALLS", "changes_of_call", "changes_of_statement"]

How = Literal["set", "delete", "mutate"]

_DELETES_ITEM = frozenset({"pop", "__delitem__"})
_SETS_ITEM = frozenset({"__setitem__", "setdefault"})
_DELETES = frozenset({"remove", "discard", "clear", "popitem", "popleft", "difference_update", "intersection_update"})
_ADDS = frozenset(
    {
        "append",
        "extend",
        "insert",
        "add",
        "update",
        "sort",
        "reverse",
        "appendleft",
        "extendleft",
        "__iadd__",
        "__ior__",
    }
)
_METHODS = _DELETES_ITEM | _SETS_ITEM | _DELETES | _ADDS
_ATTRIBUTES = frozenset({"setattr", "delattr", "__setattr__", "__delattr__"})
_ITEMS = frozenset({"setitem", "delitem", "iadd"})
_DJANGO = frozenset({"add_to_class", "contribute_to_class", "override_settings", "modify_settings"})
_PATCHERS = frozenset({"patch", "object", "dict", "wrap_function_wrapper", "patch_function_wrapper", "Patch"})

CHANGING_CALLS = _METHODS | _ATTRIBUTES | _ITEMS | _DJANGO | _PATCHERS
"""The last parts of the names of calls that may change something."""

_TYPES = frozenset({"builtins.dict", "builtins.list", "builtins.set", "builtins.type", "builtins.object"})
_SETTINGS = "django.conf.settings"


class _Part(NamedTuple):
    """What is changed, before it is known whether it lies outside the project."""

    owner: ast.expr | str
    member: str
    how: How
    by: str
    value: ast.expr | None


def changes_of_statement(node: ast.stmt, block: Block, module: Module, flow: Flow) -> Iterator[Change]:
    """What an assignment, an augmented assignment or a deletion changes."""
    for target, part in _parts_of_statement(node, block, flow):
        yield from _changes(part, target, block, module, flow)


def changes_of_call(node: ast.Call, block: Block, module: Module, flow: Flow) -> Iterator[Change]:
    """What a call changes; only calls whose name is in CHANGING_CALLS can."""
    for part in _parts_of_call(node, block, flow):
        yield from _changes(part, node, block, module, flow)


def _changes(part: _Part, at: ast.expr, block: Block, module: Module, flow: Flow) -> Iterator[Change]:
    place = module.source.place(at.lineno, at.col_offset + 1)
    targets = (part.owner,) if isinstance(part.owner, str) else flow.paths(part.owner, block)
    for target in targets:
        path, member = target, part.member
        if path.endswith(".__dict__") and member.startswith("["):
            path, member = path.removesuffix(".__dict__"), member[1:-1]
        yield Change(place, path, member, part.how, part.by, part.value, block, flow)


def _parts_of_statement(node: ast.stmt, block: Block, flow: Flow) -> Iterator[tuple[ast.expr, _Part]]:
    if isinstance(node, ast.Assign):
        for target, value in [pair for each in node.targets for pair in _pairs(each, node.value)]:
            yield from _stored(target, "set", "=", value, block, flow)
    elif isinstance(node, ast.AnnAssign):
        yield from _stored(node.target, "set", "=", node.value, block, flow)
    elif isinstance(node, ast.AugAssign):
        by = f"{_SIGNS.get(type(node.op), '')}="
        if isinstance(node.target, ast.Name):
            name = ast.copy_location(ast.Name(node.target.id, ast.Load()), node.target)
            yield node.target, _Part(name, "", "mutate", by, node.value)
        else:
            yield from _stored(node.target, "mutate", by, node.value, block, flow)
    elif isinstance(node, ast.Delete):
        for target in node.targets:
            yield from _stored(target, "delete", "del", None, block, flow)


_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.BitOr: "|", ast.BitAnd: "&", ast.Mult: "*"}


def _pairs(target: ast.expr, value: ast.expr | None) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    if not isinstance(target, ast.Tuple | ast.List):
        yield target, value
        return
    values: list[ast.expr | None] = [None] * len(target.elts)
    if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts):
        values = list(value.elts)
    for element, part in zip(target.elts, values, strict=True):
        yield from _pairs(element, part)


def _stored(  # noqa: PLR0913, PLR0917 - what a `_Part` is made of
    target: ast.expr, how: How, by: str, value: ast.expr | None, block: Block, flow: Flow
) -> Iterator[tuple[ast.expr, _Part]]:
    if isinstance(target, ast.Starred):
        target = target.value
    if isinstance(target, ast.Attribute):
        yield target, _Part(target.value, target.attr, how, by, value)
    elif isinstance(target, ast.Subscript):
        for key in _keys(target.slice, block, flow):
            yield target, _Part(target.value, key, how, by, value)


def _keys(node: ast.expr | None, block: Block, flow: Flow) -> list[str]:
    if isinstance(node, ast.Slice):
        return ["[:]"]
    known = [f"[{value.value}]" for value in flow.values(node, block) if isinstance(value, Const)]
    return known or ["[?]"]


def _parts_of_call(node: ast.Call, block: Block, flow: Flow) -> Iterator[_Part]:
    name = called_name(node) or ""
    if name in _METHODS:
        yield from _method(node, name, block, flow)
    elif name in _ATTRIBUTES:
        yield from _attribute(node, name, block, flow)
    elif name in _ITEMS:
        yield from _operator(node, name, block, flow)
    elif name in _DJANGO:
        yield from _django(node, name, block, flow)
    elif name in _PATCHERS:
        yield from _patcher(node, name, block, flow)


def _method(node: ast.Call, name: str, block: Block, flow: Flow) -> Iterator[_Part]:
    if not isinstance(node.func, ast.Attribute):
        return
    owner, arguments = node.func.value, node.args
    if set(flow.paths(owner, block)) & _TYPES:  # dict.pop(registry, "views")
        if not arguments:
            return
        owner, arguments = arguments[0], arguments[1:]
    first = arguments[0] if arguments else None
    if isinstance(first, ast.Name) and first.id in {"self", "cls"}:
        return  # a method of a base class, called by the class's name
    if name in _SETS_ITEM or name in _DELETES_ITEM:
        value = arguments[1] if len(arguments) > 1 and name in _SETS_ITEM else None
        how: How = "set" if name in _SETS_ITEM else "delete"
        for key in _keys(first, block, flow) if first is not None else [""]:
            yield _Part(owner, key, how, name, value)
    elif name == "update":
        yield from _update(node, owner, first, block, flow)
    else:
        yield _Part(owner, "", "delete" if name in _DELETES else "mutate", name, arguments[-1] if arguments else None)


def _update(node: ast.Call, owner: ast.expr, first: ast.expr | None, block: Block, flow: Flow) -> Iterator[_Part]:
    """`d.update({"a": 1}, b=2)` sets items; of anything else it is not known which."""
    known = False
    for word in node.keywords:
        if word.arg is not None:
            known = True
            yield _Part(owner, f"[{word.arg}]", "set", "update", word.value)
    for mapping in flow.values(first, block):
        if isinstance(mapping, Mapping):
            for key, value in zip(mapping.node.keys, mapping.node.values, strict=True):
                for text in flow.texts(key, mapping.block):
                    known = True
                    yield _Part(owner, f"[{text}]", "set", "update", value)
    if not known:
        yield _Part(owner, "", "mutate", "update", first)


def _attribute(node: ast.Call, name: str, block: Block, flow: Flow) -> Iterator[_Part]:
    owner, arguments = None, list(node.args)
    if isinstance(node.func, ast.Attribute) and not set(flow.paths(node.func.value, block)) & {*_TYPES, "builtins"}:
        owner = node.func.value  # Device.__setattr__("save", f)
    elif arguments:
        owner = arguments.pop(0)
    if owner is None or not arguments or (name in {"setattr", "delattr"} and owner not in node.args):
        return
    value = arguments[1] if len(arguments) > 1 else None
    for member in flow.texts(arguments[0], block) or ("?",):
        yield _Part(owner, member, "delete" if name.strip("_") == "delattr" else "set", name, value)


def _operator(node: ast.Call, name: str, block: Block, flow: Flow) -> Iterator[_Part]:
    if not any(path.startswith("operator.") for path in flow.paths(node.func, block)) or not node.args:
        return
    value = node.args[-1] if name != "delitem" else None
    if name == "iadd":
        yield _Part(node.args[0], "", "mutate", "+=", value)
        return
    for key in _keys(argument(node, 1, None), block, flow):
        yield _Part(node.args[0], key, "set" if name == "setitem" else "delete", name, value)


def _django(node: ast.Call, name: str, block: Block, flow: Flow) -> Iterator[_Part]:
    if name in {"override_settings", "modify_settings"}:
        if any(path.startswith("django.test") for path in flow.paths(node.func, block)):
            for word in node.keywords:
                yield _Part(_SETTINGS, word.arg or "?", "set", name, word.value)
        return
    if not isinstance(node.func, ast.Attribute):
        return
    if name == "add_to_class":
        owner: ast.expr | None = node.func.value
        label, value = argument(node, 0, "name"), argument(node, 1, "value")
    else:
        owner, label, value = argument(node, 0, "cls"), argument(node, 1, "name"), node.func.value
    if owner is not None and not _is_super(node.func.value):
        for member in flow.texts(label, block) or ("?",):
            yield _Part(owner, member, "set", name, value)


def _is_super(node: ast.expr) -> bool:
    """Whether a method passes its call on: a field that overrides `contribute_to_class` changes nothing by that."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"


def _patcher(node: ast.Call, name: str, block: Block, flow: Flow) -> Iterator[_Part]:
    """Libraries for monkey patches: `unittest.mock`, `wrapt`, `gorilla`."""
    paths = flow.paths(node.func, block)
    if not any(path.startswith(("unittest.mock.", "mock.", "wrapt.", "gorilla.")) for path in paths):
        return
    first, second = argument(node, 0, None), argument(node, 1, None)
    if name == "patch":
        for dotted in flow.texts(first, block):
            owner, _, member = dotted.rpartition(".")
            yield _Part(owner, member, "set", "mock.patch", second)
    elif name == "dict" and first is not None:
        yield _Part(first, "", "mutate", "mock.patch.dict", second)
    elif first is not None:
        for member in flow.texts(second, block) or ("?",):
            within, _, last = member.rpartition(".")
            owners: Iterable[ast.expr | str] = flow.texts(first, block) or (first,)
            for each in owners:
                inner = f"{each}.{within}" if isinstance(each, str) and within else each
                yield _Part(inner, last, "set", name, argument(node, 2, None))
