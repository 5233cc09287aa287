"""How NetBox loads a plugin: its PluginConfig, and the resources it looks for beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.flow import Flow, Items, Klass, Module, Scope, Value
from netbox_plugin_kit.plugin import Unknown
from netbox_plugin_kit.rules.executing import at_import

__all__ = [
    "RESOURCES",
    "ConfigMethod",
    "config_classes",
    "imported_with_config",
    "listed_in",
    "method_of_config",
    "resources",
]

RESOURCES = {
    "search_indexes": "search.indexes",
    "data_backends": "data_backends.backends",
    "event_rule_actions": "event_rules.event_rule_actions",
    "graphql_schema": "graphql.schema",
    "graphql_type_extensions": "graphql_extensions.type_extensions",
    "graphql_filter_extensions": "graphql_extensions.filter_extensions",
    "jinja_filters": "jinja_env.filters",
    "menu": "navigation.menu",
    "menu_items": "navigation.menu_items",
    "template_extensions": "template_content.template_extensions",
    "user_preferences": "preferences.preferences",
}
"""Attributes of a PluginConfig and where NetBox looks when they are not set (netbox/plugins/__init__.py)."""

_DEEPEST = 5
"""Imports that are followed one after the other."""


class ConfigMethod(NamedTuple):
    """A method of the PluginConfig: the class that defines it, and its code."""

    owner: str
    node: ast.FunctionDef | ast.AsyncFunctionDef
    scope: Scope
    module: Module


def config_classes(project: Project) -> Iterator[Klass]:
    """The PluginConfig and the classes of the project that it descends from, the nearest first."""
    if project.config is not None:
        yield project.config.klass
        yield from project.config.own_ancestors()


def method_of_config(project: Project, name: str) -> ConfigMethod | None:
    """A method that the PluginConfig, or a class of the project that it descends from, defines."""
    for klass in config_classes(project):
        for node in reversed(klass.node.body):
            module = project.flow.modules.get(klass.scope.module)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name and module is not None:
                scope = project.flow.scope_of(node)
                return ConfigMethod(klass.node.name, node, scope, module) if scope is not None else None
    return None


def resources(project: Project) -> Iterator[tuple[str, str, str]]:
    """Every resource NetBox looks for: the attribute, the module and the name in it."""
    if project.config is None or project.plugin is None:
        return
    for attribute, default in RESOURCES.items():
        said = project.plugin.attributes.get(attribute)
        if isinstance(said, Unknown):
            continue
        path = said if isinstance(said, str) and said else default
        module, _, name = f"{project.config.module.name}.{path}".rpartition(".")
        yield attribute, module, name


def listed_in(module: Module, name: str, flow: Flow) -> list[frozenset[Value]]:
    """What the lists hold that a module's name can stand for."""
    return [frozenset(flow.elements(value)) for value in flow.name_in(module, name) if isinstance(value, Items)]


def home_of(module: Module, name: str, flow: Flow, depth: int = 0) -> tuple[Module, str]:
    """The module of the project that gives a name its value, and what it is called there."""
    bindings = module.found.scope.bindings.get(name)
    sources: list[tuple[ast.ImportFrom, str]] = [(star, name) for star in module.found.scope.stars if not bindings]
    if bindings and isinstance(bindings[-1].node, ast.ImportFrom) and bindings[-1].alias is not None:
        sources = [(bindings[-1].node, bindings[-1].alias.name)]
    for node, called in sources:
        other = flow.modules.get(module.absolute(node))
        if other is not None and other is not module and depth < _DEEPEST and list(flow.name_in(other, called)):
            return home_of(other, called, flow, depth + 1)
    return module, name


def imported_with_config(project: Project) -> Iterator[Module]:
    """The package itself, and the project's modules that are imported when it is, each once."""
    modules = project.flow.modules
    first = modules.get(project.plugin.package) if project.plugin is not None else None
    waiting, seen = [first] if first is not None else [], set()
    while waiting:
        module = waiting.pop()
        if module.name in seen:
            continue
        seen.add(module.name)
        yield module
        for here in at_import(module, project.flow):
            if isinstance(here.node, ast.Import | ast.ImportFrom) and not here.guarded:
                waiting += [found for name in _imported(here.node, module) if (found := modules.get(name)) is not None]


def _imported(node: ast.Import | ast.ImportFrom, module: Module) -> Iterator[str]:
    """The modules that are run by an import, packages on the way to them too."""
    names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = module.absolute(node)
        names = [base, *(f"{base}.{name}" for name in names)]
    for name in names:
        parts = name.split(".")
        yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def does_not_exist(name: str, project: Project) -> bool:
    """Whether a dotted name would be a module of the project, and there is no file of any kind for it."""
    modules = project.flow.modules
    if not modules.is_own(name) or modules.get(name) is not None or modules.is_namespace(name):
        return False
    top = modules.get(name.partition(".")[0])
    if top is None or not top.is_package:  # a namespace package, of which other distributions may bring the rest
        return False
    path = Path(top.source.path.parent.parent, *name.split("."))
    return not path.is_dir() and not any(path.parent.glob(f"{path.name}.*"))
