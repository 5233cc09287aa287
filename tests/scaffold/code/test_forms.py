"""Forms, filtersets and tables as they are written: what a field becomes, and what it never is."""

from __future__ import annotations

from typing import Any

import pytest

from netbox_plugin_kit.scaffold.code import filters, forms, tables
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Spec


def spec(fields: dict[str, Any], *, base: str = "netbox", floor: str = "4.5", **more: Any) -> Spec:
    """A plugin with a model `Thing`, and one that others can lead to."""
    models = {
        "Thing": {"base": base, "fields": fields},
        "Other": {"fields": {"name": {"type": "char", "unique": True}}},
    }
    return read_spec({"name": "netbox-things", "netbox": {"min": floor, "max": "4.7"}, "models": models, **more})


GENERIC = {"owned": {"type": "generic", "to": ["dcim.Device", "Other"]}}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({"type": "char"}, {}),
        ({"type": "json", "required": False}, {"x": "JSONField(label=_('X'), required=False)"}),
        ({"type": "text", "markdown": True}, {"x": "CommentField(label=_('X'), required=True)"}),
        (
            {"type": "foreign-key", "to": "dcim.Site", "help": "Where"},
            {"x": "DynamicModelChoiceField(label=_('X'), queryset=Site.objects.all(), help_text=_('Where'))"},
        ),
    ],
)
def test_a_form_says_only_what_django_does_not_know(field: dict[str, Any], expected: dict[str, str]) -> None:
    found = spec({"x": field})

    assert forms.model_fields(found.model("Thing"), found) == expected


def test_a_generic_relation_is_chosen_by_type_and_object_and_set_by_the_form() -> None:
    found = spec(GENERIC)
    thing = found.model("Thing")

    assert list(forms.model_fields(thing, found)) == ["owned_type", "owned"]
    assert forms.model_meta_fields(thing) == ["tags"]
    assert forms.import_meta_fields(thing) == ("owned_type", "owned_id", "tags")


def test_without_a_rest_api_the_plugins_own_objects_are_a_plain_list() -> None:
    fields = {"other": {"type": "foreign-key", "to": "Other"}, "site": {"type": "foreign-key", "to": "dcim.Site"}}
    found = spec(fields, features={"rest_api": False})

    sources = forms.model_fields(found.model("Thing"), found)

    assert sources["other"].startswith("forms.ModelChoiceField(")
    assert sources["site"].startswith("DynamicModelChoiceField(")


def test_what_only_one_object_can_have_is_not_edited_in_bulk() -> None:
    found = spec(
        {
            "name": {"type": "char"},
            "serial": {"type": "char", "unique": True},
            "manual": {"type": "file"},
            "device": {"type": "one-to-one", "to": "dcim.Device"},
            "mac": {"type": "mac-address"},
            "note": {"type": "char", "required": False},
            "active": {"type": "boolean"},
        }
    )
    thing = found.model("Thing")

    assert list(forms.bulk_edit_fields(thing, found)) == ["note", "active"]
    assert forms.nullable_fields(thing, found) == ("note",)


def test_what_excludes_another_field_is_not_edited_in_bulk() -> None:
    fields = {name: {"type": "char", "required": False} for name in ("project", "cost_center", "note", "remark")}
    rules = [{"exactly-one": ["project", "cost_center"]}, {"at-least-one": ["note", "remark"]}]
    thing = {"base": "netbox", "fields": fields, "validation": rules}
    found = read_spec({"name": "netbox-things", "models": {"Thing": thing}})

    assert list(forms.bulk_edit_fields(found.model("Thing"), found)) == ["note", "remark"]


def test_files_are_not_imported() -> None:
    assert forms.import_meta_fields(spec({"manual": {"type": "file"}}).model("Thing")) == ("tags",)


@pytest.mark.parametrize(
    ("to", "name"), [("dcim.Site", "name"), ("users.User", "username"), ("Other", "name"), ("dcim.Cable", None)]
)
def test_imported_relations_are_named_as_people_name_them(to: str, name: str | None) -> None:
    found = spec({"x": {"type": "foreign-key", "to": to}})

    source = forms.import_fields(found.model("Thing"), found)["x"]

    assert (f"to_field_name='{name}'" in source) if name else ("to_field_name" not in source)


def test_every_field_of_a_filter_form_sets_a_filter() -> None:
    found = spec(
        {
            "sites": {"type": "many-to-many", "to": "dcim.Site"},
            "address": {"type": "ip-address"},
            "due": {"type": "date"},
            **GENERIC,
        }
    )
    thing = found.model("Thing")
    known = {*filters.model_filters(thing, found), *filters.fields(thing)}

    assert set(forms.filter_fields(thing, found)) <= known
    assert "site_id" in known


def test_a_hierarchy_is_filtered_by_branch() -> None:
    found = spec({"region": {"type": "foreign-key", "to": "dcim.Region"}})

    source = filters.model_filters(found.model("Thing"), found)["region_id"]

    assert source.startswith("TreeNodeMultipleChoiceFilter(")


def test_the_way_back_of_a_one_to_one_relation_has_a_filter() -> None:
    found = spec({"other": {"type": "one-to-one", "to": "Other", "related_name": "thing"}})

    assert "thing_id" in filters.model_filters(found.model("Other"), found)


def test_an_object_that_is_called_what_it_leads_to_is_reached_by_its_id() -> None:
    thing = spec({"other": {"type": "foreign-key", "to": "Other"}}).model("Thing")

    assert tables.default_columns(thing) == ("pk", "id", "other")


@pytest.mark.parametrize("base", ["netbox", "primary", "organizational", "nested"])
def test_a_model_without_fields_has_forms_filters_and_a_table(base: str) -> None:
    found = spec({}, base=base)
    thing = found.model("Thing")

    assert forms.model_meta_fields(thing)[-1] == "tags"
    assert forms.model_fieldsets(thing)
    assert filters.fields(thing)[0] == "id"
    assert tables.default_columns(thing)[0] == "pk"
