"""Serializers: what is declared, and in which order."""

from __future__ import annotations

from typing import Any

from netbox_plugin_kit.scaffold.code import rest
from netbox_plugin_kit.scaffold.reading import read_spec
from netbox_plugin_kit.scaffold.spec import Spec


def plugin(**models: dict[str, Any]) -> Spec:
    return read_spec({"name": "netbox-x", "models": {name: {"fields": fields} for name, fields in models.items()}})


def test_serializers_come_after_those_they_name() -> None:
    spec = plugin(Part={"box": {"type": "foreign-key", "to": "Box"}}, Box={"name": {}})
    assert [model.name for model in rest.sorted_models(spec)] == ["Box", "Part"]
    assert rest.nested(spec) == []
    assert rest.declared(spec.model("Part"), spec) == [("box", "BoxSerializer(nested=True)")]
    assert rest.declared(spec.model("Box"), spec) == [("part_count", "RelatedObjectCountField('parts')")]


def test_model_that_leads_to_itself_has_a_second_serializer() -> None:
    spec = plugin(Box={"within": {"type": "foreign-key", "to": "Box", "required": False}})
    assert [model.name for model in rest.nested(spec)] == ["Box"]
    assert rest.declared(spec.models[0], spec) == [("within", "NestedBoxSerializer(required=False, allow_null=True)")]


def test_declared_field_keeps_its_uniqueness() -> None:
    spec = plugin(Box={"site": {"type": "one-to-one", "to": "dcim.Site"}})
    ((_, source),) = rest.declared(spec.models[0], spec)
    assert "UniqueValidator(queryset=models.Box.objects.all())" in source
