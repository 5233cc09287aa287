"""What a wheel of the project will hold, as far as the configuration of its build back end tells; nothing is built.

Of setuptools, which leaves things out, this is told file by file (`setuptools_build`); the other back ends take all
that lies in a package.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.plugin.metadata import table, tables, text, texts
from netbox_plugin_kit.rules.setuptools_build import Setuptools, read_setuptools

__all__ = ["Build", "package_directory", "read_build"]

_FILES = ("pyproject.toml", "setup.cfg", "setup.py")


@dataclass(frozen=True, slots=True)
class Build:
    """How the project is built.

    Attributes:
        place: The file that says so.
        setuptools: What setuptools takes, where it is the back end.
        tops: The directories that become top-level packages, if they are listed or found; relative to the project.
    """

    place: Place
    setuptools: Setuptools | None
    tops: tuple[str, ...]

    def lacks(self, names: Iterable[str]) -> list[str]:
        """Those of some data files of a package that will be missing."""
        if self.setuptools is None or self.setuptools.packages is None:
            return []
        return [name for name in names if not self.setuptools.takes(name)]


def package_directory(project: Project) -> str:
    """The directory of the plugin's package relative to the project, `src/netbox_example`; empty when not known."""
    if project.plugin is None or not project.plugin.package_path.is_relative_to(project.root):
        return ""
    name = project.plugin.package_path.relative_to(project.root).as_posix()
    return "" if name == "." else name


def read_build(project: Project) -> Build | None:
    """How the project is built; None when it has no build files, as an unpacked wheel, or they cannot be read."""
    named = [name for name in _FILES if name in project.files]
    system = table(project.pyproject, "build-system")
    declared = bool(system) or "project" in project.pyproject or "poetry" in table(project.pyproject, "tool")
    if not named or not (declared or set(named) & {"setup.py", "setup.cfg"}):
        return None
    back_end = str(system.get("build-backend", "setuptools"))
    place = Place(named[0] if declared or named[0] != "pyproject.toml" else named[1])
    if "setuptools" in back_end:
        setuptools = read_setuptools(project)
        return Build(setuptools.place, setuptools, setuptools.tops()) if setuptools is not None else None
    return Build(place, None, tuple(_listed(project)))


def _listed(project: Project) -> list[str]:
    """The packages that the configuration of hatchling or poetry lists."""
    tool = table(project.pyproject, "tool")
    hatch = table(tool, "hatch", "build", "targets", "wheel") or table(tool, "hatch", "build")
    poetry = [
        (PurePosixPath(text(item.get("from")) or "") / name).as_posix()
        for item in tables(table(tool, "poetry").get("packages"))
        if (name := text(item.get("include"))) and "sdist" not in str(item.get("format"))
    ]
    return [name.rstrip("/") for name in (*texts(hatch.get("packages")), *poetry) if "*" not in name]
