"""Did NetBox really load the plugin, all of it?"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from ..boot import Booted
from ..protocol import Answer, Finding, Request, failed, passed
from ..trouble import trouble

__all__ = ["loads"]

_NOT_OURS_TO_IMPORT = {"tests", "test", "testing", "conftest", "__main__"}


def loads(netbox: Booted, request: Request) -> Answer:
    """Did NetBox really load the plugin?

    That it started says little. Up to 4.6 an import error inside `navigation.py` and its like made the menu vanish
    without a word (netbox/plugins/__init__.py, `_load_resource`), so every module is imported here, and what the
    plugin defines for registration is looked up in NetBox's registry.
    """
    findings = []
    if netbox.urls is not None:
        findings.append(trouble(netbox.urls, request.site, fix="NetBox answers every page with this error"))
    imported, broken = _import_all(netbox, request.site)
    findings += [finding for finding in broken if (finding.path, finding.line) not in _places(findings)]
    registered, missing = _registered(netbox, request)
    findings += missing
    if any(finding.severity == "error" for finding in findings):
        return failed("not everything of the plugin loads", findings)
    resources = f"; registered: {', '.join(registered)}" if registered else ""
    return passed(f"{imported} modules import{resources}", findings, netbox=netbox.version)


def _places(findings: list[Finding]) -> set[tuple[str | None, int | None]]:
    return {(finding.path, finding.line) for finding in findings}


def _import_all(netbox: Booted, site: str) -> tuple[int, list[Finding]]:
    """Import every module below the package but its tests; how many, and what went wrong."""
    count, findings = 0, []
    for name in _modules(list(netbox.package.__path__), netbox.package.__name__ + "."):
        count += 1
        try:
            importlib.import_module(name)
        except MemoryError:
            raise
        except BaseException as problem:
            found = trouble(problem, site)
            findings.append(_optional(found) if _is_optional(problem, name, netbox) else found)
    return count, findings


def _is_optional(problem: BaseException, name: str, netbox: Booted) -> bool:
    """Is it a module for those who have installed something more, which NetBox itself never loads?

    What NetBox loads was loaded by now, so a module that fails is one that nobody imported, or one whose failure NetBox
    swallowed; the latter are those that it looks for by name.
    """
    from netbox.plugins import DEFAULT_RESOURCE_PATHS

    if not isinstance(problem, ModuleNotFoundError) or problem.name is None:
        return False
    paths = {getattr(netbox.config, resource, None) or path for resource, path in DEFAULT_RESOURCE_PATHS.items()}
    looked_for = {f"{netbox.package.__name__}.{path.rpartition('.')[0]}" for path in paths}
    own = problem.name.split(".")[0] in {netbox.package.__name__.split(".")[0], "netbox"}
    return name not in looked_for and not own


def _optional(finding: Finding) -> Finding:
    return replace(finding, severity="warning", fix="declare the dependency, if anything that NetBox loads needs this")


def _modules(path: list[str], prefix: str) -> Iterator[str]:
    # pkgutil.walk_packages would import packages to look inside; directories are read instead, so that one broken
    # package is one finding.
    for module in pkgutil.iter_modules(path, prefix):
        last = module.name.rpartition(".")[2]
        if last in _NOT_OURS_TO_IMPORT or last.startswith("test_") or (last == "admin" and not _has_admin()):
            continue
        yield module.name
        if module.ispkg:
            yield from _modules([str(Path(directory) / last) for directory in path], module.name + ".")


def _has_admin() -> bool:
    """Is Django's admin there, which imports the `admin` modules? It is optional in 4.0 and 4.1, and gone since 4.2."""
    from django.apps import apps

    return bool(apps.is_installed("django.contrib.admin"))


def _registered(netbox: Booted, request: Request) -> tuple[list[str], list[Finding]]:
    """Names of the resources that NetBox registered, and findings about those it did not."""
    from netbox.plugins import DEFAULT_RESOURCE_PATHS
    from netbox.registry import registry

    known = set(_reachable(registry))
    home = type(netbox.config).__module__
    registered, findings = [], []
    for resource, default in DEFAULT_RESOURCE_PATHS.items():
        module, value = _resource(netbox, resource, default)
        if module is None:
            continue
        missing = [item for item in _items(value) if not _is_known(item, known)]
        if value and not missing:
            registered.append(resource)
        findings += [_unregistered(item, f"{home}.{default}", module, request) for item in missing]
        known_here = known | {id(item) for item in _items(value)}
        findings += _overlooked(module, resource, known_here, request, default)
    return registered, findings


def _resource(netbox: Booted, resource: str, default: str) -> tuple[ModuleType | None, Any]:
    """The module that should define a resource, and what it defines; a broken module was reported before."""
    path = getattr(netbox.config, resource, None) or default
    for home in dict.fromkeys((type(netbox.config).__module__, netbox.package.__name__)):
        module_name, _, attribute = f"{home}.{path}".rpartition(".")
        try:
            module = importlib.import_module(module_name)
        except MemoryError:
            raise
        except BaseException:  # noqa: S112 - reported by _import_all, with its place
            continue
        return module, getattr(module, attribute, None)
    return None, None


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, (list, tuple, set)):
        return list(value)
    return [] if value is None else [value]


def _reachable(value: Any) -> Iterator[int]:
    """Identities of everything that NetBox's registry holds, and of the classes of what it instantiated."""
    yield id(value)
    if isinstance(value, dict):
        for item in value.values():
            yield from _reachable(item)
    elif isinstance(value, (list, tuple, set)):
        for item in value:
            yield from _reachable(item)
    elif not inspect.isclass(value):
        yield id(type(value))


def _is_known(item: Any, known: set[int]) -> bool:
    """Whether NetBox has it, or has a class that inherits from it."""
    below = item.__subclasses__() if inspect.isclass(item) else []
    return id(item) in known or any(_is_known(each, known) for each in below)


def _unregistered(item: Any, expected: str, module: ModuleType, request: Request) -> Finding:
    name = getattr(item, "__name__", None) or str(item)
    why = "another plugin or NetBox itself registered the same name, or ready() does not call super().ready()"
    if module.__name__ != expected.rpartition(".")[0]:
        why = f"NetBox looks for {expected}, because that is where the PluginConfig is defined"
    return Finding(
        f"{name} of {module.__name__} is not registered with NetBox", *_where(item, module, request), fix=why
    )


def _overlooked(
    module: ModuleType, resource: str, known: set[int], request: Request, default: str
) -> Iterator[Finding]:
    """What has the shape of a resource but stands under a name that NetBox never looks at."""
    shape = _shapes().get(resource)
    if shape is None:
        return
    attribute = default.rpartition(".")[2]
    for name, item in vars(module).items():
        fits = inspect.isclass(item) and issubclass(item, shape) if resource in _CLASSES else isinstance(item, shape)
        if fits and getattr(item, "__module__", module.__name__) == module.__name__ and not _is_known(item, known):
            # No more than information: whether it belongs there may depend on what else is installed.
            yield Finding(
                f"{name} is defined in {module.__name__} but not part of `{attribute}`, so NetBox never sees it",
                *_where(item, module, request),
                severity="info",
                fix=f"add it to `{attribute}`",
            )


_CLASSES = {"template_extensions", "search_indexes"}


def _shapes() -> dict[str, type]:
    from netbox.plugins import PluginMenu, PluginTemplateExtension
    from netbox.search import SearchIndex

    return {"template_extensions": PluginTemplateExtension, "search_indexes": SearchIndex, "menu": PluginMenu}


def _where(item: Any, module: ModuleType, request: Request) -> tuple[str | None, int | None]:
    try:
        source = inspect.getsourcefile(item) or ""
        line = inspect.getsourcelines(item)[1]
    except (TypeError, OSError):
        source, line = str(module.__file__), 1
    root = request.site + "/"
    return (source.removeprefix(root), line) if source.startswith(root) else (None, None)
