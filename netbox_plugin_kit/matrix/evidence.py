"""What the cells of a plugin say about its declared range of versions: is it true at both ends?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from packaging.version import Version

from netbox_plugin_kit.matrix.results import CellResult, Finding
from netbox_plugin_kit.releases import Catalogue, Release

__all__ = ["Evidence", "conclude", "weigh"]

_CODE = "NBP607"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was proven.

    Attributes:
        lowest: The oldest release of the unbroken row of passing ones that ends with the newest of them.
        highest: The newest of that row.
        passed: Every release on which each cell that accepts the plugin passed, oldest first.
        failed: Every release with a cell that did not, oldest first.
        min_version: What `min_version` has to be for the declaration to be true.
        max_version: Likewise.
    """

    lowest: str
    highest: str
    passed: tuple[str, ...]
    failed: tuple[str, ...]
    min_version: str | None
    max_version: str | None


def weigh(
    cells: Sequence[CellResult], declared: tuple[str | None, str | None], catalogue: Catalogue
) -> Evidence | None:
    """The evidence of a run, or None when nothing passed, or the kit itself was in trouble.

    Development branches and pre-releases are no evidence: nobody can install them.

    Args:
        cells: The results.
        declared: The plugin's `min_version` and `max_version`.
        catalogue: The releases there are.
    """
    counting = [cell for cell in cells if cell.expect == "accept" and cell.role != "lane"]
    if not counting or any(cell.verdict == "error" for cell in counting):
        return None
    verdicts: dict[Version, bool] = {}
    for cell in counting:
        version = Version(cell.netbox)
        verdicts[version] = verdicts.get(version, True) and cell.verdict == "pass"
    tested = sorted(verdicts)
    passed = [version for version in tested if verdicts[version]]
    if not passed:
        return None
    row = [passed[-1]]
    for version in reversed(tested[: tested.index(row[0])]):
        if not verdicts[version]:
            break
        row.append(version)
    lowest, highest = row[-1], row[0]
    return Evidence(
        str(lowest),
        str(highest),
        tuple(map(str, passed)),
        tuple(str(version) for version in tested if not verdicts[version]),
        _minimum(declared[0], lowest, tested),
        _maximum(declared[1], highest, tested, catalogue),
    )


def _minimum(declared: str | None, lowest: Version, tested: list[Version]) -> str | None:
    """What is declared, where the evidence begins with the first release that it takes; else where it begins."""
    if declared is None:
        return str(lowest) if lowest != tested[0] else None
    inside = [version for version in tested if version >= Version(declared)]
    return declared if inside and lowest == inside[0] else str(lowest)


def _maximum(declared: str | None, highest: Version, tested: list[Version], catalogue: Catalogue) -> str | None:
    if declared is None:
        return _up_to(catalogue, highest) if highest != tested[-1] else None
    inside = [version for version in tested if version <= Version(declared)]
    return declared if inside and highest == inside[-1] else _up_to(catalogue, highest)


def _up_to(catalogue: Catalogue, highest: Version) -> str:
    """A maximum as NetBox's documentation writes it: patches of a minor that are still to come are taken, too."""
    release: Release = catalogue.release(str(highest))
    newest = catalogue.of_minor(release.minor.version)[-1]
    return f"{release.minor.version}.99" if release.version >= newest.version else str(highest)


def conclude(
    cells: Sequence[CellResult], declared: tuple[str | None, str | None], catalogue: Catalogue
) -> tuple[Finding, ...]:
    """NBP607, if the declared range is not what the cells prove."""
    found = weigh(cells, declared, catalogue)
    if found is None or (found.min_version, found.max_version) == declared:
        return ()
    wider = [release for release in found.passed if not _is_inside(release, declared)]
    narrower = [release for release in found.failed if _is_inside(release, declared)]
    reasons = []
    if narrower:
        reasons.append(f"it fails on {_words(narrower)}, which the declared range takes")
    if wider:
        reasons.append(f"it passes every check on {_words(wider)}, which the declared range refuses")
    reason = "; ".join(reasons) or "the range has an open end"
    said = f"the cells prove NetBox {found.lowest} to {found.highest}, declared is {_range(declared)}: {reason}"
    fix = (
        f"declare min_version = {found.min_version!r} and max_version = {found.max_version!r}"
        " (`npk matrix --write` does, wherever they are written)"
    )
    if narrower:
        fix = f"mend what fails there, or {fix}"
    return (Finding(said, _CODE, "warning" if narrower else "info", fix=fix),)


def _is_inside(release: str, declared: tuple[str | None, str | None]) -> bool:
    low, high = declared
    version = Version(release)
    return (low is None or version >= Version(low)) and (high is None or version <= Version(high))


def _range(declared: tuple[str | None, str | None]) -> str:
    return f"{declared[0] or 'any'} to {declared[1] or 'any'}"


def _words(releases: Sequence[str]) -> str:
    return releases[0] if len(releases) == 1 else f"{', '.join(releases[:-1])} and {releases[-1]}"
