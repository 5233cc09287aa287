"""What a generated plugin's tests try says the same as its rules."""

from __future__ import annotations

from netbox_plugin_kit.scaffold.code import trials
from netbox_plugin_kit.scaffold.reading import read_spec


def test_objects_that_must_not_be_the_same_are_made_and_then_are() -> None:
    fields = {name: {"type": "foreign-key", "to": "dcim.Site", "related_name": f"{name}s"} for name in ("near", "far")}
    rule = {"check": "near != far", "message": "Elsewhere."}
    spec = read_spec({"name": "netbox-xy", "models": {"Pair": {"fields": fields, "validation": [rule]}}})

    ((name, cases),) = trials.broken(spec.models[0], spec)

    assert name == "test_near_and_far"
    assert cases == [
        ([("near", "create('dcim.site')"), ("far", "create('dcim.site')")], ""),
        ([("far", "pair.near")], "Elsewhere."),
    ]


def test_choices_have_the_key_to_which_netbox_adds_the_package() -> None:
    choice = {"type": "choice", "choices": {"up": "green", "down": "red"}}
    spec = read_spec({"name": "netbox-xy", "models": {"Pair": {"fields": {"name": {}, "state": choice}}}})

    assert [field.key for field in spec.choice_sets] == ["Pair.state"]
