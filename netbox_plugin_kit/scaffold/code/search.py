"""The index of the global search: what is shown beside a hit. What is searched, the models know (`Model.searched`)."""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.spec import Model

__all__ = ["display_attrs"]

_TELLING = (kinds.ForeignKey, kinds.OneToOne, kinds.ChoiceSet, kinds.IPAddress, kinds.Prefix)


def display_attrs(model: Model) -> tuple[str, ...]:
    """The fields that tell objects of one name apart: what they belong to, their state, their description."""
    telling = [field.name for field in model.fields if isinstance(field, _TELLING) and field.name != "owner"]
    description = ["description"] if model.has("description") else []
    return tuple(name for name in dict.fromkeys([*telling, *description]) if name not in model.display)
