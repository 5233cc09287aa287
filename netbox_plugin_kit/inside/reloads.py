"""Django's migration states, kept up to date model by model instead of all models at once.

While migrations run, Django keeps classes for all models as they were at that point. Whenever an operation touches a
relation, it makes anew the classes of every model that is related in any number of steps, and under NetBox, where
nearly everything has tags and an owner, that is all of them: nine tenths of the time that NetBox's migrations take.

Django has a cheaper way of its own for operations without relations (`delay=True`): only the neighbours are made anew,
the state is marked as delayed, and RunPython, the one operation that may look at any model, has all classes made afresh
before it starts (django/db/migrations/operations/special.py). Here that way is taken for every operation, and
"neighbours" are those that point to the model, or to a key that points to it: the ones it points to do not change.

`benchmarks/migrations.py` holds the results of both ways side by side: the same schema, the same rows.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

__all__ = ["narrow_reloads", "needs_all_models"]


@contextlib.contextmanager
def narrow_reloads() -> Iterator[None]:
    """Within the block, an operation has only the model it changes, and those that point to it, made anew."""
    from django.db.migrations.state import ProjectState

    wide = ProjectState._find_reload_model

    def narrow(state: Any, app_label: str, model_name: str, delay: bool = False) -> set[tuple[str, str]]:  # noqa: ARG001
        state.is_delayed = True
        return {(app_label, model_name)} | _pointing_to(state.apps, app_label, model_name)

    ProjectState._find_reload_model = narrow
    try:
        yield
    finally:
        ProjectState._find_reload_model = wide


def needs_all_models(operation: Any) -> bool:
    """May this operation look at models other than those it names, which then must not be narrowly kept ones?"""
    from django.db.migrations import RunPython

    inner = getattr(operation, "database_operations", None)
    if inner is not None:
        return any(needs_all_models(one) for one in inner)
    return isinstance(operation, RunPython) or not type(operation).__module__.startswith("django.")


def _pointing_to(apps: Any, app_label: str, model_name: str) -> set[tuple[str, str]]:
    """Models with a relation to this one, and its children.

    Where what a relation leads to is a relation itself (a key that is a OneToOneField), its type follows, and so on.
    """
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:  # it has no class yet, so nothing points to it
        return set()
    found: dict[tuple[str, str], Any] = {}
    waiting = [*(relation.related_model for relation in _relations_to(model)), *model.__subclasses__()]
    while waiting:
        other = waiting.pop()
        meta = getattr(other, "_meta", None)
        if meta is None or meta.abstract or (meta.app_label, meta.model_name) in found:
            continue
        found[meta.app_label, meta.model_name] = other
        waiting += [relation.related_model for relation in _relations_to(other) if _leads_to_relation(relation)]
        waiting += other.__subclasses__()
    return set(found)


def _relations_to(model: Any) -> list[Any]:
    fields = model._meta.get_fields(include_hidden=True)
    return [field for field in fields if field.is_relation and field.auto_created and not field.concrete]


def _leads_to_relation(relation: Any) -> bool:
    return any(field.is_relation for field in getattr(relation.field, "foreign_related_fields", ()))
