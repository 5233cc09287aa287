"""Django's migration states, kept up to date model by model instead of all models at once.

While migrations run, Django keeps classes for all models as they were at that point. Whenever an operation touches a
relation, it makes anew the classes of every model that is related in any number of steps, and under NetBox, where
nearly everything has tags and an owner, that is all of them: nine tenths of the time that NetBox's migrations take.

Django has a cheaper way of its own for operations without relations (`delay=True`): only the neighbours are made anew,
the state is marked as delayed, and RunPython, the one operation that may look at any model, has all classes made afresh
before it starts (django/db/migrations/operations/special.py). Here that way is taken for every operation, and
"neighbours" are those that point to the model: the ones it points to do not change by it.

`benchmarks/migrations.py` holds the results of both ways side by side: the same schema, the same rows.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

__all__ = ["narrow_reloads"]


@contextlib.contextmanager
def narrow_reloads() -> Iterator[None]:
    """Within the block, an operation has only the model it changes, and those that point to it, made anew."""
    from django.db.migrations.state import ProjectState

    wide = ProjectState._find_reload_model  # noqa: SLF001 - the one place where Django decides this

    def narrow(state: Any, app_label: str, model_name: str, delay: bool = False) -> set[tuple[str, str]]:  # noqa: ARG001
        state.is_delayed = True
        return {(app_label, model_name)} | _pointing_to(state.apps, app_label, model_name)

    ProjectState._find_reload_model = narrow  # noqa: SLF001
    try:
        yield
    finally:
        ProjectState._find_reload_model = wide  # noqa: SLF001


def _pointing_to(apps: Any, app_label: str, model_name: str) -> set[tuple[str, str]]:
    """Models with a relation to this one, and its children."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:  # it has no class yet, so nothing points to it
        return set()
    fields = model._meta.get_fields(include_hidden=True)  # noqa: SLF001 - Django's documented model API
    related = [
        field.related_model for field in fields if field.is_relation and field.auto_created and not field.concrete
    ]
    found = [other._meta for other in (*related, *model.__subclasses__()) if hasattr(other, "_meta")]  # noqa: SLF001
    return {(meta.app_label, meta.model_name) for meta in found if not meta.abstract}
