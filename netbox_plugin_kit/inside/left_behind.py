"""What a plugin left in the database of a NetBox that does not know it any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .protocol import Finding

__all__ = ["Remains", "remains"]


@dataclass(frozen=True)
class Remains:
    """What is left.

    Attributes:
        words: A line for people.
        findings: What is wrong with it, or has to be known.
        types: Models of core that know of objects of whichever model.
    """

    words: str
    findings: list[Finding]
    types: list[Any]


def remains(label: str) -> Remains:
    """Look for what is left of the plugin with an app label."""
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType

    stale = [kind for kind in ContentType.objects.all() if kind.app_label == label]
    tables = _tables()
    counts = {"table": len(tables), "content type": len(stale), **_references(stale)}
    words = ", ".join(f"{number} {_plural(name, number)}" for name, number in counts.items() if number)
    findings = list(_columns())
    if words:
        findings.append(
            Finding(
                f"stays behind when the plugin is removed: {words}",
                severity="info",
                fix="tell users to delete the plugin's objects, which takes journal entries and bookmarks along, and "
                f"to run `manage.py migrate {label} zero` before they remove it, and `manage.py "
                "remove_stale_contenttypes --include-stale-apps` after it",
            )
        )
    known = [model for model in apps.get_models() if any(map(_leads_to_types, _fields(model)))]
    return Remains(f"{words} stay behind" if words else "nothing stays behind", findings, known)


def _plural(name: str, number: int) -> str:
    if number == 1:
        return name
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _tables() -> set[str]:
    from django.apps import apps
    from django.db import connection

    known = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    known |= {"django_migrations"}
    return set(connection.introspection.table_names()) - known


def _references(stale: list[Any]) -> dict[str, int]:
    """Rows of core that are about objects of models that are gone."""
    from django.apps import apps

    counts: dict[str, int] = {}
    keys = [kind.pk for kind in stale]
    for model in apps.get_models():
        for field in _fields(model):
            if not _leads_to_types(field):
                continue
            number = model._base_manager.filter(**{f"{field.name}__in": keys}).count()
            if number:
                counts[str(model._meta.verbose_name)] = number
    return counts


def _fields(model: Any) -> Iterator[Any]:
    yield from model._meta.concrete_fields
    yield from model._meta.many_to_many


def _leads_to_types(field: Any) -> bool:
    related = getattr(field, "related_model", None)
    return getattr(getattr(related, "_meta", None), "label_lower", "") in {
        "contenttypes.contenttype",
        "core.objecttype",
    }


def _columns() -> Iterator[Finding]:
    """Columns of core's tables that core does not know: one that must not be empty keeps every new row out."""
    from django.apps import apps
    from django.db import connection

    known = {
        model._meta.db_table: {field.column for field in model._meta.local_concrete_fields}
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' "
            "FROM information_schema.columns WHERE table_schema = current_schema()"
        )
        rows = cursor.fetchall()
    for table, column, needed in rows:
        if table in known and column not in known[table]:
            effect = ": nothing can be added to it any more" if needed else ""
            yield Finding(
                f"the column {column} that the plugin made in core's table {table} is still there{effect}",
                severity="error" if needed else "warning",
                fix="keep the plugin's data in tables of its own",
            )
