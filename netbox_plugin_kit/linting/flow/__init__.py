"""What names and expressions of a plugin's modules can stand for, found without running any of them.

A small, honest data flow over the plugin's own modules: `scopes` notes in one walk who binds which name where, and
`resolving` answers, when it is asked, what an expression can stand for: names, attributes, calls of the plugin's own
functions with the arguments of their call sites, loops over lists, constants. `docs/lint.md` says what it cannot see.
"""

from netbox_plugin_kit.linting.flow.modules import Module, Modules
from netbox_plugin_kit.linting.flow.resolving import Flow
from netbox_plugin_kit.linting.flow.scopes import Block, Scope
from netbox_plugin_kit.linting.flow.values import Const, Function, Instance, Items, Klass, Mapping, Ref, Value

__all__ = [
    "Block",
    "Const",
    "Flow",
    "Function",
    "Instance",
    "Items",
    "Klass",
    "Mapping",
    "Module",
    "Modules",
    "Ref",
    "Scope",
    "Value",
]
