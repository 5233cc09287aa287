"""What an expression of a plugin's module can stand for without running it: literals, Unknown, and the symbols here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from netbox_plugin_kit.plugin.facts import Unknown

__all__ = [
    "PLUGIN_CONFIGS",
    "Class",
    "Distribution",
    "Either",
    "External",
    "Function",
    "Module",
    "Scope",
    "Value",
    "class_attributes",
    "describe",
    "is_plugin_config",
    "lookup",
    "merge",
    "plain",
    "truth",
]

Value: TypeAlias = object
"""A literal (str, int, list, dict ...), Unknown, or one of the symbols below."""

# NetBox 3.7 still offers the old place; 4.0 removed it.
PLUGIN_CONFIGS = frozenset({"netbox.plugins.PluginConfig", "extras.plugins.PluginConfig"})


@dataclass(frozen=True, slots=True)
class External:
    """Something outside the project, by its dotted name: `netbox.plugins.PluginConfig`, `builtins.str`."""

    name: str


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the project; its result is not known."""

    name: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """What `importlib.metadata` tells of the project itself; a field not declared is None, as it is there."""

    fields: Mapping[str, Value] = field(hash=False)


@dataclass(eq=False, slots=True)
class Module:
    """A module of the project; `names` fills as its statements are read."""

    name: str
    path: Path
    is_package: bool
    names: dict[str, Value]
    find: Callable[[str], Value | None]

    def get(self, name: str) -> Value | None:
        """A name of the module, or its submodule of that name."""
        if name in self.names:
            return self.names[name]
        return self.find(f"{self.name}.{name}")


@dataclass(eq=False, slots=True)
class Class:
    """A class of the project."""

    name: str
    bases: tuple[Value, ...]
    names: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Either:
    """What differs between branches whose condition is not known."""

    options: tuple[Value, ...]


@dataclass(slots=True)
class Scope:
    """The names a statement sees: its own, then those of the scope around it, then the built-in ones."""

    module: Module
    names: dict[str, Value]
    parent: Scope | None = None
    metadata: Distribution | None = None
    calls: list[tuple[str, dict[str, Value]]] = field(default_factory=list)

    def inner(self) -> Scope:
        """A scope within this one: of a class or a comprehension."""
        return Scope(self.module, {}, self, self.metadata, self.calls)


_SYMBOLS = (External, Function, Distribution, Module, Class, Either)


def lookup(owner: Class, name: str) -> Value | None:
    """A class attribute, as Python would find it; None when it comes from outside the project or not at all."""
    return class_attributes(owner).get(name)


def class_attributes(owner: Value) -> dict[str, Value]:
    """Everything assigned on a class or on its bases in the project, the nearest last."""
    if isinstance(owner, Either):
        return _agreement([class_attributes(option) for option in owner.options])
    if not isinstance(owner, Class):
        return {}
    found: dict[str, Value] = {}
    for base in reversed(owner.bases):
        found.update(class_attributes(base))
    return found | owner.names


def _agreement(options: list[dict[str, Value]]) -> dict[str, Value]:
    known = [option for option in options if option]
    if not known:
        return {}
    merged = known[0]
    for other in known[1:]:
        for name in merged.keys() | other.keys():
            missing = Unknown("set in one branch only")
            merged = merged | {name: merge(merged.get(name, missing), other.get(name, missing), "branches disagree")}
    return merged


def is_plugin_config(value: Value) -> bool:
    """Whether a class is, or descends from, NetBox's PluginConfig."""
    if isinstance(value, External):
        return value.name in PLUGIN_CONFIGS
    if isinstance(value, Either):
        return any(is_plugin_config(option) for option in value.options)
    return isinstance(value, Class) and any(is_plugin_config(base) for base in value.bases)


def merge(one: Value, other: Value, reason: str) -> Value:
    """The value after two branches of which one was taken."""
    if one is other or (type(one) is type(other) and one == other and repr(one) == repr(other)):
        return one
    symbols = [value for value in (one, other) if isinstance(value, _SYMBOLS)]
    if not symbols:
        return Unknown(reason)
    options = [option for value in symbols for option in (value.options if isinstance(value, Either) else (value,))]
    return Either(tuple(options)) if len(options) > 1 else options[0]


def plain(value: Value, name: str = "") -> Value:
    """A value fit for people outside: symbols become Unknown, also within containers."""
    if isinstance(value, Either):
        return Unknown(f"branches disagree: {describe(value)}")
    if isinstance(value, _SYMBOLS):
        return Unknown(f"computed: {name} = {describe(value)}" if name else f"computed: {describe(value)}")
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(plain(item) for item in value)
    return value


def truth(value: Value) -> bool | None:
    """Whether a condition holds; None when that is not known."""
    if isinstance(value, External) and value.name.endswith("TYPE_CHECKING"):
        return False
    if isinstance(value, (Unknown, *_SYMBOLS)):
        return None
    return bool(value)


def describe(value: Value) -> str:
    """A few words about a value, for messages."""
    match value:
        case Unknown(reason=text) | External(name=text):
            words = text
        case Either():
            words = " or ".join(describe(option) for option in value.options)
        case Class():
            bases = [base.name if isinstance(base, Class) else describe(base) for base in value.bases]
            words = f"class {value.name}({', '.join(bases)})"
        case Module() | Function():
            words = f"the {type(value).__name__.lower()} {value.name}"
        case _:
            words = f"a value of type {type(value).__name__}"
    return words
