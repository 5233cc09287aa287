"""What is put on a model: a field, a generic relation, or something else."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.linting.flow import Instance, Ref

__all__ = ["is_field", "is_generic_relation"]


def is_field(change: Change) -> bool:
    """Whether it is a model field, other than a generic relation, which has no column."""
    return any(_names_a_field(path) for path in _classes(change))


def is_generic_relation(change: Change) -> bool:
    """Whether it is a GenericRelation."""
    return any(path.endswith(".GenericRelation") for path in _classes(change))


def _classes(change: Change) -> Iterator[str]:
    for value in change.values():
        if isinstance(value, Ref) and value.path.endswith("()"):
            yield value.path[:-2]
        elif isinstance(value, Instance):
            for ancestor in change.flow.ancestors(value.klass):
                if isinstance(ancestor, Ref):
                    yield ancestor.path


def _names_a_field(path: str) -> bool:
    last = path.rpartition(".")[2]
    return last.endswith(("Field", "ForeignKey")) and "form" not in path and "serializers" not in path
