"""The GraphQL API reads the same on every release of a range, and every relation leads to a type that restricts."""

from __future__ import annotations

from typing import Any

import pytest

from netbox_plugin_kit.scaffold.code import graphql
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Spec


def plugin(fields: dict[str, Any], floor: str = "4.5", ceiling: str = "4.7") -> Spec:
    return read_spec(
        {"name": "netbox-x", "netbox": {"min": floor, "max": ceiling}, "models": {"Thing": {"fields": fields}}}
    )


@pytest.mark.parametrize(
    ("floor", "ceiling", "lookup", "base"),
    [
        ("4.3", "4.4", "FilterLookup[str]", "NetBoxModelFilterMixin"),
        ("4.3", "4.7", "StrFilterLookup", "NetBoxModelFilter"),
        ("4.7", "4.7", "StrFilterLookup", "NetBoxModelFilter"),
    ],
)
def test_filters_follow_the_range(floor: str, ceiling: str, lookup: str, base: str) -> None:
    spec = plugin({"name": {}}, floor, ceiling)
    assert graphql.filter_fields(spec.models[0], spec) == [("name", lookup)]
    assert graphql.filter_base(spec.models[0], spec.netbox) == base


def test_lookup_of_dates_takes_its_type_where_some_release_is_generic() -> None:
    for floor, expected in (("4.6", "DateFilterLookup[datetime.date]"), ("4.7", "DateFilterLookup")):
        spec = plugin({"due": {"type": "date"}}, floor)
        assert graphql.filter_fields(spec.models[0], spec) == [("due", expected)]


def test_what_a_required_relation_leads_to_may_be_hidden_from_its_reader() -> None:
    spec = plugin({"site": {"type": "foreign-key", "to": "dcim.Site"}})
    assert graphql.type_fields(spec.models[0], spec) == [
        ("site", "Annotated['SiteType', strawberry.lazy('dcim.graphql.types')] | None")
    ]


def test_relation_to_a_model_without_a_type_is_not_shown() -> None:
    spec = plugin({"job": {"type": "foreign-key", "to": "core.Job"}})
    model = spec.models[0]
    assert graphql.type_fields(model, spec) == []
    assert graphql.excluded(model, spec.netbox) == ["job"]
    assert graphql.filter_fields(model, spec) == [("job_id", "ID")]
