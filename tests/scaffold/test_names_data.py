"""`matrix/netbox_names.toml` is what NetBox releases say themselves."""

from __future__ import annotations

import os
import tomllib

import pytest

from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.scaffold import names
from tests.scaffold.netbox_names import RELEASES, flat, used_by

OLDER, CURRENT = RELEASES[:-1], RELEASES[-1]


def missing(release: str) -> dict[str, set[str]]:
    """What a release uses that the file does not know, by list."""
    known = flat(tomllib.loads(matrix_file("netbox_names.toml").read_text(encoding="utf-8")))
    # Another release's list may be the better place of a name; it is refused all the same.
    places = {
        "graphql": known["graphql"] | known["models"],
        "openapi": known["openapi"] | known["models"],
        "installed": known["installed"] | known["packages"],
    }
    found = {key: used - places.get(key, known.get(key, set())) for key, used in flat(used_by(release)).items()}
    return {key: names for key, names in found.items() if names}


@pytest.mark.netbox
@pytest.mark.timeout(1800)
def test_data_has_every_name_of_the_current_release() -> None:
    assert missing(CURRENT) == {}


@pytest.mark.netbox
@pytest.mark.mirror
@pytest.mark.timeout(1800)
@pytest.mark.skipif(not os.environ.get("NPK_NETBOX_REPO"), reason="NPK_NETBOX_REPO names no repository of NetBox")
@pytest.mark.parametrize("release", OLDER)
def test_data_has_every_name_of_older_releases(release: str) -> None:
    assert missing(release) == {}


def test_every_suggested_field_is_accepted_everywhere() -> None:
    instead = tomllib.loads(matrix_file("names.toml").read_text(encoding="utf-8"))["fields"]["instead"]

    for name, other in instead.items():
        judged = [names.field_name(name, base=base) for base in ("netbox", "primary", "organizational", "nested")]
        assert any(judged), name
        assert other in {refusal.suggestion for refusal in judged if refusal}, name


def test_no_name_is_kept_by_hand_that_netbox_has_anyway() -> None:
    kept = tomllib.loads(matrix_file("names.toml").read_text(encoding="utf-8"))
    asked = tomllib.loads(matrix_file("netbox_names.toml").read_text(encoding="utf-8"))

    assert not set(kept["packages"]["misleading"]) & {*asked["packages"], *asked["installed"], *asked["labels"]}
    assert not set(kept["models"]["imported"]) & set(asked["models"])
