"""The GraphQL API: types, and filters that read the same on every release of the range."""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code import core
from netbox_plugin_kit.scaffold.kinds import Field, Generic, Reference, Relation
from netbox_plugin_kit.scaffold.releases import Range
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = [
    "all_core", "enum", "excluded", "filter_base", "filter_fields", "filters_strings", "generics", "type_bases",
    "type_fields",
]  # fmt: skip

_STRINGS = (kinds.Char, kinds.Text, kinds.Url, kinds.IPAddress, kinds.Prefix, kinds.MACAddress)

_LOOKUPS: dict[type[Field], str] = {
    kinds.Integer: "IntegerLookup",
    kinds.Decimal: "FloatLookup",
    kinds.Boolean: "BaseFilterLookup[bool]",  # of what `FilterLookup` offers, booleans know only this
    kinds.Json: "JSONFilter",
}


def type_bases(model: Model, netbox: Range) -> str:
    """The base classes of a model's type; NetBox's own restrict what is shown to what its user may see."""
    kind = {"nested": "NestedLtreeGroup" if netbox.since("4.7") else "NestedGroup", "netbox": "NetBox"}
    name = f"{kind.get(model.base, model.base.capitalize())}ObjectType"
    mixins = [("ContactsMixin", model.contacts), ("ImageAttachmentsMixin", model.images)]
    return ", ".join([*(mixin for mixin, wanted in mixins if wanted), name])


def excluded(model: Model, netbox: Range) -> list[str]:
    """The columns a type does not show: those behind a relation that it shows itself, or must not show."""
    names = [name for field in model.generics for name in (field.type_name, field.id_name)]
    names += [field.name for field in model.relations if not _known(field.to)]
    if model.base == "nested" and netbox.since("4.7"):
        names += ["path", "sort_path"]
    return names


def type_fields(model: Model, spec: Spec) -> list[tuple[str, str]]:
    """The annotations of a type: every relation, there and back, and what Strawberry does not know by itself.

    A single object is optional even where the model requires it: its reader may not see it.
    """
    found: list[tuple[str, str]] = []
    for field in model.fields:
        match field:
            case Relation() if (field.inherited and not field.to.own) or not _known(field.to):
                continue
            case kinds.ManyToMany():
                found.append((field.name, f"list[{_type(field.to)}]"))
            case Relation():
                found.append((field.name, f"{_type(field.to)} | None"))
            case kinds.IPAddress() | kinds.Prefix() | kinds.MACAddress():
                found.append((field.name, "str" if field.required else "str | None"))
            case kinds.File():
                found.append((field.name, "strawberry_django.DjangoFileType | None"))
    for other, relation in spec.children(model):
        if relation.related_name == "+":
            continue
        back = _type(Reference(spec.package, other.name, own=True))
        single = isinstance(relation, kinds.OneToOne)
        found.append((relation.related_name, f"{back} | None" if single else f"list[{back}]"))
    return found


def generics(model: Model) -> list[tuple[Generic, str]]:
    """A model's generic relations, each with what it leads to: one of several types."""
    found = [(field, _union(model, field)) for field in model.generics]
    return [(field, source) for field, source in found if source]


def _union(model: Model, field: Generic) -> str:
    types = [_type(to) for to in field.to if _known(to)]
    if len(types) < 2:  # noqa: PLR2004 - a union of one is that one
        return f"{types[0]} | None" if types else ""
    name = f"{model.name}{''.join(word.capitalize() for word in field.name.split('_'))}Type"
    return f"Annotated[{' | '.join(types)}, strawberry.union({name!r})] | None"


def all_core(spec: Spec, module: str) -> list[tuple[str, str]]:
    """What type checkers must find of core's: the modules and names that annotations mention."""
    name = core.graphql_type if module == "types" else core.graphql_filter
    generics = module == "types"
    found = set()
    for model in spec.models:
        targets = [relation.to for relation in model.relations if not (relation.inherited and not relation.to.own)]
        targets += [to for field in model.generics for to in field.to if generics]
        found |= {(core.graphql_module(to, module), name(to)) for to in targets if not to.own and name(to)}
    if module == "filters" and any(model.generics for model in spec.models):
        found.add(("core.graphql.filters", "ContentTypeFilter"))
    return sorted(found)


def filter_base(model: Model, netbox: Range) -> str:
    """The base class of a model's filter; they were renamed and moved in 4.5."""
    return f"{model.prefix}Filter" if netbox.reaches("4.5") else f"{model.prefix}FilterMixin"


def filters_strings(spec: Spec) -> bool:
    """Whether there is a filter of text."""
    return any(isinstance(field, _STRINGS) and not field.inherited for model in spec.models for field in model.fields)


def filter_fields(model: Model, spec: Spec) -> list[tuple[str, str]]:
    """The annotations of a filter, without `| None`."""
    found: list[tuple[str, str]] = []
    for field in model.fields:
        if field.inherited and field.name != "parent":
            continue
        if isinstance(field, Relation):
            found += _relation_filters(field)
        elif isinstance(field, Generic):
            content_type = "Annotated['ContentTypeFilter', strawberry.lazy('core.graphql.filters')]"
            found += [(field.type_name, content_type), (field.id_name, "ID")]
        elif source := _lookup(field, spec.netbox):
            found.append((field.name, source))
    return found


def _relation_filters(field: Relation) -> list[tuple[str, str]]:
    found = []
    if name := core.graphql_filter(field.to) if not field.to.own else f"{field.to.model}Filter":
        module = core.graphql_module(field.to, "filters")
        found.append((field.name, f"Annotated[{name!r}, strawberry.lazy({module!r})]"))
    if not isinstance(field, kinds.ManyToMany) and not field.inherited:
        found.append((f"{field.name}_id", "ID"))
    return found


def _lookup(field: Field, netbox: Range) -> str:
    if isinstance(field, _STRINGS):
        return "StrFilterLookup" if netbox.reaches("4.5") else "FilterLookup[str]"
    if isinstance(field, kinds.ChoiceSet):
        return f"BaseFilterLookup[{enum(field)}]"
    if isinstance(field, kinds.Date | kinds.DateTime):
        moment = "date" if isinstance(field, kinds.Date) else "datetime"
        return f"{moment.capitalize()}FilterLookup" + ("" if netbox.since("4.7") else f"[datetime.{moment}]")
    return _LOOKUPS.get(type(field), "")


def enum(field: kinds.ChoiceSet) -> str:
    """The name of a choice set's enumeration, which is what NetBox's `as_enum()` calls it."""
    return f"{field.class_name.removesuffix('Choices')}Enum"


def _known(to: Reference) -> bool:
    return to.own or bool(core.graphql_type(to))


def _type(to: Reference) -> str:
    name = f"{to.model}Type" if to.own else core.graphql_type(to)
    return f"Annotated[{name!r}, strawberry.lazy({core.graphql_module(to, 'types')!r})]"
