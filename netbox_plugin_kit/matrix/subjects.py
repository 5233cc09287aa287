"""The plugins of a run: what each one declares, whether it is a project, a wheel or a requirement."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.install import project
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.wheel import WheelError, unpacked, what_is
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.resolving import bounds
from netbox_plugin_kit.plugin import Plugin, read_installed, read_project
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import Catalogue

__all__ = ["Subject", "read_requirements", "subject"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A plugin that is to be run on many releases.

    Attributes:
        plugin: As the user named it.
        declared: Its `min_version` and `max_version`.
        root: Its project directory, or None if it has none.
        trouble: Why nothing is known of it, or None.
    """

    plugin: str
    declared: tuple[str | None, str | None] = (None, None)
    root: Path | None = None
    trouble: str | None = None


def subject(plugin: str, cache: Cache, progress: Progress) -> Subject:
    """What is known of a plugin before it is run.

    A wheel that cannot be had or built is not refused here: its cells say so, each for its release.

    Raises:
        UsageError: It is no plugin.
        UnavailableError: No Python to unpack it with.
    """
    given = what_is(plugin)
    if given.kind == "directory" and given.path:
        return Subject(plugin, bounds(read_project(given.path)), given.path)
    try:
        return Subject(plugin, bounds(_unpacked(plugin, cache, progress)))
    except WheelError as error:
        return Subject(plugin, trouble=str(error))


def _unpacked(plugin: str, cache: Cache, progress: Progress) -> Plugin:
    given, newest = what_is(plugin), Catalogue.load().newest
    python = choose(
        newest.minor.python, what=f"NetBox {newest}", preferred=newest.minor.python_preferred, progress=progress
    )
    with tempfile.TemporaryDirectory(prefix="npk-") as place, project(given, Path(place)) as root:
        if root is not None:
            return read_project(root)
        with unpacked(given, root, python, cache, progress) as wheel:
            return read_installed(wheel.site, wheel.distribution)


def read_requirements(path: Path) -> list[str]:
    """The plugins of a file of requirements: one a line, `#` begins a comment, as pip reads it.

    Raises:
        UsageError: It cannot be read, or has a line that is no requirement.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    return list(_requirements(path, lines))


def _requirements(path: Path, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        text = line.partition(" #")[0].strip()
        if not text or text.startswith("#"):
            continue
        try:
            yield str(Requirement(text))
        except InvalidRequirement:
            advice = "write a name and, if need be, a version (netbox-qrcode==1.0.0)"
            raise UsageError(f"{path}:{number}: {text} is no requirement; {advice}") from None
