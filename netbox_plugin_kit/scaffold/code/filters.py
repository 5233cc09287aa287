"""Filtersets: the parameters by which lists of objects are narrowed, in pages and in the REST API."""

from __future__ import annotations

from collections.abc import Mapping

from netbox_plugin_kit.scaffold import kinds, words
from netbox_plugin_kit.scaffold.code.source import call, translated
from netbox_plugin_kit.scaffold.code.targets import key, label, queryset, tenancy, tree
from netbox_plugin_kit.scaffold.kinds import Field, Relation
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["bases", "fields", "filter_name", "ignore_fields", "model_filters", "search"]

_PLAIN = (
    kinds.Char, kinds.Text, kinds.Integer, kinds.Decimal, kinds.Boolean, kinds.Date, kinds.DateTime, kinds.Url,
)  # fmt: skip
"""For these NetBox knows the filter by the column (netbox/filtersets.py)."""

_MPTT = ("level", "lft", "rght", "tree_id")


def bases(model: Model) -> list[str]:
    """The base classes of a filterset."""
    mixins = [("TenancyFilterSet", tenancy(model)), ("ContactModelFilterSet", model.contacts)]
    return [f"{model.prefix}FilterSet", *(name for name, wanted in mixins if wanted)]


def filter_name(field: Field, model: Model) -> str:
    """The parameter that selects by a field: by a relation's primary key, by what else there is as it is.

    Many-to-many relations are named in the singular, as NetBox does: `site_id` for `sites`.
    """
    if not isinstance(field, Relation):
        return field.name
    return f"{_stem(field, model)}_id"


def _stem(field: Relation, model: Model) -> str:
    one = words.singular(field.name) if isinstance(field, kinds.ManyToMany) else field.name
    return field.name if one != field.name and model.has(one) else one


def model_filters(model: Model, spec: Spec) -> dict[str, str]:
    """The filters that a filterset defines, by name."""
    found: dict[str, str] = {}
    for field in model.fields:
        found.update(_filters(field, model, spec))
    for other, relation in spec.children(model):
        name = relation.related_name if isinstance(relation, kinds.OneToOne) else other.snake
        if isinstance(relation, kinds.OneToOne | kinds.ManyToMany) and other is not model:
            options = {"field_name": repr(relation.related_name), "queryset": f"{other.name}.objects.all()"}
            found.setdefault(f"{name}_id", _by_model({**options, "label": _label(other.verbose_name, "ID")}))
    return found


def _filters(field: Field, model: Model, spec: Spec) -> dict[str, str]:  # noqa: PLR0911 - one for each kind
    match field:
        case kinds.Relation() if field.name == "tenant" and tenancy(model):
            return {}
        case kinds.Relation() if field.inherited:
            return _ancestors(field, model, spec) if field.name == "parent" else {}
        case kinds.Relation():
            return _relation(field, model, spec)
        case kinds.ChoiceSet():
            null = "None" if field.required else None
            options = {"choices": field.class_name, "distinct": "False", "null_value": null}
            return {field.name: call("django_filters.MultipleChoiceFilter", options)}
        case kinds.MACAddress():
            return {field.name: "MultiValueMACAddressFilter()"}
        case kinds.IPAddress() | kinds.Prefix():
            return _network(field, model)
        case kinds.Generic():
            return _generic(field, spec)
    return {}


def _by_model(options: Mapping[str, object], *, branch: bool = False) -> str:
    order = ("field_name", "queryset", "lookup_expr", "distinct", "to_field_name", "label")
    function = "TreeNodeMultipleChoiceFilter" if branch else "django_filters.ModelMultipleChoiceFilter"
    return call(function, {name: options[name] for name in order if name in options})


def _label(text: str, how: str) -> str:
    return translated(f"{words.capitalized(text)} ({how})")


def _relation(field: Relation, model: Model, spec: Spec) -> dict[str, str]:
    many, branch = isinstance(field, kinds.ManyToMany), tree(field.to, spec)
    stem, (by, _) = _stem(field, model), key(field.to, spec)
    said = words.singular(field.label) if many else field.label
    objects = {"queryset": queryset(field.to, spec)}
    single = {} if many or branch else {"distinct": "False"}
    inside = {"field_name": repr(field.name), "lookup_expr": "'in'"} if branch else {}
    named = {"field_name": repr(field.name)} if many else {}
    found = {
        f"{stem}_id": _by_model({**objects, **named, **inside, **single, "label": _label(said, "ID")}, branch=branch)
    }
    if by and not model.has(f"{stem}_{by}"):
        path = inside or {"field_name": repr(f"{field.name}__{by}")}
        options = {**objects, **path, **single, "to_field_name": repr(by), "label": _label(said, by)}
        found[stem] = _by_model(options, branch=branch)
    return found


def _ancestors(field: Relation, model: Model, spec: Spec) -> dict[str, str]:
    """Of a hierarchy: those right below an object, and all that are below it somewhere, as dcim's regions have them."""
    objects = {"queryset": queryset(field.to, spec)}
    branch = {**objects, "field_name": "'parent'", "lookup_expr": "'in'"}
    parent, what = {**objects, "distinct": "False"}, f"parent {model.verbose_name}"
    slug = {"to_field_name": "'slug'"}
    return {
        "parent_id": _by_model({**parent, "label": _label(what, "ID")}),
        "parent": _by_model({**parent, "field_name": "'parent__slug'", **slug, "label": _label(what, "slug")}),
        "ancestor_id": _by_model({**branch, "label": _label(model.verbose_name, "ID")}, branch=True),
        "ancestor": _by_model({**branch, **slug, "label": _label(model.verbose_name, "slug")}, branch=True),
    }


def _network(field: Field, model: Model) -> dict[str, str]:
    method = "filter_address" if isinstance(field, kinds.IPAddress) else "filter_prefix"
    named = {"field_name": repr(field.name)}
    found = {field.name: call("MultiValueCharFilter", method=repr(method), **named, label=translated(field.Label))}
    if not model.has(f"{field.name}_within"):
        said = translated(f"{field.Label} within a prefix")
        found[f"{field.name}_within"] = call(
            "MultiValueCharFilter", method=repr(f"{method}_within"), **named, label=said
        )
    return found


def _generic(field: kinds.Generic, spec: Spec) -> dict[str, str]:
    multiple = "MultiValueContentTypeFilter" if spec.netbox.since("4.6") else "ContentTypeFilter"
    return {field.type_name: call(multiple, label=translated(f"{field.Label} type"))} | {
        f"{field.name}_{words.snake(to.model)}_id": call(
            "MultiValueNumberFilter", method=repr(f"filter_{field.name}"), field_name=repr(to.lower),
            label=_label(f"{field.label}: {label(to, spec)}", "ID"),
        )
        for to in field.to
    }  # fmt: skip


def fields(model: Model) -> tuple[str, ...]:
    """The fields whose filters NetBox makes itself: `Meta.fields`."""
    plain = [field.name for field in model.fields if isinstance(field, _PLAIN) and field.name != "comments"]
    return ("id", *plain, *(field.id_name for field in model.generics))


def search(model: Model, spec: Spec) -> list[str]:
    """The lookups of the search field `q`; none when the base class searches all there is."""
    found = [lookup for field in model.fields if (lookup := _lookup(field))]
    if model.base in {"organizational", "nested"}:
        own = [field for field in model.own_fields if _lookup(field)]
        return found if own else []
    led_to = [lookup for name in model.display for lookup in _through(model.field(name), spec)]
    if not found and not led_to:
        led_to = [lookup for field in model.fields if field.required for lookup in _through(field, spec)]
    return [*found, *led_to]


def _through(field: Field, spec: Spec) -> list[str]:
    """The lookups for what the object is called that a field leads to."""
    if not isinstance(field, kinds.ForeignKey | kinds.OneToOne) or not field.to.own:
        return []
    to = spec.model(field.to.model)
    return [f"{field.name}__{name}__icontains" for name in to.display if isinstance(to.field(name), kinds.Char)]


def _lookup(field: Field) -> str:
    if isinstance(field, kinds.Char | kinds.Text | kinds.Url):
        return f"{field.name}__icontains"
    return f"{field.name}__istartswith" if isinstance(field, kinds.IPAddress | kinds.Prefix) else ""


def _name_in_tests(model: Model) -> str:
    """NetBox's test of filtersets calls models by their verbose names."""
    return model.verbose_name.lower().replace(" ", "_")


def ignore_fields(model: Model, spec: Spec) -> list[str]:
    """What NetBox's test of filtersets looks for under another name, or in vain (utilities/testing/filtersets.py)."""
    known = model_filters(model, spec)
    many = [
        (field.name, _name_in_tests(spec.model(field.to.model)) if field.to.own else words.snake(field.to.model))
        for field in model.relations
        if isinstance(field, kinds.ManyToMany)
    ]
    many += [
        (relation.related_name, _name_in_tests(other))
        for other, relation in spec.children(model)
        if isinstance(relation, kinds.ManyToMany)
    ]
    found = [field.name for field in model.fields if isinstance(field, kinds.Json | kinds.File)]
    found += [name for name, expected in many if f"{expected}_id" not in known]
    return [*found, *(_MPTT if model.base == "nested" and spec.netbox.spans("4.7") else ())]
