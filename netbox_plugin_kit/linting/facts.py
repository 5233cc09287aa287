"""What rules are asked about: one class a kind of fact, each found once and handed to every rule that wants it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from netbox_plugin_kit.linting.flow import Block, Flow, Function, Klass, Module, Ref, Value
from netbox_plugin_kit.linting.flow.arguments import argument
from netbox_plugin_kit.linting.sources import Place, Source, Unreadable, read_source
from netbox_plugin_kit.plugin import Plugin

__all__ = [
    "Call",
    "Change",
    "ClassDefinition",
    "Command",
    "ContainerFile",
    "Fact",
    "Project",
    "PythonFile",
    "StaticFile",
    "TagLibrary",
    "Template",
]


@dataclass(frozen=True, slots=True)
class Change:
    """Something outside the project is changed in place.

    Attributes:
        place: Where.
        target: What is changed, as a path: `dcim.models.Device`, `netbox.registry.registry[views]`.
        member: Its part: an attribute's name, an item as `[key]`, `[?]` when the key is not known; empty when the thing
            as a whole is changed (`append`, `clear`).
        how: Whether the member is set, removed, or something is added to or reordered in the target.
        by: What does it: `=`, `+=`, `del`, `setattr`, `append`, `add_to_class` ...
        value: What is put there, if that is one expression.
        block: Where the value is written.
        flow: Answers what it can stand for.
    """

    place: Place
    target: str
    member: str
    how: Literal["set", "delete", "mutate"]
    by: str
    value: ast.expr | None
    block: Block
    flow: Flow

    @property
    def path(self) -> str:
        """Target and member together: `dcim.models.Device.save`."""
        if self.member.startswith("["):
            return f"{self.target}{self.member}"
        return f"{self.target}.{self.member}" if self.member else self.target

    @property
    def words(self) -> str:
        """What does it, as the beginning of a sentence."""
        return "an assignment" if self.by == "=" else self.by

    def values(self) -> tuple[Value, ...]:
        """What is put there can stand for."""
        return self.flow.values(self.value, self.block)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of something; only calls of names that some rule asks for become facts.

    Attributes:
        place: Where.
        name: The last part of what is called.
        node: The call.
        paths: What is called, if it lies outside the project; empty when that is not known or it lies inside.
    """

    place: Place
    name: str
    node: ast.Call
    block: Block
    flow: Flow
    module: Module

    @property
    def paths(self) -> tuple[str, ...]:
        """What is called, as paths outside the project."""
        return self.flow.paths(self.node.func, self.block)

    @property
    def is_own(self) -> bool:
        """Whether it is a function or class of the project that is called."""
        return any(isinstance(value, Function | Klass) for value in self.flow.values(self.node.func, self.block))

    @property
    def receiver(self) -> ast.expr | None:
        """What stands before the dot: `signal` in `signal.disconnect(handler)`."""
        return self.node.func.value if isinstance(self.node.func, ast.Attribute) else None

    def receiver_paths(self) -> tuple[str, ...]:
        """What the receiver can be, outside the project."""
        return self.flow.paths(self.receiver, self.block)

    def argument(self, position: int | None, name: str | None = None) -> ast.expr | None:
        """An argument by position or name."""
        return argument(self.node, position, name)

    def values(self, position: int | None, name: str | None = None) -> tuple[Value, ...]:
        """What an argument can stand for."""
        return self.flow.values(self.argument(position, name), self.block)

    def paths_of(self, position: int | None, name: str | None = None) -> tuple[str, ...]:
        """What an argument can stand for, outside the project."""
        return self.flow.paths(self.argument(position, name), self.block)

    def texts(self, position: int | None, name: str | None = None) -> tuple[str, ...]:
        """The texts that an argument can be."""
        return self.flow.texts(self.argument(position, name), self.block)

    @property
    def at_import(self) -> bool:
        """Whether it happens when the module is imported."""
        scope = self.block.scope
        while scope.parent is not None:
            if isinstance(scope.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                return False
            scope = scope.parent
        return True


@dataclass(frozen=True, slots=True)
class ClassDefinition:
    """A class of the project."""

    place: Place
    klass: Klass
    module: Module
    flow: Flow

    @property
    def name(self) -> str:
        """Its name."""
        return self.klass.node.name

    @property
    def node(self) -> ast.ClassDef:
        """Its definition."""
        return self.klass.node

    def bases(self) -> tuple[str, ...]:
        """The classes outside the project that it descends from, as paths, the nearest first."""
        return tuple(value.path for value in self.flow.ancestors(self.klass) if isinstance(value, Ref))

    def own_ancestors(self) -> tuple[Klass, ...]:
        """The classes of the project that it descends from, the nearest first."""
        return tuple(value for value in self.flow.ancestors(self.klass) if isinstance(value, Klass))

    def descends_from(self, *names: str) -> bool:
        """Whether a class outside the project of one of these names is among its ancestors.

        Args:
            names: The last part of its path, `NetBoxModel`, or the whole path.
        """
        return any(path in names or path.rpartition(".")[2] in names for path in self.bases())

    def attribute(self, name: str) -> tuple[ast.expr, Place] | None:
        """What its body, or that of an ancestor in the project, assigns to a name last, and where."""
        for klass in (self.klass, *self.own_ancestors()):
            for statement in reversed(klass.node.body):
                value = _assigned(statement, name)
                if value is not None:
                    source = self.module.source if klass is self.klass else _source_of(klass, self.flow)
                    return value, source.place(statement.lineno, statement.col_offset + 1)
        return None

    def values(self, name: str) -> tuple[Value, ...]:
        """What an attribute can stand for."""
        found = self.flow.attribute(self.klass, name)
        return tuple(value for value in found if not (isinstance(value, Ref) and value.path.endswith(f".{name}")))

    def own_methods(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """The functions that its body defines."""
        for statement in self.node.body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                yield statement

    def inner(self, name: str) -> ClassDefinition | None:
        """A class in its body or in that of an ancestor in the project: `Meta`."""
        for klass in (self.klass, *self.own_ancestors()):
            for statement in klass.node.body:
                if isinstance(statement, ast.ClassDef) and statement.name == name:
                    scope = self.flow.scope_of(statement)
                    source = self.module.source if klass is self.klass else _source_of(klass, self.flow)
                    if scope is not None:
                        place = source.place(statement.lineno, statement.col_offset + 1)
                        return ClassDefinition(place, Klass(scope), self.module, self.flow)
        return None


def _assigned(statement: ast.stmt, name: str) -> ast.expr | None:
    if isinstance(statement, ast.Assign):
        named = any(isinstance(target, ast.Name) and target.id == name for target in statement.targets)
        return statement.value if named else None
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.value if statement.target.id == name else None
    return None


def _source_of(klass: Klass, flow: Flow) -> Source:
    module = flow.modules.get(klass.scope.module)
    assert module is not None  # noqa: S101 - its scope came from there
    return module.source


@dataclass(frozen=True, slots=True)
class PythonFile:
    """A module of the project, as a whole."""

    place: Place
    module: Module
    flow: Flow

    @property
    def role(self) -> str:
        """What it is by its place: `models`, `migrations`, `templatetags`; empty for the package itself."""
        return self.module.parts[0] if self.module.parts else ""


@dataclass(frozen=True, slots=True)
class Template:
    """A template: `name` is what `{% include %}` and `render()` would call it."""

    place: Place
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A static file: `name` is what `{% static %}` would call it; the content is not read."""

    place: Place
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class TagLibrary:
    """A module of `templatetags`: `name` is what `{% load %}` calls it."""

    place: Place
    name: str


@dataclass(frozen=True, slots=True)
class Command:
    """A management command of an app of the project."""

    place: Place
    name: str


@dataclass(frozen=True, slots=True)
class ContainerFile:
    """A Dockerfile, its instructions with the line each begins in, continued lines joined."""

    place: Place
    source: Source
    instructions: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Project:
    """The project as a whole.

    Attributes:
        place: Where its PluginConfig is declared; without one, the project.
        root: Its directory.
        plugin: What is known of it; None when it has no PluginConfig that could be read.
        problem: Why not, then.
        config: The PluginConfig class.
        pyproject: Its pyproject.toml, empty when there is none.
        files: The names of all files below the root, without those of environments and builds.
        flow: Answers what their expressions can stand for.
    """

    place: Place
    root: Path
    plugin: Plugin | None
    problem: str | None
    config: ClassDefinition | None
    pyproject: dict[str, Any]
    files: tuple[str, ...]
    flow: Flow

    def source(self, name: str) -> Source | None:
        """A text file by its name; None when there is none that can be read."""
        if name not in self.files:
            return None
        source = read_source(self.root / name, name)
        return source if isinstance(source, Source) else None

    def config_place(self, attribute: str) -> Place:
        """Where the PluginConfig says something; where it is declared, when it does not."""
        found = self.config.attribute(attribute) if self.config else None
        return found[1] if found else self.place


Fact: TypeAlias = (
    Change
    | Call
    | ClassDefinition
    | PythonFile
    | Template
    | StaticFile
    | TagLibrary
    | Command
    | ContainerFile
    | Project
    | Unreadable
)
