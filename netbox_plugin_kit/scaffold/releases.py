"""The range of NetBox releases a generated plugin is written for, and what the code has to be like there."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from typing import Any

from netbox_plugin_kit.data import matrix_file

__all__ = ["MINORS", "Minor", "Range", "minor"]

Minor = tuple[int, int]
"""A NetBox minor release: `(4, 7)`."""


@functools.cache
def _floors() -> dict[str, dict[str, Any]]:
    with matrix_file("scaffold.toml").open("rb") as file:
        floors: dict[str, dict[str, Any]] = tomllib.load(file)["floor"]
    return floors


def minor(text: str) -> Minor:
    """`"4.7"` as a value."""
    major, _, rest = text.partition(".")
    return int(major), int(rest)


MINORS: tuple[str, ...] = tuple(_floors())
"""The minors a generated plugin can start at, oldest first."""


@dataclass(frozen=True, slots=True)
class Range:
    """The minors from `floor` to `ceiling`, both included."""

    floor: Minor
    ceiling: Minor

    @property
    def min_version(self) -> str:
        """What `PluginConfig.min_version` says."""
        return f"{self.floor[0]}.{self.floor[1]}.0"

    @property
    def max_version(self) -> str:
        """What `PluginConfig.max_version` says: every patch of the newest minor (netbox#7754)."""
        return f"{self.ceiling[0]}.{self.ceiling[1]}.99"

    @property
    def minors(self) -> tuple[str, ...]:
        """The minors of the range, oldest first."""
        return tuple(name for name in MINORS if self.floor <= minor(name) <= self.ceiling)

    @property
    def python(self) -> str:
        """The oldest Python that NetBox runs on at the floor."""
        return str(self._facts["python"])

    @property
    def _facts(self) -> dict[str, Any]:
        return _floors()[f"{self.floor[0]}.{self.floor[1]}"]

    def since(self, text: str) -> bool:
        """Whether every release of the range has what came with a minor."""
        return self.floor >= minor(text)

    def reaches(self, text: str) -> bool:
        """Whether some release of the range has what came with a minor."""
        return self.ceiling >= minor(text)

    def spans(self, text: str) -> bool:
        """Whether the range has releases on both sides of a minor, so that the code has to know both ways."""
        return self.reaches(text) and not self.since(text)

    def leaf(self, app: str) -> str:
        """The newest migration of a core app that every release of the range has."""
        return str(self._facts["migrations"][app])
