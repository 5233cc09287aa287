from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.releases import Catalogue

CATALOGUE = Catalogue.load()


def selected(spec: str, lowest: str | None = None, highest: str | None = None) -> list[str]:
    return [str(release) for release in CATALOGUE.select(spec, declared=(lowest, highest))]


def newest_of(minor: str) -> str:
    return str(CATALOGUE.of_minor(minor)[-1])


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("4.6.2", ["4.6.2"]),
        ("v4.6.2", ["4.6.2"]),
        ("4.4", ["4.4.10"]),
        (">=4.4.9,<4.5.2", ["4.4.9", "4.4.10", "4.5.0", "4.5.1"]),
        ("==4.3.*,!=4.3.1,<=4.3.3", ["4.3.0", "4.3.2", "4.3.3"]),
        ("~=4.4.9", ["4.4.9", "4.4.10"]),
        ("4.4,4.3.2,4.2", ["4.2.9", "4.3.2", "4.4.10"]),
        (" 4.4 , 4.3.2 ", ["4.3.2", "4.4.10"]),
        ("3.7, >=4.4.9, <4.5", ["3.7.8", "4.4.9", "4.4.10"]),
        ("<3.7.2,4.1,>=4.3,<4.3.2", ["3.7.0", "3.7.1", "4.1.11", "4.3.0", "4.3.1"]),
        ("4.4,4.4.10,==4.4.10", ["4.4.10"]),
    ],
)
def test_spec_selects(spec: str, expected: list[str]) -> None:
    assert selected(spec) == expected


def test_all_is_the_whole_catalogue() -> None:
    assert CATALOGUE.select("all") == CATALOGUE.releases


def test_latest_is_the_newest_and_can_be_mixed() -> None:
    assert selected("latest") == [str(CATALOGUE.newest)]
    assert selected("latest,3.7,all") == selected("all")
    assert selected("latest,3.7.1") == ["3.7.1", str(CATALOGUE.newest)]


def test_unknown_patch_of_a_known_minor_can_be_selected() -> None:
    assert selected("4.5.99,4.5") == [newest_of("4.5"), "4.5.99"]


@pytest.mark.parametrize(
    ("lowest", "highest", "first", "last"),
    [
        ("4.4.0", "4.5.99", "4.4.0", newest_of("4.5")),
        ("4.4.3", "4.4.5", "4.4.3", "4.4.5"),
        (None, "3.7.1", "3.7.0", "3.7.1"),
        ("4.5.2", None, "4.5.2", str(CATALOGUE.newest)),
        (None, None, "3.7.0", str(CATALOGUE.newest)),
        ("4.4", "4.5", "4.4.0", "4.5.0"),  # a maximum of 4.5 refuses 4.5.1, in NetBox too
        ("4.4.0-beta1", "4.4.1.post1", "4.4.0", "4.4.1"),
    ],
)
def test_declared_is_what_netbox_would_load(lowest: str | None, highest: str | None, first: str, last: str) -> None:
    chosen = selected("declared", lowest, highest)

    assert (chosen[0], chosen[-1]) == (first, last)
    assert chosen == selected(f">={first},<={last}")


def test_declared_can_be_mixed() -> None:
    assert selected("declared,3.7", "4.4.9", "4.4.99") == ["3.7.8", "4.4.9", "4.4.10"]


@pytest.mark.parametrize(("lowest", "highest"), [("", None), (None, "4.7.x"), ("4.7.*", None)])
def test_declaration_that_is_no_version_is_a_usage_error(lowest: str | None, highest: str | None) -> None:
    with pytest.raises(UsageError, match="is not a version, and NetBox does not start with it"):
        selected("declared", lowest, highest)


@pytest.mark.parametrize(("lowest", "highest"), [("99.0.0", None), (None, "2.11"), ("4.5.0", "4.4.0")])
def test_declaration_that_selects_nothing_says_what_there_is(lowest: str | None, highest: str | None) -> None:
    with pytest.raises(UsageError, match=r"there are 3\.7\.0 to "):
        selected("declared", lowest, highest)


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        (">=99", r"no NetBox release is >=99; there are 3\.7\.0 to "),
        (">=4.4,<4.4", r"no NetBox release is >=4\.4,<4\.4; there are"),
        ("latest,<3", r"no NetBox release is <3; there are"),
        (">=4.x", "'>=4.x' is not a range of versions"),
        (">", "'>' is not a range of versions"),
        ("99.9", "NetBox 99.9 is newer than"),
        ("3.6", "NetBox 3.6 is older than"),
        ("3.9", "NetBox 3.9 was never released"),
        ("4", "'4' is not a NetBox version"),
        ("newest", "--netbox cannot be 'newest'; give a version"),
        ("", "--netbox '' has an empty part"),
        ("4.6,,4.7", "--netbox '4.6,,4.7' has an empty part"),
    ],
)
def test_what_selects_nothing_is_a_usage_error(spec: str, line: str) -> None:
    with pytest.raises(UsageError, match=f"^{line}"):
        selected(spec)


versions = st.sampled_from([str(release) for release in CATALOGUE.releases])
minors = st.sampled_from(sorted({release.minor.version for release in CATALOGUE.releases}))
clauses = st.builds("{}{}".format, st.sampled_from([">=", "<=", "<", ">", "==", "!=", "~="]), versions | minors)
words = st.sampled_from(["latest", "all", "declared"])
specs = st.lists(versions | minors | clauses | words, min_size=1, max_size=6).map(",".join)
nearly = st.text("0123456789.,<>=!~*vx -", max_size=24)


@given(st.text() | nearly | specs, st.none() | nearly | versions, st.none() | nearly | versions)
def test_any_text_selects_or_is_a_usage_error_of_one_line(spec: str, lowest: str | None, highest: str | None) -> None:
    try:
        found = [release.version for release in CATALOGUE.select(spec, declared=(lowest, highest))]
    except UsageError as error:
        found, line = [], str(error)
    else:
        line = "" if found else "nothing selected, and nothing said"

    assert "\n" not in line
    assert bool(found) != bool(line)
    assert found == sorted(set(found))


@given(versions, versions)
def test_range_selects_exactly_what_is_in_it(one: str, other: str) -> None:
    lowest, highest = sorted([one, other], key=Version)
    specifier = SpecifierSet(f">={lowest},<={highest}")

    chosen = CATALOGUE.select(str(specifier))

    assert [release for release in CATALOGUE.releases if release.version in specifier] == list(chosen)
    assert chosen == CATALOGUE.select("declared", declared=(lowest, highest))


@given(st.lists(versions | minors, min_size=1, max_size=8))
def test_list_is_the_union_of_its_parts_in_any_order(parts: list[str]) -> None:
    together = set(selected(",".join(parts)))

    assert together == {release for part in parts for release in selected(part)}
    assert selected(",".join(parts)) == selected(",".join(reversed(parts)))
