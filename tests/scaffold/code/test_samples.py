"""Values for the tests of a generated plugin keep what its models ask of them."""

from __future__ import annotations

from typing import Any

import pytest

from netbox_plugin_kit.scaffold.code import samples
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Model


def model(fields: dict[str, Any], **options: Any) -> Model:
    return read_spec({"name": "netbox-things", "models": {"Thing": {"fields": fields, **options}}}).models[0]


def cells(thing: Model, name: str) -> list[str]:
    return [samples.cell(thing, thing.field(name), index) for index in range(3)]


@pytest.mark.parametrize(
    "options",
    [
        {"type": "char"},
        {"type": "char", "max_length": 3},
        {"type": "integer", "min": 10, "max": 15},
        {"type": "decimal", "max_digits": 2, "decimal_places": 2},
        {"type": "date"},
        {"type": "datetime"},
        {"type": "url"},
        {"type": "ip-address"},
        {"type": "ip-prefix"},
        {"type": "mac-address"},
    ],
)
def test_unique_values_differ(options: dict[str, Any]) -> None:
    thing = model({"value": {**options, "unique": True}})

    assert len(set(cells(thing, "value"))) == 3


def test_numbers_stay_within_their_limits() -> None:
    thing = model({"rank": {"type": "integer", "min": 4090, "max": 4094, "unique": True}})

    assert {int(cell) for cell in cells(thing, "rank")} <= set(range(4090, 4095))


def test_texts_are_as_short_as_they_must_be() -> None:
    thing = model({"color": {"type": "char", "max_length": 6}, "key": {"type": "char", "max_length": 1}})

    assert (cells(thing, "color"), cells(thing, "key")) == (["Colo A", "Colo B", "Colo C"], ["A", "B", "C"])


def test_dates_are_in_the_order_that_rules_want() -> None:
    fields = {name: {"type": "date"} for name in ("end", "start", "reviewed")}
    rules = [{"check": "start <= end"}, {"check": "reviewed > end"}]
    thing = model(fields, validation=rules)

    for start, end, reviewed in zip(cells(thing, "start"), cells(thing, "end"), cells(thing, "reviewed"), strict=True):
        assert start < end < reviewed


def test_one_field_of_what_is_unique_together_varies() -> None:
    fields = {"site": {"type": "foreign-key", "to": "dcim.Site"}, "position": {"type": "integer"}}

    assert samples.varying(model(fields, unique=[["site", "position"]])) == {"position"}
    assert samples.varying(model({**fields, "position": {"type": "boolean"}}, unique=[["site", "position"]])) == {
        "site"
    }


def test_exactly_one_of_some_fields_is_given() -> None:
    fields = {name: {"type": "char", "required": False} for name in ("cost_center", "project")}
    thing = model(fields, validation=[{"exactly-one": ["cost_center", "project"]}])

    for everything in (False, True):
        assert [field.name for field in samples.given(thing, everything=everything)] == ["cost_center"]


def test_the_field_that_is_given_can_be_sent_as_text() -> None:
    fields = {"file": {"type": "file", "required": False}, "url": {"type": "url", "required": False}}
    thing = model(fields, validation=[{"exactly-one": ["file", "url"]}])

    for everything in (False, True):
        assert [field.name for field in samples.given(thing, everything=everything)] == ["url"]


def test_a_choice_is_another_one_than_the_default() -> None:
    thing = model({"status": {"type": "choice", "default": "open", "choices": {"open": None, "done": None}}})

    assert set(cells(thing, "status")) == {"done"}
