from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from typing import Any, cast

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.releases import Catalogue, python_words


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def test_release_knows_its_facts(catalogue: Catalogue) -> None:
    release = catalogue.release("4.7.3")

    assert str(release) == "4.7.3"
    assert release.tag == "v4.7.3"
    assert release.released == date(2026, 10, 13)
    assert release.catalogued
    assert release.minor.version == "4.7"
    assert release.minor.postgresql == 15
    assert release.minor.extensions == ("ltree",)
    assert release.minor.redis == Version("6.0")
    assert release.minor.sources == ("index", "git")


@pytest.mark.parametrize(
    ("version", "setting", "peppers", "refusal"),
    [
        ("4.2.9", "DATABASE", False, "fatal"),
        ("4.3.0", "DATABASES", False, "skipped"),
        ("4.5.0", "DATABASES", True, "skipped"),
    ],
)
def test_facts_change_with_the_minor(
    catalogue: Catalogue, version: str, setting: str, *, peppers: bool, refusal: str
) -> None:
    minor = catalogue.release(version).minor

    assert (minor.database_setting, minor.token_peppers, minor.refusal) == (setting, peppers, refusal)


@pytest.mark.parametrize(
    ("version", "python", "accepted"),
    [
        ("4.7.3", "3.11.9", False),
        ("4.7.3", "3.12", True),
        ("4.7.3", "3.14.2", True),
        ("4.7.3", "3.15.0a1", False),
        ("4.4.10", "3.13.0", False),
        ("4.4.10", "3.12.0rc1", True),
        ("3.7.8", "3.11.2", True),
    ],
)
def test_release_accepts_the_pythons_it_was_tested_on(
    catalogue: Catalogue, version: str, python: str, *, accepted: bool
) -> None:
    assert catalogue.release(version).accepts(Version(python)) is accepted


def test_newer_patch_of_a_known_minor_is_taken_on_trust(catalogue: Catalogue) -> None:
    release = catalogue.release("4.6.99")

    assert not release.catalogued
    assert release.released is None
    assert release.minor is catalogue.release("4.6.8").minor


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("4.0.4", "NetBox 4.0.4 was never released; choose one of 4.0.0 to 4.0.11"),
        ("3.6.9", "NetBox 3.6.9 is older than 3.7.0, the first release supported; choose a newer one"),
        ("3.8.0", "NetBox 3.8.0 was never released; there are 3.7.0 to "),
        ("99.0.0", "NetBox 99.0.0 is newer than "),
        ("4.7", "'4.7' is not a NetBox version; name a final release such as "),
        ("4.7.0-beta1", "'4.7.0-beta1' is not a NetBox version; name a final release such as "),
        ("", "'' is not a NetBox version; name a final release such as "),
    ],
)
def test_what_is_no_release_is_said_in_a_line(catalogue: Catalogue, text: str, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        catalogue.release(text)

    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


def test_checkout_of_the_next_minor_needs_what_the_newest_does(catalogue: Catalogue) -> None:
    release = catalogue.assume(Version("99.0.0-beta1"))

    assert str(release) == "99.0.0b1"
    assert release.minor is catalogue.newest.minor
    assert not release.catalogued


def test_checkout_of_a_release_is_that_release(catalogue: Catalogue) -> None:
    assert catalogue.assume(Version("4.5.10")) is catalogue.release("4.5.10")


def test_checkout_that_is_too_old_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match=r"older than 3\.7\.0"):
        catalogue.assume(Version("3.6.9"))


def test_releases_do_not_change(catalogue: Catalogue) -> None:
    with pytest.raises(FrozenInstanceError):
        cast("Any", catalogue).releases = ()


@pytest.mark.parametrize(
    ("specifier", "words"),
    [(">=3.12,<3.15", "3.12-3.14"), (">=3.10,<3.11", "3.10"), (">=3.12", ">=3.12"), ("<3", "<3")],
)
def test_python_range_in_words(specifier: str, words: str) -> None:
    assert python_words(SpecifierSet(specifier)) == words
