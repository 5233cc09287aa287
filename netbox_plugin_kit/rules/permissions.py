"""Which models have object permissions, and what stands between a user and a view."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.flow import Block, Flow, Klass, Ref
from netbox_plugin_kit.linting.flow.values import Value
from netbox_plugin_kit.releases.core import Core
from netbox_plugin_kit.rules.paths import model_in

__all__ = ["CHECKS", "has_permissions", "unrestricted"]

CHECKS = re.compile(r"\brestrict\(|perm|is_authenticated|is_superuser|is_staff|login|\.auth\b", re.IGNORECASE)
"""Words of code that looks at who is asking."""

_PLAIN = frozenset({"core.ObjectType", "dcim.CablePath", "extras.Dashboard", "users.UserConfig"})
_BASE = re.compile(r"netbox\.models\.(\w+Model|BaseModel)")


def has_permissions(value: Value, flow: Flow, core: Core) -> bool:
    """Whether a model's query sets can be restricted to what a user may see (`RestrictedQuerySet`)."""
    if isinstance(value, Klass):
        return any(has_permissions(each, flow, core) for each in flow.ancestors(value) if isinstance(each, Ref))
    if not isinstance(value, Ref):
        return False
    if _BASE.fullmatch(value.path):
        return True
    model = None if value.path.startswith("django.") else model_in(value.path, core)
    return model is not None and not model.rest and "." in model.label and model.label not in _PLAIN


def unrestricted(function: ast.AST, block: Block, flow: Flow, core: Core) -> Iterator[tuple[ast.Attribute, str]]:
    """Query sets in a function that start at `Model.objects`, with the model's name, if none is restricted."""
    managers = [
        (node, name)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and node.attr == "objects" and (name := _name(node.value))
    ]
    if not managers or any(isinstance(node, ast.Attribute) and node.attr == "restrict" for node in ast.walk(function)):
        return
    for node, name in managers:
        if any(has_permissions(value, flow, core) for value in flow.values(node.value, block)):
            yield node, name


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
