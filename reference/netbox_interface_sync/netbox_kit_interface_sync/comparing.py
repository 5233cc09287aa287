"""
What differs between the components of a device and the templates of its type.

Nothing here knows NetBox: rows go in, differences come out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

__all__ = ('Difference', 'Differing', 'FieldChange', 'Missing', 'Rename', 'Row', 'Surplus', 'compare', 'natural_key')


@dataclass(frozen=True)
class Row:
    """
    A component, or a template, and the values that are compared. Whoever asks may not see all of them.
    """

    pk: int
    name: str
    values: Mapping[str, Any]
    visible: bool = True


@dataclass(frozen=True)
class FieldChange:
    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Difference:
    component: Row | None = None
    template: Row | None = None
    changes: tuple[FieldChange, ...] = ()

    type: ClassVar[str]
    actions: ClassVar[tuple[str, ...]]

    @property
    def rows(self):
        return tuple(row for row in (self.component, self.template) if row is not None)

    @property
    def name(self):
        return self.rows[0].name


@dataclass(frozen=True)
class Missing(Difference):
    """
    The type has a template, the device has nothing of this name.
    """

    type = 'missing'
    actions = ('add',)


@dataclass(frozen=True)
class Surplus(Difference):
    """
    The device has a component, its type has no template of this name.
    """

    type = 'surplus'
    actions = ('remove',)


@dataclass(frozen=True)
class Differing(Difference):
    """
    Both have the name, and at least one other value is not the same.
    """

    type = 'differing'
    actions = ('update',)


@dataclass(frozen=True)
class Rename(Difference):
    """
    What is surplus and what is missing have different names and nothing else; either reading of it can be chosen.
    """

    type = 'rename'
    actions = ('rename', 'add', 'remove')


def compare(templates: Iterable[Row], components: Iterable[Row]) -> list[Difference]:
    """
    Return what would have to change for the components to be what the templates say, in natural order of the names.
    """
    wanted = {row.name: row for row in templates}
    found = {row.name: row for row in components}

    differences = [
        Differing(found[name], wanted[name], changes)
        for name in wanted.keys() & found.keys()
        if (changes := _changes(found[name], wanted[name]))
    ]
    missing = [wanted[name] for name in wanted.keys() - found.keys()]
    surplus = [found[name] for name in found.keys() - wanted.keys()]
    renames = _renames(missing, surplus)
    renamed = {id(row) for rename in renames for row in rename.rows}
    differences += renames
    differences += [Missing(template=row) for row in missing if id(row) not in renamed]
    differences += [Surplus(component=row) for row in surplus if id(row) not in renamed]
    return sorted(differences, key=lambda difference: natural_key(difference.name))


def natural_key(name):
    """
    Return a key that sorts Ethernet2 before Ethernet10.
    """
    parts = re.split(r'(\d+)', name)
    return [(0, int(part), '') if part.isdecimal() else (1, 0, part.casefold()) for part in parts if part], name


def _changes(component, template):
    return tuple(
        FieldChange(field, component.values[field], new)
        for field, new in template.values.items()
        if _normal(component.values[field]) != _normal(new)
    )


def _normal(value):
    """
    Return None for an empty text: some columns have one, some the other, and both say "nothing".
    """
    return None if value == '' else value


def _renames(missing, surplus):
    """
    Pair rows with the same values, in natural order. Where one side has more of them, nobody knows which belong together.
    """
    groups = defaultdict(lambda: ([], []))
    for side, rows in enumerate((missing, surplus)):
        for row in sorted(rows, key=lambda row: natural_key(row.name)):
            groups[tuple((field, _normal(value)) for field, value in row.values.items())][side].append(row)
    return [
        Rename(component, template)
        for templates, components in groups.values()
        if len(templates) == len(components)
        for template, component in zip(templates, components, strict=True)
    ]
