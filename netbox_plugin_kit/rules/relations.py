"""The relations of a plugin's models that lead to models of core."""

from __future__ import annotations

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow import Const, Ref
from netbox_plugin_kit.releases.core import Core, CoreModel

__all__ = ["RELATIONS", "core_target"]

RELATIONS = ("ForeignKey", "OneToOneField", "ManyToManyField", "TreeForeignKey", "TreeManyToManyField")


def core_target(call: Call, core: Core) -> CoreModel | None:
    """The model of core that a relation in the body of a class leads to; None when it is no such relation.

    Migrations repeat what models say.
    """
    if (
        not call.block.scope.is_class
        or "migrations" in call.module.parts
        or not any(path.startswith(("django.", "mptt.")) for path in call.paths)
    ):
        return None
    for value in call.values(0, "to"):
        dotted = value.path if isinstance(value, Ref) else value.value if isinstance(value, Const) else None
        if isinstance(dotted, str) and dotted.partition(".")[0] in core.apps and "(" not in dotted:
            return core.model_named(dotted)
    return None
