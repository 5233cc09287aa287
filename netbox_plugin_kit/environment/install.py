"""A plugin installed beside NetBox, for one run: its wheel, what it requires, and its tests."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.companions import Companion, ContradictionError, resolve_together
from netbox_plugin_kit.environment.dependencies import ResolutionError
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.wheel import Given, Unpacked, WheelError, copy_sources, unpack_sdist, unpacked
from netbox_plugin_kit.plugin import Plugin, TestLayout, read_installed, read_project
from netbox_plugin_kit.progress import Progress, silent

__all__ = ["ConflictError", "InstallError", "Installed", "installed", "project"]

_SHIPPED = {".html", ".js", ".css", ".py", ".mo", ".svg"}
"""Kinds of files below a plugin's package that it does not work without."""


_RUNNERS = {"django": [], "pytest": ["pytest", "pytest-django"], "standalone": ["pytest"]}
"""What has to be there for each of the test runners."""

_BROUGHT_ALONG = "netbox-plugin-kit"
"""What tests may ask for and every run has (environment/inside.py), without what it needs itself."""


class InstallError(Exception):
    """The plugin does not install; `str()` says why, in the words of whoever refused."""


class ConflictError(InstallError):
    """The plugin installs, but not beside its companions."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A plugin that is installed for this run.

    Attributes:
        plugin: What is known of it.
        version: The version of the wheel.
        path: Directories to put on the path: the plugin, its companions, then what they bring along.
        missing: Files of the project that did not make it into the wheel.
        tests: Who runs its tests and where, as `inside/` wants it, or None.
        companions: Other plugins that are installed, too.
    """

    plugin: Plugin
    version: str
    path: tuple[Path, ...]
    missing: tuple[str, ...]
    tests: dict[str, str] | None
    companions: tuple[Companion, ...] = ()

    @property
    def site(self) -> Path:
        """The directory the plugin itself is installed to."""
        return self.path[0]


@contextlib.contextmanager
def project(given: Given, workspace: Path) -> Iterator[Path | None]:
    """The project directory of what was named, if it has one: a source archive is unpacked for the purpose."""
    if given.kind == "sdist" and given.path is not None:
        yield unpack_sdist(given.path, workspace / "sdist")
    else:
        yield given.path if given.kind == "directory" else None


@contextlib.contextmanager
def installed(  # noqa: PLR0913 - everything an installation depends on
    given: Given,
    root: Path | None,
    environment: Environment,
    workspace: Path,
    cache: Cache,
    *,
    progress: Progress = silent,
    with_tests: bool = True,
    beside: Sequence[Companion] = (),
) -> Iterator[Installed]:
    """Install a plugin into `workspace`; what it shares with other runs stays for the length of the block.

    Raises:
        InstallError: It does not build, or cannot be resolved beside NetBox.
        ConflictError: It cannot be resolved beside its companions.
        UsageError: It is no plugin, or its configuration is wrong.
    """
    plugin = read_project(root) if root else None
    try:
        with unpacked(given, root, environment.interpreter, cache, progress) as wheel:
            site = workspace / "site"
            shutil.copytree(wheel.site, site, ignore=shutil.ignore_patterns("__pycache__"))
            plugin = plugin or read_installed(site, wheel.distribution)
            missing = _missing(plugin, site) if root else ()
            layout = plugin.tests if with_tests else None
            requirements = _requirements(plugin, wheel, environment, layout)
            with resolve_together(environment, requirements, beside, cache, progress) as brought:
                tests = _arrange(plugin, layout, site, workspace / "tests") if layout else None
                path = (site, *(other.site for other in beside), brought)
                yield Installed(plugin, wheel.version, path, missing, tests, tuple(beside))
    except WheelError as error:
        raise InstallError(f"the wheel cannot be built or had: {error}") from error
    except ContradictionError as error:
        raise ConflictError(str(error)) from error
    except ResolutionError as error:
        raise InstallError(f"it cannot be resolved beside NetBox {environment.release}: {error}") from error


def _requirements(plugin: Plugin, wheel: Unpacked, environment: Environment, layout: TestLayout | None) -> list[str]:
    """Everything to be resolved together: the plugin's own, other plugins it needs, and what its tests need."""
    tests = list(plugin.settings.test_requirements) if layout else []
    extras = {text.removeprefix("extra:") for text in tests if text.startswith("extra:")}
    chosen = [requirement for text in wheel.requirements if (requirement := _chosen(text, extras, environment))]
    chosen += [other.requirement for other in plugin.settings.requires_plugins if other.requirement]
    chosen += [text for text in tests if not text.startswith("extra:") and not _is_brought_along(text)]
    chosen += _RUNNERS[layout.runner] if layout else []
    return sorted(set(chosen))


def _chosen(text: str, extras: set[str], environment: Environment) -> str | None:
    """A requirement of the wheel, if it is wanted here; a marker on an extra is decided, any other is left to uv."""
    requirement = Requirement(text)
    if requirement.marker is None or "extra" not in str(requirement.marker):
        return text
    variables = {
        "python_version": environment.python_minor,
        "python_full_version": str(environment.interpreter.version),
    }
    wanted = any(requirement.marker.evaluate({**variables, "extra": extra}) for extra in extras)
    if wanted and not _is_brought_along(text):
        requirement.marker = None
        return str(requirement)
    return None


def _is_brought_along(text: str) -> bool:
    return canonicalize_name(Requirement(text).name) == _BROUGHT_ALONG


def _missing(plugin: Plugin, site: Path) -> tuple[str, ...]:
    """What the plugin does not work without and its wheel does not have."""
    base = plugin.package_path.parent
    found = []
    for path in sorted(plugin.package_path.rglob("*")):
        relative = path.relative_to(base)
        if path.suffix in _SHIPPED and not _is_test(relative) and path.is_file() and not (site / relative).exists():
            found.append(str(path.relative_to(plugin.root)))
    return tuple(found)


def _is_test(path: Path) -> bool:
    return any(part in {"tests", "test", "testing", "__pycache__", "node_modules"} for part in path.parts) or (
        path.name.startswith(("test_", "tests.", "conftest"))
    )


def _arrange(plugin: Plugin, layout: TestLayout, site: Path, directory: Path) -> dict[str, str]:
    """Put the tests where they can be run against the installed plugin, wherever the project keeps them.

    Tests inside the package are added to this run's copy of it if the wheel leaves them out, as many do. For all
    others the project is copied without the package, so that files the tests read are there and the code they test is
    the wheel's.
    """
    if layout.inside_package:
        _add_tests(plugin, layout, site)
    if layout.inside_package and layout.runner == "django":
        directory.mkdir()
        return {"runner": "django", "label": layout.label, "directory": str(directory)}
    copy_sources(plugin.root, directory)
    package = directory / plugin.package_path.relative_to(plugin.root)
    shutil.rmtree(package, ignore_errors=True)
    label = layout.label
    if layout.runner != "django":
        inside = site / layout.path.relative_to(plugin.package_path.parent) if layout.inside_package else None
        label = str(inside or directory / layout.path.relative_to(plugin.root))
    return {"runner": layout.runner, "label": label, "directory": str(directory)}


def _add_tests(plugin: Plugin, layout: TestLayout, site: Path) -> None:
    target = site / layout.path.relative_to(plugin.package_path.parent)
    if target.exists():
        return
    if layout.path.is_dir():
        shutil.copytree(layout.path, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(layout.path, target)


def packages(plugin: Plugin, beside: Sequence[Companion] = ()) -> Sequence[str]:
    """What stands in PLUGINS: other plugins it needs come first, then companions."""
    in_order = [each.plugin for each in beside] + [plugin]
    needed = [other.package for each in in_order for other in each.settings.requires_plugins]
    return list(dict.fromkeys([*needed, *(each.package for each in in_order)]))
