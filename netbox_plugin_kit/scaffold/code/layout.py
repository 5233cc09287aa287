"""Which of a model's fields stand together in a form, and in what order."""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.targets import tenancy, title
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.spec import Model

__all__ = ["groups", "ordered"]

_LAST = ("description", "owner", "comments")
_FEW = 2
"""So many fields of a kind are a group of their own."""


def ordered(model: Model) -> list[Field]:
    """As NetBox lists fields: a model's own, then those that every model has."""
    last = [*(["tenant"] if tenancy(model) else []), *_LAST]
    tail = [model.field(name) for name in last if model.has(name)]
    return [*(field for field in model.fields if field not in tail), *tail]


def groups(model: Model) -> list[tuple[str, list[Field]]]:
    """The groups of a form with their titles: what an object is first, then what else is known of it.

    Tenant, owner and comments are left out: NetBox shows them in places of their own.
    """
    main = [field for field in ordered(model) if not _apart(field, model)]
    parts: list[tuple[str, list[Field]]] = []
    for field in model.generics:
        main.remove(field)
        parts.append((title(field.label), [field]))
    candidates: tuple[tuple[str, int, list[Field]], ...] = (
        ("Relations", _FEW, [field for field in main if _is_optional_relation(field)]),
        ("Dates", _FEW, [field for field in main if isinstance(field, kinds.Date | kinds.DateTime)]),
        ("Details", 1, [field for field in main if isinstance(field, kinds.Text | kinds.Json | kinds.File)]),
    )
    for name, few, members in candidates:
        if few <= len(members) < len(main):
            main = [field for field in main if field not in members]
            parts.append((name, members))
    return [(title(model.verbose_name), main), *parts]


def _is_optional_relation(field: Field) -> bool:
    return isinstance(field, kinds.Relation) and not field.required and not field.inherited


def _apart(field: Field, model: Model) -> bool:
    if field.name == "comments" and isinstance(field, kinds.Text):
        return True
    return (field.inherited and field.name == "owner") or (field.name == "tenant" and tenancy(model))
