"""What a plugin has in the database, as it was before an upgrade and as it is after it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .boot import Booted
from .objects import models
from .protocol import Finding

__all__ = ["Rows", "compare", "read_rows"]

Rows = dict[str, dict[str, dict[str, Any]]]
"""By model label and primary key: the values of its columns, as JSON has them."""

_ADMINISTRATIVE = {"last_updated", "created"}
"""NetBox writes them by itself whenever an object is saved."""


def read_rows(netbox: Booted) -> Rows:
    """Every row of the plugin's models, many-to-many relations included."""
    return {model._meta.label: dict(_rows(model)) for model in models(netbox)}


def _rows(model: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    many = [field for field in model._meta.many_to_many if field.name != "tags"]
    for instance in model._base_manager.all():
        values = {
            field.attname: _plain(field.value_from_object(instance))
            for field in model._meta.concrete_fields
            if field.name not in _ADMINISTRATIVE
        }
        related = {
            field.name: sorted(getattr(instance, field.name).values_list("pk", flat=True).order_by()) for field in many
        }
        yield str(instance.pk), values | {name: _plain(keys) for name, keys in related.items()}


def _plain(value: Any) -> Any:
    """The value as JSON has it; what JSON has no word for, as text."""
    return json.loads(json.dumps(value, default=str, sort_keys=True))


def compare(before: Rows, after: Rows, culprits: dict[str, str], expected: tuple[str, ...]) -> Iterator[Finding]:
    """What was lost.

    Args:
        before: What there was.
        after: What there is.
        culprits: The file of the migration that took a model (`app.Model`) or a field (`app.Model.field`) away.
        expected: Models and fields, named likewise, that are meant to be gone.
    """
    for label, old in before.items():
        if label in expected or not old:
            continue
        if label not in after:
            yield _lost(f"the model {label} is gone, and {len(old)} objects with it", label, culprits)
            continue
        new = after[label]
        if missing := sorted(set(old) - set(new)):
            message = f"{len(missing)} of {len(old)} objects of {label} are lost: pk {', '.join(missing[:5])}"
            yield _lost(message, label, culprits)
        yield from _compare_values(label, old, new, culprits, expected)


def _compare_values(
    label: str, old: dict[str, Any], new: dict[str, Any], culprits: dict[str, str], expected: tuple[str, ...]
) -> Iterator[Finding]:
    kept = [key for key in old if key in new]
    columns = dict.fromkeys(name for key in kept for name in old[key])
    for column in columns:
        name = f"{label}.{column.removesuffix('_id')}"
        if name in expected:
            continue
        damaged = [key for key in kept if not _survives(column, old[key], new[key])]
        if damaged:
            was, key = old[damaged[0]][column], damaged[0]
            what = "is gone" if column not in new[key] else f"was {was!r}, is {new[key][column]!r}"
            message = f"{name} of {len(damaged)} objects is lost: pk {key} {what}"
            if column not in new[key]:
                message = f"{name} is gone, and its values in {len(damaged)} objects (pk {key}: {was!r})"
            yield _lost(message, name, culprits)


def _survives(column: str, old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Is the value still there: unchanged, or under another name that is new?"""
    was = old[column]
    if was in (None, "", [], {}):
        return True
    if column in new:
        return new[column] == was or str(new[column]) == str(was)
    return any(value == was for name, value in new.items() if name not in old)


def _lost(message: str, name: str, culprits: dict[str, str]) -> Finding:
    app, model = name.split(".")[:2]
    file = culprits.get(name) or culprits.get(f"{app}.{model}") or culprits.get(app)
    fix = (
        "move the values in the migration (RenameField, RenameModel, or RunPython between adding and removing); if "
        f"they are meant to go, say so: upgrade-drops = [{json.dumps(name)}] in [tool.netbox-plugin-kit]"
    )
    return Finding(message, file, fix=fix)
