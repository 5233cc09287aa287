"""Paths into NetBox's registry (netbox/registry.py)."""

from __future__ import annotations

import re

from netbox_plugin_kit.rules.rule import Context

__all__ = ["is_own", "keys_of"]

_REGISTRY = ("netbox.registry.registry", "netbox.registry.Registry")


def keys_of(path: str) -> list[str] | None:
    """The keys on the way through the registry, `["views", "dcim"]`; None when the path leads elsewhere."""
    if "(" in path:
        return None  # a copy, or what a method gave
    for start in _REGISTRY:
        if path == start or path.startswith((f"{start}[", f"{start}.")):
            return re.findall(r"\[([^\]]*)\]", path[len(start) :])
    return None


def is_own(keys: list[str], context: Context) -> bool:
    """Whether a key, behind that of the store, says the plugin's name."""
    names = {name for name in (context.package, context.label) if name}
    return any(name in key for key in keys[1:] for name in names)
