"""Other plugins beside the one that is tested: brought, and resolved together with it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.dependencies import ResolutionError, overlay
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.wheel import Given, WheelError, unpack_sdist, unpacked
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import Plugin, read_installed, read_project
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import Release

__all__ = ["Companion", "ContradictionError", "companions", "resolve_together"]


class ContradictionError(Exception):
    """What the plugin requires cannot be had together with what companions require; `str()` names them."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Another plugin, unpacked for this run.

    Attributes:
        given: As the user named it.
        plugin: What is known of it.
        distribution: Its project name.
        version: The version of its wheel.
        site: The directory it is installed to.
        requirements: What it requires.
    """

    given: Given
    plugin: Plugin
    distribution: str
    version: str
    site: Path
    requirements: tuple[str, ...]


@contextlib.contextmanager
def companions(
    given: Sequence[Given], environment: Environment, workspace: Path, cache: Cache, progress: Progress
) -> Iterator[tuple[Companion, ...]]:
    """Unpack other plugins into `workspace`.

    Raises:
        UsageError: One is no plugin, or its wheel cannot be built or had: that is not the tested plugin's fault.
    """
    yield tuple(
        _bring(each, environment, workspace / "companions" / str(number), cache, progress)
        for number, each in enumerate(given)
    )


def _bring(given: Given, environment: Environment, place: Path, cache: Cache, progress: Progress) -> Companion:
    root = given.path if given.kind == "directory" else None
    if given.kind == "sdist" and given.path is not None:
        root = unpack_sdist(given.path, place / "sdist")
    plugin = read_project(root) if root else None
    try:
        with unpacked(given, root, environment.interpreter, cache, progress) as wheel:
            site = place / "site"
            shutil.copytree(wheel.site, site, ignore=shutil.ignore_patterns("__pycache__"))
            plugin = plugin or read_installed(site, wheel.distribution)
            own = [text for text in wheel.requirements if "extra" not in str(Requirement(text).marker or "")]
            others = [other.requirement for other in plugin.settings.requires_plugins if other.requirement]
            return Companion(given, plugin, wheel.distribution, wheel.version, site, tuple(sorted({*own, *others})))
    except WheelError as error:
        raise UsageError(f"--with {given}: the wheel cannot be built or had: {error}") from error


@contextlib.contextmanager
def resolve_together(
    environment: Environment,
    mine: Sequence[str],
    others: Sequence[Companion],
    cache: Cache,
    progress: Progress,
) -> Iterator[Path]:
    """An overlay for the plugin and its companions; see `overlay`.

    Raises:
        ResolutionError: What the plugin requires cannot be had, with or without companions.
        ContradictionError: It can be had without them.
        UsageError: What a companion requires cannot be had without the plugin, either.
    """

    def refused(requirements: Sequence[str]) -> str | None:
        try:
            with overlay(environment, requirements, cache, progress):
                return None
        except ResolutionError as error:
            return str(error)

    with contextlib.ExitStack() as stack:
        try:
            place = stack.enter_context(overlay(environment, _wanted(mine, others), cache, progress))
        except ResolutionError as error:
            if not others:
                raise
            raise _blame(environment.release, mine, others, refused) from error
        yield place


def _wanted(mine: Sequence[str], others: Sequence[Companion]) -> list[str]:
    """Everything that is required, but for what is there: companions may require each other, or be required."""
    there = {canonicalize_name(other.distribution): other.version for other in others}
    wanted = {*mine, *(text for other in others for text in other.requirements)}
    return sorted(text for text in wanted if not _is_there(Requirement(text), there))


def _is_there(requirement: Requirement, there: dict[NormalizedName, str]) -> bool:
    version = there.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def _blame(
    release: Release, mine: Sequence[str], others: Sequence[Companion], refused: Callable[[Sequence[str]], str | None]
) -> Exception:
    """Whose fault it is that not everything can be had together; `refused` says why requirements cannot be had."""
    if alone := refused(mine):
        return ResolutionError(alone)
    for other in others:
        if alone := refused(other.requirements):
            return UsageError(f"--with {other.given} cannot be resolved beside NetBox {release}: {alone}")
    for other in others:
        if words := refused(_wanted(mine, [other])):
            return ContradictionError(f"it cannot be installed beside {other.plugin.package}: {words}")
    names = ", ".join(other.plugin.package for other in others)
    return ContradictionError(f"it cannot be installed beside {names} together: {refused(_wanted(mine, others))}")
