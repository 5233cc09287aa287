"""What an expression can stand for.

What lies outside the project is a `Ref`: a path that reads like the Python that leads there. Everything else is a piece
of the project, with the block it was written in, so that its parts can be resolved when somebody asks.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from netbox_plugin_kit.linting.flow.modules import Module
    from netbox_plugin_kit.linting.flow.scopes import Block, Scope

__all__ = ["Const", "Function", "Instance", "Items", "Klass", "Mapping", "ModuleValue", "Ref", "Value"]


@dataclass(frozen=True, slots=True)
class Ref:
    """Something outside the project.

    Attributes:
        path: How Python would get there: `dcim.models.Device`, `django.conf.settings.TEMPLATES[0][DIRS]`,
            `dcim.models.Device.objects.get()`; `[*]` is any element, `[?]` an item whose key is not known, and
            `migration.apps` and `historical.dcim.Device` are what a migration gets.
    """

    path: str


@dataclass(frozen=True, slots=True)
class Const:
    """A literal: text, number, bytes, None, True, False."""

    value: object


@dataclass(frozen=True, slots=True)
class Items:
    """A list, tuple or set: its elements, as they are written."""

    elements: tuple[ast.expr, ...]
    block: Block


@dataclass(frozen=True, slots=True)
class Mapping:
    """A dictionary that is written out."""

    node: ast.Dict
    block: Block


@dataclass(frozen=True, slots=True)
class Function:
    """A function, method or lambda of the project."""

    scope: Scope

    @property
    def name(self) -> str:
        """Its name; a lambda has none."""
        return getattr(self.scope.node, "name", "")


@dataclass(frozen=True, slots=True)
class Klass:
    """A class of the project."""

    scope: Scope

    @property
    def node(self) -> ast.ClassDef:
        """Where it is written."""
        assert isinstance(self.scope.node, ast.ClassDef)  # noqa: S101 - for mypy; only class scopes come here
        return self.scope.node


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the project."""

    klass: Klass


@dataclass(frozen=True, slots=True)
class ModuleValue:
    """A module of the project."""

    module: Module


Value: TypeAlias = Ref | Const | Items | Mapping | Function | Klass | Instance | ModuleValue
