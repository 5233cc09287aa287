"""The modules of a project by their dotted names, parsed and walked."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from netbox_plugin_kit.linting.flow.scopes import Block, Found, walk_module
from netbox_plugin_kit.linting.sources import Source

__all__ = ["Module", "Modules"]


@dataclass(eq=False)
class Module:
    """One Python file of the project.

    Attributes:
        name: Its dotted name, `netbox_example.models`.
        source: The file.
        tree: Its syntax tree.
    """

    name: str
    source: Source
    tree: ast.Module

    @cached_property
    def found(self) -> Found:
        """What a walk over it finds."""
        return walk_module(self.tree, self.name)

    @cached_property
    def block(self) -> Block:
        """The statements that run when it is imported."""
        return Block(self.found.scope)

    @property
    def is_package(self) -> bool:
        """Whether it is an `__init__.py`."""
        return self.source.path.name == "__init__.py"

    @property
    def parts(self) -> tuple[str, ...]:
        """Its name below the package it belongs to: `("graphql", "types")`."""
        return tuple(self.name.split(".")[1:])

    def absolute(self, node: ast.ImportFrom) -> str:
        """The dotted name of the module that a `from` import takes from."""
        if not node.level:
            return node.module or ""
        package = self.name.split(".")
        if not self.is_package:
            package.pop()
        if node.level > 1:
            package = package[: -(node.level - 1)] if node.level <= len(package) else []
        return ".".join([*package, *([node.module] if node.module else [])])


class Modules:
    """The modules of a project; every other name leads outside."""

    def __init__(self, modules: Iterable[Module]) -> None:
        self._modules = {module.name: module for module in modules}
        self._packages = {name.rpartition(".")[0] for name in self._modules}
        self._tops = {name.partition(".")[0] for name in self._modules}

    def __iter__(self) -> Iterator[Module]:
        return iter(self._modules.values())

    def get(self, name: str) -> Module | None:
        """A module by its dotted name; None when the project has none of that name."""
        return self._modules.get(name)

    def is_own(self, name: str) -> bool:
        """Whether a dotted name lies in a package of the project, be there such a module or not."""
        return name.partition(".")[0] in self._tops

    def is_namespace(self, name: str) -> bool:
        """Whether there are modules below that name."""
        return name in self._packages
