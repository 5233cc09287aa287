"""Which cells a plugin needs: from what it declares and what was asked, without running anything.

The first and the last selected patch of each minor say most: about a third of the changes that broke real plugins came
in patches, and what a patch adds is missing in the ones before it. Beside the declared range stand the releases that
have to refuse the plugin, and the same ones with the range not enforced, to see whether the range is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.cells import CHECKS
from netbox_plugin_kit.matrix.results import Expect, Role
from netbox_plugin_kit.releases import Catalogue, Release

__all__ = ["Patches", "Plan", "PlannedCell", "Wishes", "beyond", "further", "plan"]

Patches = Literal["edges", "last", "all"]

_SEVERAL = re.compile(r"[<>=!~]|^(declared|all)$")
"""What selects a range, whose patches are thinned out; anything else names the release that is meant."""


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """A cell that is to be run: plain values, so that it can be printed, and sent to another process or machine.

    Attributes:
        plugin: As the user named it: a directory, a file or a requirement.
        netbox: A release (`4.7.3`), `git:REF`, or the path of a checkout.
        python: `3.12`, `3.12.1`, the path of an interpreter, or None for the one that NetBox prefers.
        postgresql: Major version, or None for whatever suits.
        expect: Whether NetBox is to accept the plugin or to refuse it.
        role: What the cell is there for.
        why: Reasons for this release, such as `newest patch of 4.6`.
        checks: Names of the checks.
        force_load: Load the plugin outside its declared range, too.
        upgrade_from: The release that the check `upgrade` starts from, or None to skip it.
    """

    plugin: str
    netbox: str
    python: str | None = None
    postgresql: int | None = None
    expect: Expect = "accept"
    role: Role = "declared"
    why: tuple[str, ...] = ()
    checks: tuple[str, ...] = CHECKS
    force_load: bool = False
    upgrade_from: str | None = None

    @property
    def name(self) -> str:
        """What it is called, unique within a plugin's plan: `4.7.3`, `4.6.8-py3.13-pg17`, `4.2.9-refusal`."""
        python = f"-py{self.python}" if self.python else ""
        postgresql = f"-pg{self.postgresql}" if self.postgresql else ""
        role = f"-{self.role}" if self.role in {"refusal", "probe"} else ""
        return f"{self.netbox}{python}{postgresql}{role}"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked of the matrix.

    Attributes:
        netbox: A SPEC as in `--netbox`; among its items may be `git:REF`, pre-releases and paths of checkouts.
        patches: Of a range: the first and the last of each minor, the last, or all.
        pythons: Versions to run on, as in `--python`; empty for the one that each NetBox prefers.
        postgresql: Major versions to run on; empty for whatever suits.
        checks: Names of the checks.
        boundaries: Prove that the releases just outside the declared range refuse the plugin.
        probe: How many releases beyond each end are tried with the range not enforced.
        force_load: Do not enforce the declared range on the releases that were named either.
    """

    netbox: str = "declared"
    patches: Patches = "edges"
    pythons: tuple[str, ...] = ()
    postgresql: tuple[int, ...] = ()
    checks: tuple[str, ...] = CHECKS
    boundaries: bool = True
    probe: int = 1
    force_load: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be run for one plugin.

    Attributes:
        cells: Oldest release first, each name once.
        notes: What was left out, and why; a line each.
    """

    cells: tuple[PlannedCell, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reasons:
    """The releases that were chosen, each with why."""

    chosen: dict[Release, list[str]] = field(default_factory=dict)

    def add(self, release: Release, why: str) -> None:
        self.chosen.setdefault(release, []).append(why)

    def in_order(self) -> list[tuple[Release, tuple[str, ...]]]:
        """Oldest first."""
        return [(release, tuple(self.chosen[release])) for release in sorted(self.chosen, key=lambda one: one.version)]


def plan(plugin: str, declared: tuple[str | None, str | None], wishes: Wishes, catalogue: Catalogue) -> Plan:
    """The cells of one plugin.

    Args:
        plugin: As the user named it.
        declared: Its `min_version` and `max_version`.
        wishes: What was asked.
        catalogue: The releases there are.

    Raises:
        UsageError: A wish is none, or leaves nothing to run.
    """
    items = [item.strip() for item in wishes.netbox.split(",")]
    lanes = [lane for item in items if (lane := _lane(item))]
    named = ",".join(item for item in items if not _lane(item))
    chosen = list(_select(catalogue, named, declared, wishes.patches)) if named else []
    notes: list[str] = []
    accepted = [
        PlannedCell(
            plugin, str(release), python, postgresql, why=why, checks=wishes.checks, force_load=wishes.force_load
        )
        for release, why in chosen
        for python, postgresql in _combinations(release, wishes, notes)
    ]
    outside = list(_boundary(plugin, declared, wishes, catalogue)) if "declared" in items else []
    cells = [*sorted([*_with_upgrade(accepted, wishes), *outside], key=_age), *_lane_cells(plugin, lanes, wishes)]
    if not cells:
        raise UsageError(f"nothing is left to run for {plugin}: {'; '.join(notes)}")
    return Plan(tuple(cells), tuple(dict.fromkeys(notes)))


def _lane(item: str) -> str | None:
    """What is no final release: a revision, the tag of a pre-release, a checkout."""
    if item.startswith("git:") or "/" in item:
        return item
    try:
        version = Version(item)
    except InvalidVersion:
        return None
    return f"git:v{item.removeprefix('v')}" if version.is_prerelease else None


def _lane_cells(plugin: str, lanes: Iterable[str], wishes: Wishes) -> Iterator[PlannedCell]:
    # Whether it takes the plugin's declared range is not what is asked of a release that is not there yet.
    for lane in dict.fromkeys(lanes):
        why = ("checkout",) if "/" in lane and not lane.startswith("git:") else ("not released",)
        for python in wishes.pythons or (None,):
            yield PlannedCell(plugin, lane, python, None, "accept", "lane", why, wishes.checks, force_load=True)


def _select(
    catalogue: Catalogue, spec: str, declared: tuple[str | None, str | None], patches: Patches
) -> list[tuple[Release, tuple[str, ...]]]:
    reasons = _Reasons()
    releases = catalogue.select(spec, declared=declared)
    if not any(_SEVERAL.search(item.strip()) for item in spec.split(",")):
        for release in releases:
            reasons.add(release, "named")
        return reasons.in_order()
    for release in releases if patches == "all" else ():
        reasons.add(release, "selected")
    minors: dict[str, list[Release]] = {}
    for release in releases:
        minors.setdefault(release.minor.version, []).append(release)
    for minor, found in minors.items():
        if patches == "edges":
            reasons.add(found[0], f"first patch of {minor}")
        reasons.add(found[-1], f"newest patch of {minor}")
    return reasons.in_order()


def _combinations(release: Release, wishes: Wishes, notes: list[str]) -> Iterator[tuple[str | None, int | None]]:
    """Pythons and PostgreSQLs of those that were asked for, as far as the release accepts them."""
    pythons = [python for python in wishes.pythons if _accepts(release, python)]
    servers = [major for major in wishes.postgresql if major >= release.minor.postgresql]
    if wishes.pythons and not pythons:
        notes.append(f"NetBox {release.minor.version} is left out: it runs on none of Python {_words(wishes.pythons)}")
        return
    if wishes.postgresql and not servers:
        asked = _words(wishes.postgresql)
        notes.append(f"NetBox {release.minor.version} is left out: it runs on none of PostgreSQL {asked}")
        return
    for python in pythons or (None,):
        for major in servers or (None,):
            yield python, major


def _accepts(release: Release, python: str) -> bool:
    try:
        return release.accepts(Version(python))
    except InvalidVersion:  # a path: it is looked at when it is used
        return True


def _words(values: Iterable[object]) -> str:
    return ", ".join(map(str, values))


def _with_upgrade(cells: list[PlannedCell], wishes: Wishes) -> list[PlannedCell]:
    """The newest cell is where the data of the oldest release has to arrive; the others do not ask for it."""
    if "upgrade" not in wishes.checks or not cells:
        return cells
    others = tuple(check for check in wishes.checks if check != "upgrade")
    oldest = cells[0].netbox if cells[0].netbox != cells[-1].netbox else None
    newest = replace(cells[-1], upgrade_from=oldest, why=(*cells[-1].why, "upgrade") if oldest else cells[-1].why)
    return [*(replace(cell, checks=others) for cell in cells[:-1]), newest]


def _boundary(
    plugin: str, declared: tuple[str | None, str | None], wishes: Wishes, catalogue: Catalogue
) -> Iterator[PlannedCell]:
    """The releases just outside the range: once refused, once not."""
    for side, word in ((-1, "below min_version"), (1, "above max_version")):
        release = beyond(catalogue, declared, side)
        if release is None:
            continue
        why = (f"just {word} {declared[0] if side < 0 else declared[1]}",)
        if wishes.boundaries:
            yield PlannedCell(
                plugin, str(release), expect="refuse", role="refusal", why=why, checks=("install", "loads")
            )
        if wishes.probe:
            yield _probe(plugin, release, why, wishes)


def _probe(plugin: str, release: Release, why: tuple[str, ...], wishes: Wishes) -> PlannedCell:
    """The cell that tries a release outside the range, with the range not enforced."""
    checks = tuple(check for check in wishes.checks if check != "upgrade")
    return PlannedCell(plugin, str(release), role="probe", why=why, checks=checks, force_load=True)


def beyond(catalogue: Catalogue, declared: tuple[str | None, str | None], side: int) -> Release | None:
    """The release next to a declared end, outside: side -1 below the minimum, 1 above the maximum; None if unknown."""
    end = declared[0] if side < 0 else declared[1]
    try:
        version = Version(end) if end else None
    except InvalidVersion:
        version = None
    if version is None:
        return None
    outside = [one for one in catalogue.releases if (one.version < version if side < 0 else one.version > version)]
    if not outside:
        return None
    return outside[-1] if side < 0 else outside[0]


def further(catalogue: Catalogue, netbox: str, side: int) -> Release | None:
    """The next release to try beyond one: the other end of its minor, then the nearer end of the next minor."""
    release = catalogue.release(netbox)
    patches = catalogue.of_minor(release.minor.version)
    end = patches[0] if side < 0 else patches[-1]
    return end if end != release else beyond(catalogue, (netbox, netbox), side)


def _age(cell: PlannedCell) -> Version:
    return Version(cell.netbox)
