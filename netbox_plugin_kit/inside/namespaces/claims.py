"""What a namespace is, what a claim to a name in it is, and whose code something is."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from ..boot import Booted
from ..protocol import Request

__all__ = ["FIRST", "LAST", "Claim", "Namespace", "Owners", "subclasses"]

FIRST, LAST = "first", "last"
"""Who wins: the plugin that stands first in PLUGINS, or the one that stands last."""


@dataclass(frozen=True)
class Namespace:
    """A kind of name of which there can be only one in a NetBox.

    Attributes:
        what: What is called so, in words: `template`.
        effect: What becomes of it when two plugins take a name; `{winner}` and `{loser}` are packages.
        wins: `first`, `last`, or None when there is no winner.
        fix: How to get out of the way; `{package}` is the plugin's.
        severity: Of the finding.
    """

    what: str
    effect: str
    wins: str | None = None
    fix: str = "prefix the name with {package}"
    severity: str = "error"


@dataclass(frozen=True)
class Claim:
    """A plugin takes a name.

    Attributes:
        namespace: What kind of name.
        name: The name.
        owner: The plugin's package.
        source: What takes it: a class, a function, a module, a file; or None.
        about: Further words for people.
        winner: Who has the name, where NetBox can be asked.
    """

    namespace: Namespace
    name: str
    owner: str
    source: Any = None
    about: str = ""
    winner: str | None = None


class Owners:
    """The plugin and its companions, in the order of PLUGINS."""

    def __init__(self, netbox: Booted, request: Request) -> None:
        from django.apps import apps
        from django.conf import settings

        self.netbox = netbox
        self.sites = {request.package: request.site, **request.companions}
        self.configs: dict[str, Any] = {app.name: app for app in apps.get_app_configs() if app.name in self.sites}
        self.order = [package for package in settings.PLUGINS if package in self.configs]

    def of(self, module: str | None) -> str | None:
        """The package that a module belongs to."""
        found = [package for package in self.order if f"{module}.".startswith(f"{package}.")]
        return max(found, key=len) if found else None

    def of_class(self, found: Any) -> str | None:
        """The package that a class or function belongs to."""
        return self.of(getattr(found, "__module__", None))

    def apps(self) -> Iterator[tuple[str, Any]]:
        """Every application that lives in one of the packages, with its owner."""
        from django.apps import apps

        for app in apps.get_app_configs():
            if (owner := self.of(app.name)) is not None:
                yield owner, app

    def modules(self) -> Iterator[tuple[str, ModuleType]]:
        """Every module of theirs that was imported, with its owner."""
        for name, module in sorted(sys.modules.items()):
            if (owner := self.of(name)) is not None and isinstance(module, ModuleType):
                yield owner, module

    def defined(self) -> Iterator[tuple[str, type]]:
        """Every class that is defined at the top of one of their modules, with its owner."""
        for owner, module in self.modules():
            for value in list(vars(module).values()):
                if inspect.isclass(value) and value.__module__ == module.__name__:
                    yield owner, value

    def resource(self, package: str, name: str) -> Any:
        """What NetBox would load as a resource of a plugin; None where that fails, which `loads` reports."""
        try:
            return self.configs[package]._load_resource(name)
        except Exception:
            return None

    def place(self, claim: Claim) -> tuple[str | None, int | None]:
        """File, relative to the plugin's site directory, and line of what takes a name."""
        root = f"{self.sites[claim.owner]}/"
        source = claim.source
        if isinstance(source, Path):
            file, line = str(source), None
        else:
            try:
                file, line = inspect.getsourcefile(source) or "", None
                line = None if isinstance(source, ModuleType) else inspect.getsourcelines(source)[1]
            except (TypeError, OSError):
                return None, None
        return (file.removeprefix(root), line) if file.startswith(root) else (None, None)


def subclasses(base: type) -> Iterator[type]:
    """Every class below a class."""
    found: type
    for found in base.__subclasses__():
        yield found
        yield from subclasses(found)
