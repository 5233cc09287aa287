"""From what was asked for, in words, to a cell that can be run: release, provider and interpreter are looked up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from netbox_plugin_kit.backends.asking import Backend
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.wheel import Given, what_is
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.cells import Cell, Foundation, Limits
from netbox_plugin_kit.matrix.plan import PlannedCell
from netbox_plugin_kit.plugin import Plugin, Unknown, read_project
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import (
    Catalogue,
    GitProvider,
    PathProvider,
    Provider,
    Release,
    provider_for,
    python_minors,
)

__all__ = ["bounds", "foundation", "newest_declared", "resolve", "where_from"]


def resolve(planned: PlannedCell, limits: Limits, backend: Backend, progress: Progress, **options: object) -> Cell:
    """The cell that was planned.

    Args:
        planned: What was planned.
        limits: What one check may take.
        backend: Where the cell is to run.
        progress: Told before anything is downloaded.
        options: Further fields of the cell.

    Raises:
        UsageError: The plugin, the release or the interpreter is none.
        UnavailableError: There is no interpreter for it.
    """
    given = what_is(planned.plugin)
    pythons = _pythons(given)
    base = foundation(planned.netbox, planned.python, pythons, backend, progress)
    older = foundation(planned.upgrade_from, None, pythons, backend, progress) if planned.upgrade_from else None
    return Cell(
        given=given,
        release=base.release,
        provider=base.provider,
        interpreter=base.interpreter,
        checks=planned.checks,
        limits=limits,
        force_load=planned.force_load,
        expect=planned.expect,
        role=planned.role,
        postgresql=planned.postgresql,
        upgrade_from=older,
        **options,  # type: ignore[arg-type]  # fields of Cell, by name
    )


def foundation(
    netbox: str, python: str | None, pythons: SpecifierSet, backend: Backend, progress: Progress
) -> Foundation:
    """The NetBox that was asked for, and a Python to run it on.

    Args:
        netbox: A release, `git:REF` or the path of a checkout.
        python: The Python that was asked for, or None.
        pythons: Those that the plugin accepts; not heeded where none of them suits this NetBox, which then cannot
            install the plugin, nor where one was asked for.
        backend: Where it is to run.
        progress: Told before anything is downloaded.

    Raises:
        UsageError: There is no such release, or it does not run on that Python.
        UnavailableError: There is no interpreter for it.
    """
    provider, release = where_from(Catalogue.load(), netbox, backend.cache, progress)
    both = release.minor.python & pythons
    accepted = both if python is None and python_minors(both) else release.minor.python
    return Foundation(release, provider, backend.ground.interpreter(release, accepted, python, progress))


def _pythons(given: Given) -> SpecifierSet:
    """The Pythons that a project directory declares; any for what is not looked at before it is installed."""
    if given.kind != "directory" or given.path is None:
        return SpecifierSet()
    declared = read_project(given.path).requires_python
    try:
        return SpecifierSet(declared if isinstance(declared, str) else "")
    except InvalidSpecifier:
        return SpecifierSet()  # installing it says so


def where_from(catalogue: Catalogue, netbox: str, cache: Cache, progress: Progress) -> tuple[Provider, Release]:
    """Provider and release of one version, `git:REF` or path of a checkout.

    Raises:
        UsageError: It is none of them, or selects several releases.
        UnavailableError: The repository has no such revision, or cannot be reached.
    """
    if netbox.startswith("git:"):
        revision = GitProvider(ref=netbox.removeprefix("git:"))
        return revision, revision.release(catalogue, cache, progress)
    if "/" in netbox:
        checkout = PathProvider(Path(netbox).expanduser().absolute())
        return checkout, checkout.release(catalogue)
    releases = catalogue.select(netbox)
    if len(releases) != 1:
        raise UsageError(f"--netbox {netbox} selects {len(releases)} releases; name one, or use `npk matrix`")
    return provider_for(releases[0]), releases[0]


def bounds(plugin: Plugin | None) -> tuple[str | None, str | None]:
    """The declared `min_version` and `max_version`; None stands for what is not declared, or not to be known."""
    declared: Iterable[object] = (plugin.min_version, plugin.max_version) if plugin else (None, None)
    low, high = (None if value is None or isinstance(value, Unknown) else str(value) for value in declared)
    return low, high


def newest_declared(catalogue: Catalogue, plugin: Plugin | None) -> Release:
    """The newest release that a plugin declares; the newest of all where it declares none that is known."""
    try:
        return catalogue.select("declared", declared=bounds(plugin))[-1]
    except UsageError:
        return catalogue.newest
