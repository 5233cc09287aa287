"""Serializers: how a model's fields are read and written in the REST API.

A serializer derives from the model what it can. Declared is what NetBox represents in a way of its own: choices,
addresses and everything that leads to another object.
"""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code import core
from netbox_plugin_kit.scaffold.code.source import call
from netbox_plugin_kit.scaffold.kinds import Field, Relation
from netbox_plugin_kit.scaffold.releases import Range
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = [
    "base", "brief_fields", "core_serializers", "counts", "declared", "described", "field_names", "nested",
    "nested_fields", "root_view", "sorted_models",
]  # fmt: skip

_PLAIN = (kinds.Char, kinds.Text, kinds.ChoiceSet, kinds.Integer, kinds.IPAddress, kinds.Prefix, kinds.MACAddress)


def base(model: Model) -> str:
    """The base class of a model's serializer."""
    return f"{model.prefix}Serializer"


def sorted_models(spec: Spec) -> list[Model]:
    """The models in an order in which a serializer finds those that it names, as far as there is one."""
    waiting = list(spec.models)
    found: list[Model] = []
    while waiting:
        known = {model.name for model in found}
        ready = next((model for model in waiting if _needs(model) <= known), waiting[0])
        waiting.remove(ready)
        found.append(ready)
    return found


def nested_fields(model: Model, spec: Spec) -> tuple[str, ...]:
    """What a `Nested...` serializer shows."""
    first, *rest = brief_fields(model, spec)
    return (first, "display_url", *rest)


def root_view(spec: Spec) -> str:
    """The name of the view of the API's root: `ContractsRootView`."""
    return f"{spec.config_class.removesuffix('Config')}RootView"


def nested(spec: Spec) -> list[Model]:
    """The models with a second serializer, `Nested...`, for those which lead to them before there is the first."""
    found: set[str] = set()
    known: set[str] = set()
    for model in sorted_models(spec):
        found |= _targets(model) - known
        known.add(model.name)
    return [model for model in spec.models if model.name in found]


def _needs(model: Model) -> set[str]:
    """The other models of the plugin that a model leads to."""
    return _targets(model) - {model.name}


def _targets(model: Model) -> set[str]:
    return {relation.to.model for relation in model.relations if relation.to.own}


def core_serializers(spec: Spec) -> list[tuple[str, str]]:
    """The serializers of core's models that the plugin's relations lead to: app and name."""
    targets = {
        (relation.to.app, core.serializer(relation.to))
        for model in spec.models
        for relation in model.relations
        if not relation.to.own and not relation.inherited
    }
    return sorted((app, name) for app, name in targets if name)


def declared(model: Model, spec: Spec) -> list[tuple[str, str]]:
    """The fields a serializer declares, with their sources."""
    found: list[tuple[str, str]] = []
    for field in model.fields:
        if isinstance(field, kinds.Generic):
            found += _generic(field, spec.netbox)
        elif isinstance(field, Relation):
            found += [(field.name, source) for source in _relation(field, model, spec)]
        elif source := _special(field, model):
            found.append((field.name, source))
    return found + [
        (name, f"RelatedObjectCountField({relation.related_name!r})") for name, relation in counts(model, spec)
    ]


def described(model: Model, netbox: Range) -> list[str]:
    """The generic relations that a method has to represent; since 4.5 NetBox has a field for them."""
    return [] if netbox.since("4.5") else [field.name for field in model.generics]


def _special(field: Field, model: Model) -> str:
    match field:
        case kinds.ChoiceSet():
            blank = {} if field.required else {"allow_blank": "True", "allow_null": "True"}
            return call("ChoiceField", choices=field.class_name, **_optional(field), **blank, **_unique(field, model))
        case kinds.IPAddress() | kinds.Prefix():
            function = "IPAddressField" if isinstance(field, kinds.IPAddress) else "IPNetworkField"
            return call(function, _null(field), **_unique(field, model))
        case kinds.MACAddress():
            return call("serializers.CharField", _null(field), **_unique(field, model))
    return ""


def _optional(field: Field) -> dict[str, str]:
    return {} if field.required and field.default is None else {"required": "False"}


def _null(field: Field) -> dict[str, str]:
    return _optional(field) | ({} if field.required else {"allow_null": "True"})


def _unique(field: Field, model: Model) -> dict[str, str]:
    """What a declared field must be told: since 4.6 serializers see to the uniqueness of single fields alone."""
    if not field.unique and not isinstance(field, kinds.OneToOne):
        return {}
    return {"validators": f"[UniqueValidator(queryset=models.{model.name}.objects.all())]"}


def _relation(field: Relation, model: Model, spec: Spec) -> list[str]:
    if field.inherited and not field.to.own:
        return []  # the owner, which NetBox's serializers bring along
    if not (function := _serializer(field, model, spec)):
        return []
    if isinstance(field, kinds.ManyToMany):
        queryset = f"{_class(field)}.objects.all()"
        return [
            call(
                "SerializedPKRelatedField", queryset=queryset, serializer=function, nested="True",
                required="False", many="True",
            )
        ]  # fmt: skip
    already = function.startswith("Nested")
    return [call(function, {} if already else {"nested": "True"}, **_null(field), **_unique(field, model))]


def _serializer(field: Relation, model: Model, spec: Spec) -> str:
    if not field.to.own:
        return core.serializer(field.to)
    order = [item.name for item in sorted_models(spec)]
    early = order.index(field.to.model) >= order.index(model.name)
    return f"Nested{field.to.model}Serializer" if early else f"{field.to.model}Serializer"


def _class(field: Relation) -> str:
    return f"models.{field.to.model}" if field.to.own else field.to.model


def _generic(field: kinds.Generic, netbox: Range) -> list[tuple[str, str]]:
    allowed = " | ".join(f"Q(app_label={to.app!r}, model={to.model.lower()!r})" for to in field.to)
    related = "GFKSerializerField(read_only=True)" if netbox.since("4.5") else "serializers.SerializerMethodField()"
    null = {} if field.required else {"required": "False", "allow_null": "True"}
    return [
        (field.type_name, call("ContentTypeField", queryset=f"ContentType.objects.filter({allowed})", **null)),
        (field.name, related),
    ]


def counts(model: Model, spec: Spec) -> list[tuple[str, Relation]]:
    """How many objects of the plugin's other models lead to one, by the name of the serializer's field."""
    children = [(other, relation) for other, relation in spec.children(model) if isinstance(relation, kinds.ForeignKey)]
    children = [(other, relation) for other, relation in children if other.name != model.name]
    names = [other.name for other, _ in children]
    found: list[tuple[str, Relation]] = []
    for other, relation in children:
        name = f"{other.snake if names.count(other.name) == 1 else relation.related_name}_count"
        if not model.has(name):
            found.append((name, relation))
    return found


def field_names(model: Model, spec: Spec) -> tuple[str, ...]:
    """What a serializer shows, in NetBox's order: itself, its fields, what it inherits, what leads to it."""
    last = ("description", "owner", "comments")
    shown = [field for field in model.fields if field.name not in last or not field.inherited]
    names = [name for field in shown for name in _columns(field)]
    names += [name for name in last if model.has(name) and name not in names]
    tree = ["_depth"] if model.base == "nested" else []
    return (
        "id", *_address(spec), "display_url", "display", *names, "tags", "custom_fields", "created", "last_updated",
        *(name for name, _ in counts(model, spec)), *tree,
    )  # fmt: skip


def _columns(field: Field) -> list[str]:
    return [field.type_name, field.id_name, field.name] if isinstance(field, kinds.Generic) else [field.name]


def brief_fields(model: Model, spec: Spec) -> tuple[str, ...]:
    """What is shown of an object within another one: what it is called."""
    called = [field.name for field in model.fields if field.name in model.display and isinstance(field, _PLAIN)]
    usual = [name for name in ("name", "slug", "description") if model.has(name) and name not in called]
    tree = ["_depth"] if model.base == "nested" else []
    return ("id", *_address(spec), "display", *called, *usual, *tree)


def _address(spec: Spec) -> tuple[str, ...]:
    """An object's address in the REST API, if there is one.

    NetBox serializes an object for event rules and change logs of webhooks whether or not it can be asked for
    (extras/events.py), so that a model has a serializer in any case.
    """
    return ("url",) if spec.features.rest_api else ()
