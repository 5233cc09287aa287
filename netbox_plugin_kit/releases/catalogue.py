"""Which NetBox releases exist and what each one needs: `matrix/releases.toml`, read into values.

What a text such as `>=4.4,<4.7` selects lives in `selection`, where a release's files come from in `providers`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.errors import UsageError

__all__ = ["Catalogue", "Minor", "Release", "python_words"]

_EXACT = re.compile(r"v?([0-9]{1,4}\.[0-9]{1,4})\.([0-9]{1,4})")
_NEWEST_PYTHON_3 = 40


@dataclass(frozen=True, slots=True)
class Minor:
    """One NetBox minor release: what all its patches have in common.

    Attributes:
        version: E.g. `4.5`.
        python: The Pythons it runs on, e.g. `>=3.12,<3.15`.
        postgresql: The oldest PostgreSQL it works with, a major version.
        extensions: PostgreSQL extensions its migrations create.
        redis: The oldest Redis it works with.
        database_setting: How its configuration names the database.
        token_peppers: Whether API tokens need `API_TOKEN_PEPPERS`.
        refusal: What a plugin that refuses this NetBox does to it: it does not start, or starts without the plugin.
        sources: Where its files can be had, best first.
        django: The Django minor it is pinned to.
        python_preferred: The Python to take when there are several, e.g. `3.12`.
        netbox_docker: The release of netbox-docker whose images it comes in, or None.
    """

    version: str
    python: SpecifierSet
    postgresql: int
    extensions: tuple[str, ...]
    redis: Version
    database_setting: Literal["DATABASE", "DATABASES"]
    token_peppers: bool
    refusal: Literal["fatal", "skipped"]
    sources: tuple[Literal["index", "git"], ...]
    django: str
    python_preferred: str
    netbox_docker: str | None = None

    def accepts(self, python: Version) -> bool:
        """Does it run on this Python? A pre-release counts as the version it leads to."""
        return self.python.contains(Version(python.base_version))


@dataclass(frozen=True, slots=True)
class Release:
    """One NetBox version.

    Attributes:
        version: E.g. `4.7.3`.
        minor: What it shares with its sisters.
        released: The day it came out, if known.
        catalogued: False for a patch that is newer than the catalogue: its minor's facts are taken to hold.
    """

    version: Version
    minor: Minor
    released: date | None
    catalogued: bool

    def __str__(self) -> str:
        return str(self.version)

    @property
    def tag(self) -> str:
        """Its tag in NetBox's git repository."""
        return f"v{self.version}"

    def accepts(self, python: Version) -> bool:
        """Does it run on this Python?"""
        return self.minor.accepts(python)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every final NetBox release the kit knows, oldest first; never empty."""

    releases: tuple[Release, ...]

    @classmethod
    def load(cls, path: Path | None = None) -> Catalogue:
        """Read the catalogue that comes with the kit, or another one."""
        document = tomllib.loads((path or matrix_file("releases.toml")).read_text(encoding="utf-8"))
        found = [release for table in document["minor"] for release in _read_minor(table)]
        return cls(tuple(sorted(found, key=lambda release: release.version)))

    @property
    def oldest(self) -> Release:
        """The first release the kit supports."""
        return self.releases[0]

    @property
    def newest(self) -> Release:
        """The last release the kit knows."""
        return self.releases[-1]

    def of_minor(self, minor: str) -> tuple[Release, ...]:
        """The releases of a minor such as `4.6`, oldest first; empty when there is no such minor."""
        return tuple(release for release in self.releases if release.minor.version == minor)

    def release(self, text: str) -> Release:
        """The release of an exact version, e.g. `4.7.3`.

        A patch that came out after the catalogue was written is accepted when its minor is known.

        Raises:
            UsageError: It is no version, or no release of a minor that the kit knows.
        """
        match = _EXACT.fullmatch(text)
        if match is None:
            raise UsageError(f"{text!r} is not a NetBox version; name a final release such as {self.newest}")
        version = Version(f"{match[1]}.{match[2]}")
        sisters = self.of_minor(f"{version.major}.{version.minor}")
        for release in sisters:
            if release.version == version:
                return release
        if sisters and version > sisters[-1].version:
            return Release(version, sisters[-1].minor, released=None, catalogued=False)
        raise UsageError(self.no_such_release(version))

    def no_such_release(self, version: Version) -> str:
        """The line for a version or minor that is not a release."""
        if version < self.oldest.version:
            return f"NetBox {version} is older than {self.oldest}, the first release supported; choose a newer one"
        if version > self.newest.version:
            advice = "update netbox-plugin-kit, or choose an older one"
            return f"NetBox {version} is newer than {self.newest}, the last release known here; {advice}"
        sisters = self.of_minor(f"{version.major}.{version.minor}")
        there_is = f"choose one of {sisters[0]} to {sisters[-1]}" if sisters else f"there are {self.range_words()}"
        return f"NetBox {version} was never released; {there_is}"

    def range_words(self) -> str:
        """What there is, for messages: `3.7.0 to 4.7.3`."""
        return f"{self.oldest} to {self.newest}"

    def assume(self, version: Version) -> Release:
        """The release a checkout of NetBox stands for, whose version may be unheard of.

        A development branch is taken to need what the newest known minor needs.

        Raises:
            UsageError: It is older than what the kit supports.
        """
        base = Version(version.base_version)
        if base < self.oldest.version:
            raise UsageError(self.no_such_release(base))
        older = [release for release in self.releases if release.version <= base]
        if older[-1].version == version:
            return older[-1]
        return Release(version, older[-1].minor, released=None, catalogued=False)

    def select(self, spec: str, *, declared: tuple[str | None, str | None] = (None, None)) -> tuple[Release, ...]:
        """The releases that `--netbox SPEC` asks for, oldest first; see `selection.select`."""
        from netbox_plugin_kit.releases.selection import select

        return select(self, spec, declared=declared)


def python_minors(python: SpecifierSet) -> list[str]:
    """The minors of Python 3 in a range, oldest first; a range without an end has as many as are looked at."""
    return [f"3.{minor}" for minor in range(_NEWEST_PYTHON_3) if python.contains(f"3.{minor}")]


def python_words(python: SpecifierSet) -> str:
    """A range of Pythons as people write it: `3.12-3.14`."""
    minors = python_minors(python)
    if not minors or minors[-1] == f"3.{_NEWEST_PYTHON_3 - 1}":
        return str(python)
    return f"{minors[0]}-{minors[-1]}" if len(minors) > 1 else minors[0]


def _read_minor(table: dict[str, Any]) -> Iterator[Release]:
    facts = {key: value for key, value in table.items() if key != "releases"}
    converted = {
        "python": SpecifierSet(table["python"]),
        "redis": Version(table["redis"]),
        "extensions": tuple(table["extensions"]),
        "sources": tuple(table["sources"]),
    }
    minor = Minor(**{**facts, **converted})
    for text, released in table["releases"].items():
        yield Release(Version(text), minor, released, catalogued=True)
