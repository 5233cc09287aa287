"""Names that come from files: templates, static files, tag libraries, commands, and what pip puts side by side."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .claims import FIRST, LAST, Claim, Namespace, Owners

__all__ = ["claims"]

TEMPLATE = Namespace(
    "template", "{winner}'s is rendered for both, {loser}'s never is", FIRST,
    "move your templates to templates/{package}/ and name them so in views and tags",
)  # fmt: skip
STATIC = Namespace(
    "static file", "{winner}'s is served for both, {loser}'s never is", FIRST,
    "move your static files to static/{package}/",
)  # fmt: skip
LIBRARY = Namespace(
    "template tag library", "{{% load %}} gives {winner}'s to everybody, and the tags and filters of {loser}'s are "
    "unknown wherever they are used", LAST, "rename the module to {package}_tags",
)  # fmt: skip
COMMAND = Namespace(
    "management command", "manage.py runs {winner}'s, {loser}'s cannot be run", FIRST,
    "prefix the name of the module with {package}",
)  # fmt: skip
INSTALLED = Namespace(
    "top-level package or module",
    "pip installs both to one directory, where the files of the one that is installed last replace the other's",
    fix="leave it out of the wheel: a plugin ships {package} and nothing beside it",
)


def claims(owners: Owners) -> Iterator[Claim]:
    """Everything that the plugins have as files."""
    for owner, app in owners.apps():
        yield from _tree(TEMPLATE, owner, Path(app.path) / "templates")
        yield from _tree(STATIC, owner, Path(app.path) / "static")
        yield from _libraries(owner, app)
        for module in pkgutil.iter_modules([str(Path(app.path) / "management/commands")]):
            if not module.ispkg and not module.name.startswith("_"):
                yield Claim(COMMAND, module.name, owner, Path(app.path) / f"management/commands/{module.name}.py")
    yield from _installed(owners)


def _tree(namespace: Namespace, owner: str, root: Path) -> Iterator[Claim]:
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield Claim(namespace, str(path.relative_to(root)), owner, path)


def _libraries(owner: str, app: Any) -> Iterator[Claim]:
    """Libraries as Django finds them: modules below `templatetags` with a `register`."""
    try:
        package = importlib.import_module(f"{app.name}.templatetags")
        found = list(pkgutil.iter_modules(package.__path__))
    except (ImportError, AttributeError):
        return
    for module in found:
        try:
            library = importlib.import_module(f"{package.__name__}.{module.name}")
        except Exception:  # noqa: S112 - reported by `loads`
            continue
        if hasattr(library, "register"):
            yield Claim(LIBRARY, module.name, owner, library)


def _installed(owners: Owners) -> Iterator[Claim]:
    """What stands in a plugin's wheel beside its package; namespace packages are shared by design."""
    for package, site in owners.sites.items():
        for path in sorted(Path(site).iterdir()):
            is_module = path.suffix == ".py" or (path / "__init__.py").exists()
            if package in owners.configs and is_module:
                yield Claim(INSTALLED, path.stem, package, path)
