"""What `--netbox SPEC` means: a text and a catalogue give releases.

    SPEC  = ITEM ("," ITEM)*
    ITEM  = VERSION | MINOR | RANGE | "declared" | "latest" | "all"
    RANGE = CLAUSE ("," CLAUSE)*        a CLAUSE is a PEP 440 one: an operator, then a version

Clauses that stand beside each other are one range and must all hold; everything else adds to the selection. A range
selects every release in it, a minor its newest patch only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.releases.catalogue import Catalogue, Release

__all__ = ["select"]

Declared = tuple[str | None, str | None]

_CLAUSE_START = frozenset("<>=!~")
_MINOR = re.compile(r"v?([0-9]{1,4}\.[0-9]{1,4})")
_FORMS = "a version (4.7.3), a minor (4.6), a range (>=4.4,<4.7), declared, latest, all, or a comma list of them"


def select(catalogue: Catalogue, spec: str, *, declared: Declared = (None, None)) -> tuple[Release, ...]:
    """The releases a SPEC selects, oldest first, each once, at least one.

    Args:
        catalogue: What there is to select from.
        spec: What was asked for.
        declared: The plugin's `min_version` and `max_version`, for the word `declared`.

    Raises:
        UsageError: It is not a SPEC, or one of its items selects nothing.
    """
    chosen = {release.version: release for item in _items(spec) for release in _select_item(catalogue, item, declared)}
    return tuple(chosen[version] for version in sorted(chosen))


def _items(spec: str) -> Iterator[str]:
    parts = [part.strip() for part in spec.split(",")]
    if not all(parts):
        raise UsageError(f"--netbox {spec!r} has an empty part; give {_FORMS}")
    for is_range, run in itertools.groupby(parts, key=lambda part: part[0] in _CLAUSE_START):
        if is_range:
            yield ",".join(run)
        else:
            yield from run


def _select_item(catalogue: Catalogue, item: str, declared: Declared) -> Iterable[Release]:
    if item == "all":
        return catalogue.releases
    if item == "latest":
        return (catalogue.newest,)
    if item == "declared":
        return _select_declared(catalogue, declared)
    if item[0] in _CLAUSE_START:
        return _select_range(catalogue, item)
    if match := _MINOR.fullmatch(item):
        return (_newest_patch(catalogue, match[1]),)
    if item[0] == "v" or item[0].isdigit():
        return (catalogue.release(item),)
    raise UsageError(f"--netbox cannot be {item!r}; give {_FORMS}")


def _newest_patch(catalogue: Catalogue, minor: str) -> Release:
    version = Version(minor)
    if patches := catalogue.of_minor(f"{version.major}.{version.minor}"):
        return patches[-1]
    raise UsageError(catalogue.no_such_release(version))


def _select_range(catalogue: Catalogue, text: str) -> list[Release]:
    try:
        specifier = SpecifierSet(text)
        found = [release for release in catalogue.releases if specifier.contains(release.version)]
    except (InvalidSpecifier, ValueError):
        raise UsageError(f"{text!r} is not a range of versions; write it like >=4.4,<4.7 or ==4.6.*") from None
    if not found:
        raise UsageError(f"no NetBox release is {text}; there are {catalogue.range_words()}")
    return found


def _select_declared(catalogue: Catalogue, declared: Declared) -> list[Release]:
    """What NetBox would load the plugin on: both ends inclusive, compared by `packaging.version`.

    So a `max_version` of 4.7 ends with 4.7.0, as it does in NetBox (`PluginConfig.validate`).
    """
    lowest = _declared_version("min_version", declared[0])
    highest = _declared_version("max_version", declared[1])
    found = [
        release
        for release in catalogue.releases
        if (lowest is None or release.version >= lowest) and (highest is None or release.version <= highest)
    ]
    if not found:
        bounds = f"min_version {declared[0] or 'none'}, max_version {declared[1] or 'none'}"
        advice = "name releases with --netbox, or mend the plugin's declaration"
        there_are = f"there are {catalogue.range_words()}"
        raise UsageError(f"the plugin declares no NetBox release that is known ({bounds}); {there_are}; {advice}")
    return found


def _declared_version(name: str, text: str | None) -> Version | None:
    if text is None:
        return None
    try:
        return Version(text)
    except (InvalidVersion, ValueError, TypeError):
        advice = "write it like 4.7.99, or name releases with --netbox"
        refused = f"the plugin's {name} {text!r} is not a version, and NetBox does not start with it"
        raise UsageError(f"{refused}; {advice}") from None
