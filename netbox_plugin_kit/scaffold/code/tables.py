"""Tables: the columns of lists of objects."""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.layout import ordered
from netbox_plugin_kit.scaffold.code.source import call, translated
from netbox_plugin_kit.scaffold.code.targets import tenancy
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.spec import Model

__all__ = ["base", "bases", "columns", "default_columns", "fields"]

_COLUMNS: dict[type[Field], tuple[str, dict[str, str]]] = {
    kinds.ChoiceSet: ("columns.ChoiceFieldColumn", {}),
    kinds.Boolean: ("columns.BooleanColumn", {}),
    kinds.Json: ("columns.TemplateColumn", {"template_code": "'{% if value %}{{ value|json }}{% endif %}'"}),
    kinds.ForeignKey: ("tables.Column", {"linkify": "True"}),
    kinds.OneToOne: ("tables.Column", {"linkify": "True"}),
    kinds.ManyToMany: ("columns.ManyToManyColumn", {"linkify_item": "True"}),
}
"""Columns of other kinds are what django-tables2 and NetBox make of the model's field."""


def base(model: Model) -> str:
    """NetBox's table for such models."""
    return "NetBoxTable" if model.base == "netbox" else f"{model.prefix}Table"


def bases(model: Model) -> list[str]:
    """The base classes of a table, most special first."""
    mixins = [("TenancyColumnsMixin", tenancy(model)), ("ContactsColumnMixin", model.contacts)]
    return [*(name for name, wanted in mixins if wanted), base(model)]


def columns(model: Model) -> dict[str, str]:
    """The columns that a table defines, by name."""
    found: dict[str, str] = {}
    for field in model.fields:
        if not _from_base(field, model):
            found.update(_columns(field, model))
    return found


def _from_base(field: Field, model: Model) -> bool:
    """Whether NetBox's table or mixin brings the column along."""
    if field.name == "tenant" and tenancy(model):
        return True
    return field.inherited and (field.name in {"owner", "comments"} or model.base == "nested")


def _columns(field: Field, model: Model) -> dict[str, str]:
    named = {"verbose_name": translated(field.Label)}
    if isinstance(field, kinds.Generic):
        kind = call("columns.ContentTypeColumn", verbose_name=translated(f"{field.Label} type"))
        return {
            field.type_name: kind,
            field.name: call("tables.Column", {**named, "linkify": "True", "orderable": "False"}),
        }
    if type(field) in _COLUMNS:
        function, options = _COLUMNS[type(field)]
        return {field.name: call(function, {**named, **options})}
    if isinstance(field, kinds.Text) and field.markdown:
        return {field.name: call("columns.MarkdownColumn", named)}
    if field.name == _link(model):
        return {field.name: call("tables.Column", {**named, "linkify": "True"})}
    return {}


def _link(model: Model) -> str:
    """The column that leads to the object: what it is called first, unless that leads elsewhere already."""
    plain = (kinds.Char, kinds.Integer, kinds.Date, kinds.DateTime, kinds.IPAddress, kinds.Prefix, kinds.MACAddress)
    first = model.field(model.display[0]) if model.display else None
    return first.name if isinstance(first, plain) else ""


def fields(model: Model) -> tuple[str, ...]:
    """All columns in order: `Meta.fields`."""
    found = ["pk", "id"]
    for field in ordered(model):
        found += [field.type_name, field.name] if isinstance(field, kinds.Generic) else [field.name]
        found += ["tenant_group"] if field.name == "tenant" and tenancy(model) else []
    return (*found, *(["contacts"] if model.contacts else []), "tags", "created", "last_updated", "actions")


def default_columns(model: Model) -> tuple[str, ...]:
    """The columns shown until somebody chooses others; by its ID an object can always be reached."""
    shown = [field for field in ordered(model) if field.column]
    found = ["pk"] if any(field.name == _link(model) for field in shown) else ["pk", "id"]
    for field in shown:
        found += [field.type_name, field.name] if isinstance(field, kinds.Generic) else [field.name]
    return tuple(found)
