"""Names of models: what they are called from core's models, and what they are called in the database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .claims import Claim, Namespace, Owners

__all__ = ["claims"]

_REFUSED = "Django's system checks refuse both ({code}), and with them every management command, migrate included"
ACCESSOR = Namespace(
    "reverse accessor", _REFUSED.format(code="fields.E304"),
    fix='give the field related_name="%(app_label)s_%(class)ss", or "+" if nobody needs the way back',
)  # fmt: skip
QUERY_NAME = Namespace(
    "name of a reverse relation in queries", "filter() and its like follow one of them, and Django does not say which",
    fix='give the field related_query_name="%(app_label)s_%(class)s"',
)  # fmt: skip
TABLE = Namespace("database table", _REFUSED.format(code="models.E028"), fix="leave out Meta.db_table")
INDEX = Namespace("database index", _REFUSED.format(code="models.E030"), fix="begin its name with %(app_label)s")
CONSTRAINT = Namespace(
    "constraint", _REFUSED.format(code="models.E032"), fix="begin its name with %(app_label)s_%(class)s"
)


def claims(owners: Owners) -> Iterator[Claim]:
    """Everything that the models of the plugins are called by others."""
    for owner, app in owners.apps():
        for model in app.get_models(include_auto_created=True):
            meta = model._meta
            if meta.managed and not meta.proxy:
                yield Claim(TABLE, meta.db_table, owner, model)
                yield from (Claim(INDEX, index.name, owner, model) for index in meta.indexes)
                yield from (Claim(CONSTRAINT, constraint.name, owner, model) for constraint in meta.constraints)
            for field in [*meta.local_fields, *meta.local_many_to_many]:
                yield from _ways_back(owner, owners, model, field)


def _ways_back(owner: str, owners: Owners, model: Any, field: Any) -> Iterator[Claim]:
    remote = field.remote_field
    target: Any = getattr(remote, "model", None)
    if remote is None or not hasattr(target, "_meta") or owners.of_class(target) == owner:
        return
    about = f"{model._meta.label}.{field.name}"
    label = target._meta.label
    # "+" at the end says that there is no way back; `hidden` is also true of tags, which have one.
    if (accessor := remote.get_accessor_name()) and not accessor.endswith("+"):
        yield Claim(ACCESSOR, f"{label}.{accessor}", owner, model, about)
    # Names that follow from the model's name or related_name are the accessor's, told already.
    if remote.related_query_name:
        yield Claim(QUERY_NAME, f"{label}.{field.related_query_name()}", owner, model, about)
