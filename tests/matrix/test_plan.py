"""Which cells a plugin gets: plain facts in, plain facts out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.plan import Plan, Wishes, beyond, further, plan
from netbox_plugin_kit.releases import Catalogue

CATALOGUE = Catalogue.load()
DECLARED = ("4.5.0", "4.6.99")
VERSIONS = [str(release) for release in CATALOGUE.releases]


def names(planned: Plan, role: str = "declared") -> list[str]:
    return [cell.name for cell in planned.cells if cell.role == role]


def planned(declared: tuple[str | None, str | None] = DECLARED, **wishes: object) -> Plan:
    return plan("netbox_x", declared, Wishes(**wishes), CATALOGUE)  # type: ignore[arg-type]


def test_first_and_last_patch_of_each_minor() -> None:
    assert names(planned()) == ["4.5.0", "4.5.10", "4.6.0", "4.6.8"]


def test_exact_ends_of_the_declared_range() -> None:
    assert names(planned(("4.5.2", "4.6.3"))) == ["4.5.2", "4.5.10", "4.6.0", "4.6.3"]


def test_last_patch_of_each_minor() -> None:
    assert names(planned(patches="last")) == ["4.5.10", "4.6.8"]


def test_all_patches() -> None:
    assert len(names(planned(patches="all"))) == 20


def test_releases_that_are_named_are_taken_as_they_are() -> None:
    found = planned(netbox="4.5,4.6.1")
    assert names(found) == ["4.5.10", "4.6.1"]
    assert not names(found, "refusal")


def test_a_range_is_thinned_out() -> None:
    assert names(planned(netbox=">=4.4,<4.6")) == ["4.4.0", "4.4.10", "4.5.0", "4.5.10"]


def test_releases_beside_the_range_have_to_refuse_and_are_probed() -> None:
    found = planned()
    assert names(found, "refusal") == ["4.4.10-refusal", "4.7.0-refusal"]
    assert names(found, "probe") == ["4.4.10-probe", "4.7.0-probe"]
    by_name = {cell.name: cell for cell in found.cells}
    refusal, probe = by_name["4.4.10-refusal"], by_name["4.4.10-probe"]
    assert (refusal.expect, refusal.checks, refusal.force_load) == ("refuse", ("install", "loads"), False)
    assert (probe.expect, probe.force_load) == ("accept", True)


def test_boundaries_and_probes_can_be_left_out() -> None:
    assert {cell.role for cell in planned(boundaries=False, probe=0).cells} == {"declared"}


def test_nothing_is_beside_a_range_with_open_ends() -> None:
    found = planned((None, None), patches="last")
    assert {cell.role for cell in found.cells} == {"declared"}


def test_no_release_is_known_above_the_newest() -> None:
    assert beyond(CATALOGUE, ("4.5.0", "4.7.99"), 1) is None
    assert names(planned(("4.5.0", "4.7.99")), "refusal") == ["4.4.10-refusal"]


def test_upgrade_ends_in_the_newest_cell_and_begins_with_the_oldest_release() -> None:
    upgrading = {cell.name: cell.upgrade_from for cell in planned().cells if "upgrade" in cell.checks}
    assert upgrading == {"4.6.8": "4.5.0"}


def test_revisions_pre_releases_and_checkouts_are_lanes_that_are_forced() -> None:
    found = planned(netbox="4.6,git:feature,4.8.0-beta1,./netbox")
    lanes = [cell for cell in found.cells if cell.role == "lane"]
    assert [cell.netbox for cell in lanes] == ["git:feature", "git:v4.8.0-beta1", "./netbox"]
    assert all(cell.force_load for cell in lanes)


def test_pythons_are_combined_with_the_releases_that_accept_them() -> None:
    found = planned(("4.4.0", "4.5.99"), pythons=("3.11", "3.13"), patches="last", probe=0, boundaries=False)
    assert names(found) == ["4.4.10-py3.11", "4.5.10-py3.13"]


def test_releases_that_accept_none_of_the_pythons_are_left_out_and_that_is_said() -> None:
    found = planned(("4.4.0", "4.5.99"), pythons=("3.13",), patches="last", probe=0, boundaries=False)
    assert names(found) == ["4.5.10-py3.13"]
    assert found.notes == ("NetBox 4.4 is left out: it runs on none of Python 3.13",)


def test_nothing_left_to_run_is_a_mistake() -> None:
    with pytest.raises(UsageError, match=r"nothing is left to run for netbox_x: NetBox 4.6 is left out"):
        planned(netbox="4.6", pythons=("3.9",))


def test_postgresql_is_combined_with_the_releases_that_accept_it() -> None:
    found = planned(netbox="4.6,4.7", postgresql=(14, 17))
    assert names(found) == ["4.6.8-pg14", "4.6.8-pg17", "4.7.3-pg17"]


@pytest.mark.parametrize(
    ("netbox", "side", "expected"),
    [
        ("4.4.10", -1, "4.4.0"),
        ("4.4.0", -1, "4.3.7"),
        ("4.6.0", 1, "4.6.8"),
        ("4.6.8", 1, "4.7.0"),
        ("4.7.3", 1, "None"),
    ],
)
def test_probing_goes_on_from_end_to_end_of_minors(netbox: str, side: int, expected: str) -> None:
    assert str(further(CATALOGUE, netbox, side)) == expected


@given(st.tuples(st.sampled_from(VERSIONS), st.sampled_from(VERSIONS)), st.sampled_from(["edges", "last", "all"]))
def test_every_plan_is_in_order_unique_and_within_the_range(ends: tuple[str, str], patches: str) -> None:
    low, high = sorted(ends, key=Version)
    found = planned((low, high), patches=patches)
    accepted = [Version(cell.netbox) for cell in found.cells if cell.role == "declared"]
    assert accepted == sorted(set(accepted))
    assert all(Version(low) <= version <= Version(high) for version in accepted)
    if patches != "last":
        assert (str(accepted[0]), str(accepted[-1])) == (low, high)
    outside = [Version(cell.netbox) for cell in found.cells if cell.role != "declared"]
    assert all(version < Version(low) or version > Version(high) for version in outside)
    assert len({cell.name for cell in found.cells}) == len(found.cells)
