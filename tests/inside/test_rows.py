"""What an upgrade lost: rows before, rows after."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbox_plugin_kit.inside.rows import compare

THING = "small.Thing"


def said(before: dict[str, Any], after: dict[str, Any], **culprits: str) -> list[str]:
    found = compare({THING: before}, {THING: after}, {name.replace("__", "."): at for name, at in culprits.items()}, ())
    return [finding.message for finding in found]


ROW = {"id": 1, "name": "one", "site_id": 7, "tags": [3], "note": None}


@pytest.mark.parametrize(
    "after",
    [
        ROW,
        {**ROW, "note": "filled in"},
        {**{key: value for key, value in ROW.items() if key != "name"}, "title": "one"},
        {key: value for key, value in ROW.items() if key != "note"},
        {**ROW, "site_id": "7"},
    ],
    ids=["unchanged", "filled", "renamed", "an empty column gone", "another type"],
)
def test_what_survives(after: dict[str, Any]) -> None:
    assert said({"1": ROW}, {"1": after}) == []


@pytest.mark.parametrize(
    ("after", "message"),
    [
        ({}, "1 of 1 objects of small.Thing are lost: pk 1"),
        ({"1": {**ROW, "name": ""}}, "small.Thing.name of 1 objects is lost: pk 1 was 'one', is ''"),
        ({"1": {**ROW, "tags": []}}, "small.Thing.tags of 1 objects is lost: pk 1 was [3], is []"),
        (
            {"1": {"id": 1, "site_id": 7, "tags": [3], "title": ""}},
            "small.Thing.name is gone, and its values in 1 objects",
        ),
    ],
)
def test_what_is_lost(after: dict[str, Any], message: str) -> None:
    (found,) = said({"1": ROW}, after)
    assert found.startswith(message)


def test_a_model_that_is_gone() -> None:
    (finding,) = compare({THING: {"1": ROW}}, {}, {THING: "small/migrations/0002.py"}, ())
    assert finding.message == "the model small.Thing is gone, and 1 objects with it"
    assert finding.path == "small/migrations/0002.py"
    assert 'upgrade-drops = ["small.Thing"]' in str(finding.fix)


@pytest.mark.parametrize("name", ["small.Thing.name", "small.Thing", "small"])
def test_the_migration_that_took_it_away_is_named(name: str) -> None:
    (finding,) = compare(
        {THING: {"1": ROW}}, {THING: {"1": {**ROW, "name": None}}}, {name: "small/migrations/x.py"}, ()
    )
    assert finding.path == "small/migrations/x.py"


@pytest.mark.parametrize("expected", ["small.Thing", "small.Thing.name"])
def test_what_is_meant_to_go(expected: str) -> None:
    assert list(compare({THING: {"1": ROW}}, {THING: {"1": {**ROW, "name": None}}}, {}, (expected,))) == []


ROWS = st.dictionaries(
    st.sampled_from("123"), st.fixed_dictionaries({"id": st.integers(), "name": st.text(max_size=3)})
)


@given(ROWS)
def test_nothing_is_lost_where_nothing_changes(rows: dict[str, Any]) -> None:
    assert said(rows, rows) == []


@given(ROWS, ROWS)
def test_every_row_that_is_gone_is_told(before: dict[str, Any], after: dict[str, Any]) -> None:
    lost = set(before) - set(after)
    assert any("are lost" in message for message in said(before, after)) == bool(lost)
