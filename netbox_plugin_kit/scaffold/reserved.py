"""The names that are taken: `matrix/names.toml` and `matrix/netbox_names.toml`, read into values."""

from __future__ import annotations

import functools
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from netbox_plugin_kit.data import matrix_file

__all__ = ["Reserved", "reserved"]


@dataclass(frozen=True, slots=True)
class Reserved:
    """Every list, as the files explain them; of all NetBox releases from 4.3 on together.

    Attributes:
        modules: The standard library's.
        kept: The lists of names.toml.
        netbox: The lists of netbox_names.toml.
    """

    acronyms: tuple[str, ...]
    singular_in_s: frozenset[str]
    irregular_plurals: Mapping[str, str]
    modules: frozenset[str]
    kept: Mapping[str, frozenset[str]]
    netbox: Mapping[str, frozenset[str]]
    instead: Mapping[str, str]

    def tables(self, name: str) -> dict[str, frozenset[str]]:
        """The lists of one of NetBox's tables, e.g. `features`, by their names in it."""
        return {key.removeprefix(f"{name}."): names for key, names in self.netbox.items() if key.startswith(f"{name}.")}


@functools.cache
def reserved() -> Reserved:
    """All of them, read once."""
    kept, netbox = (tomllib.loads(matrix_file(name).read_text(encoding="utf-8")) for name in _FILES)
    return Reserved(
        acronyms=tuple(kept["acronyms"]),
        singular_in_s=frozenset(kept["singular_in_s"]),
        irregular_plurals=kept["plurals"],
        modules=sys.stdlib_module_names | frozenset(kept["packages"]["standard_library"]),
        kept=_lists(kept),
        netbox=_lists(netbox),
        instead=kept["fields"]["instead"],
    )


_FILES = ("names.toml", "netbox_names.toml")


def _lists(table: Mapping[str, Any], prefix: str = "") -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for key, value in table.items():
        if isinstance(value, list):
            found[prefix + key] = frozenset(value)
        elif isinstance(value, dict):
            found |= _lists(value, f"{prefix}{key}.")
    return found
