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

_RESTRICTING = ("restrict", "has_perm", "has_perms")
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
    """Where a function begins a query set at `Model.objects`, if it restricts none and asks for no permission.

    The second of each pair is the name of the model.

    Fetching an object once more by the primary key of one that is there shows nothing new.
    """
    nodes = list(ast.walk(function))
    managers = [node for node in nodes if isinstance(node, ast.Attribute) and node.attr == "objects"]
    if not managers or any(_says(node) in _RESTRICTING for node in nodes):
        return
    again = {id(inner) for node in nodes if _fetches_again(node) for inner in ast.walk(node)}
    for node in managers:
        for model in flow.values(node.value, block):
            if id(node) not in again and has_permissions(model, flow, core):
                yield (
                    node,
                    model.node.name if isinstance(model, Klass) else getattr(model, "path", "").rpartition(".")[2],
                )
                break


def _says(node: ast.AST) -> object:
    """An attribute, a name or a text: `getattr(manager, "restrict")` restricts as well."""
    return getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "value", None)


def _fetches_again(node: ast.AST) -> bool:
    """`filter(pk=obj.pk)`, `get(pk=obj.pk)`."""
    return isinstance(node, ast.Call) and any(
        word.arg in {"pk", "id"} and isinstance(word.value, ast.Attribute) and word.value.attr in {"pk", "id"}
        for word in node.keywords
    )
