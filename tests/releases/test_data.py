"""What holds for `matrix/releases.toml`, whatever NetBox releases are added to it."""

from __future__ import annotations

import itertools
import tomllib
from datetime import date
from typing import Any

import pytest
from packaging.version import Version

from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.releases import Catalogue, Minor

KEYS = {
    "version": str,
    "python": str,
    "python_preferred": str,
    "postgresql": int,
    "extensions": list,
    "redis": str,
    "database_setting": str,
    "token_peppers": bool,
    "refusal": str,
    "sources": list,
    "django": str,
    "releases": dict,
}
TABLES: list[dict[str, Any]] = tomllib.loads(matrix_file("releases.toml").read_text())["minor"]
CATALOGUE = Catalogue.load()
MINORS: list[Minor] = [CATALOGUE.of_minor(table["version"])[0].minor for table in TABLES]
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table["version"]))
each_minor = pytest.mark.parametrize("minor", MINORS, ids=lambda minor: str(minor.version))


@each_table
def test_table_has_these_keys_and_no_others(table: dict[str, Any]) -> None:
    assert {key: type(value) for key, value in table.items() if key != "netbox_docker"} == KEYS
    assert isinstance(table.get("netbox_docker", ""), str)


@each_table
def test_words_are_those_the_code_knows(table: dict[str, Any]) -> None:
    assert table["database_setting"] in {"DATABASE", "DATABASES"}
    assert table["refusal"] in {"fatal", "skipped"}
    assert set(table["sources"]) <= {"index", "git"}
    assert set(table["extensions"]) <= {"ltree"}


@each_table
def test_every_minor_can_be_had_from_git(table: dict[str, Any]) -> None:
    assert "git" in table["sources"]


@each_table
def test_patches_belong_to_their_minor_and_ascend_with_their_dates(table: dict[str, Any]) -> None:
    versions = [Version(text) for text in table["releases"]]
    dates: list[date] = list(table["releases"].values())

    assert {f"{version.major}.{version.minor}" for version in versions} == {table["version"]}
    assert [str(version) for version in versions] == list(table["releases"])
    assert versions == sorted(versions)
    assert versions[0].micro == 0
    assert dates == sorted(dates)


def test_minors_ascend_without_a_gap_but_to_the_next_major() -> None:
    numbers = [Version(table["version"]).release for table in TABLES]

    for (major, minor), following in itertools.pairwise(numbers):
        assert following in {(major, minor + 1), (major + 1, 0)}


def test_requirements_only_grow() -> None:
    for older, newer in itertools.pairwise(MINORS):
        assert older.postgresql <= newer.postgresql
        assert older.redis <= newer.redis
        assert Version(older.django) <= Version(newer.django)
        assert Version(older.python_preferred) <= Version(newer.python_preferred)


@each_minor
def test_python_range_is_closed_and_holds_the_preferred_one(minor: Minor) -> None:
    assert {clause.operator for clause in minor.python} == {">=", "<"}
    assert minor.accepts(Version(minor.python_preferred))


def test_every_release_is_there() -> None:
    assert str(CATALOGUE.oldest) == "3.7.0"
    assert CATALOGUE.newest.version >= Version("4.7.3")
    assert "4.0.4" not in {str(release) for release in CATALOGUE.releases}
    patches = {minor.version: len(CATALOGUE.of_minor(minor.version)) for minor in MINORS}
    assert [patches[f"4.{minor}"] for minor in range(7)] == [11, 12, 10, 8, 11, 11, 9]
