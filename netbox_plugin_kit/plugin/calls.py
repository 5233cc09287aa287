"""The few calls whose result is known without making them: text methods, conversions, translations, own metadata."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any

from packaging.utils import canonicalize_name

from netbox_plugin_kit.plugin.facts import Unknown
from netbox_plugin_kit.plugin.values import Distribution, Either, External, Scope, Value, truth

__all__ = ["call_external", "call_method"]

_LONGEST = 100_000
_TEXT_METHODS = frozenset(
    [
        "capitalize",
        "casefold",
        "format",
        "join",
        "lower",
        "lstrip",
        "removeprefix",
        "removesuffix",
        "replace",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "strip",
        "swapcase",
        "title",
        "upper",
        "partition",
        "startswith",
        "endswith",
    ]
)
_CONVERSIONS: dict[str, Callable[..., Any]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": bool,
    "list": list,
    "tuple": tuple,
    "dict": dict,
    "set": set,
    "len": len,
    "sorted": sorted,
}
# The text itself stands for its translation.
_TRANSLATIONS = frozenset({"gettext", "gettext_lazy", "gettext_noop", "ugettext_lazy"})
_METADATA = ("importlib.metadata", "importlib_metadata", "pkg_resources")


def call_method(owner: Any, name: str, arguments: list[Any], keywords: dict[str, Any]) -> Value:
    """The result of a method of a text, a dictionary or a distribution; NotImplemented when it is not known."""
    if isinstance(owner, Distribution):
        return _metadata_field(owner, name, arguments)
    if any(truth(value) is None for value in [*arguments, *keywords.values()]):
        return NotImplemented
    if isinstance(owner, dict):
        known = name in {"get", "copy"} and not keywords
        return getattr(owner, name)(*arguments) if known else NotImplemented
    if name not in _TEXT_METHODS or _too_long(owner, arguments, keywords):
        return NotImplemented
    if name == "format" and not _is_simple(owner):
        return NotImplemented
    return getattr(owner, name)(*arguments, **keywords)


def _metadata_field(owner: Distribution, name: str, arguments: list[Any]) -> Value:
    if name not in {"get", "__getitem__"} or not arguments or not isinstance(arguments[0], str):
        return NotImplemented
    default = arguments[1] if len(arguments) > 1 else None
    found = owner.fields.get(arguments[0].lower())
    return default if found is None else found


def _too_long(owner: str, arguments: list[Any], keywords: dict[str, Any]) -> bool:
    sizes = [len(value) if isinstance(value, str | list | tuple) else 20 for value in [*arguments, *keywords.values()]]
    texts = [len(item) for value in arguments if isinstance(value, list) for item in value if isinstance(item, str)]
    return (len(owner) + 1) * (sum(sizes) + sum(texts) + 1) > _LONGEST


def _is_simple(pattern: str) -> bool:
    """Whether a format only inserts values: a width could ask for any amount of memory, an attribute for anything."""
    fields = list(string.Formatter().parse(pattern))
    return all(not spec and (not name or name.isidentifier() or name.isdigit()) for _, name, spec, _ in fields)


def call_external(function: External | Either, arguments: list[Any], keywords: dict[str, Any], scope: Scope) -> Value:
    """The result of a function from outside the project; NotImplemented when it is not known."""
    if isinstance(function, Either):
        callables = [option for option in function.options if isinstance(option, External | Either)]
        results = [call_external(each, arguments, keywords, scope) for each in callables]
        known = [result for result in results if result is not NotImplemented]
        return (
            known[0] if len(known) == len(function.options) and known.count(known[0]) == len(known) else NotImplemented
        )
    where, _, name = function.name.rpartition(".")
    if where in _METADATA and name in {"version", "metadata", "distribution", "get_distribution"}:
        return _own_metadata(name, arguments[0], scope)
    if name in _TRANSLATIONS and where.endswith("translation"):
        return arguments[0]
    if name == "Path" or where != "builtins":
        return NotImplemented
    if any(truth(value) is None and not isinstance(value, External) for value in [*arguments, *keywords.values()]):
        return next((value for value in arguments if isinstance(value, Unknown)), NotImplemented)
    return _builtin(name, arguments, keywords)


def _builtin(name: str, arguments: list[Any], keywords: dict[str, Any]) -> Value:
    if name == "map":
        mapped, items = arguments
        conversion = _CONVERSIONS[mapped.name.removeprefix("builtins.")] if isinstance(mapped, External) else None
        known = conversion is not None and all(truth(item) is not None for item in items)
        return [conversion(item) for item in items] if known and conversion is not None else NotImplemented
    if any(isinstance(value, External) for value in [*arguments, *keywords.values()]):
        return NotImplemented
    return _CONVERSIONS[name](*arguments, **keywords)


def _own_metadata(function: str, wanted: Value, scope: Scope) -> Value:
    if not isinstance(wanted, str):
        return wanted if isinstance(wanted, Unknown) else NotImplemented
    own = scope.metadata.fields.get("name") if scope.metadata is not None else None
    if scope.metadata is None or not isinstance(own, str):
        return Unknown(f"metadata of the installed distribution {wanted}")
    if canonicalize_name(own) != canonicalize_name(wanted):
        return Unknown(f"metadata of another distribution, {wanted}")
    return scope.metadata.fields.get("version") if function == "version" else scope.metadata
