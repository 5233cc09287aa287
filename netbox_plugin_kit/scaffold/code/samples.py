"""Values for the tests of a generated plugin: of every kind of field, as source text.

There are two families, which never meet, so that a test can create what its fixtures have not created already: `value`
is the n-th of a few written-out values, `running` is an expression of a factory's running `number`.
"""

from __future__ import annotations

import json
import math
import re

from netbox_plugin_kit.scaffold import kinds, words
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.spec import Comparison, Model, Presence

__all__ = ["cell", "given", "numbered", "ranks", "running", "text", "value", "varying"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHORT = 4
"""Texts of at most so many characters have no room for words."""

_FAR = 500
"""How far the values of tests are from those of factories, where they must differ."""


def ranks(model: Model) -> dict[str, int]:
    """Where a field's values lie on their scale, so that what rules compare compares as they want it."""
    rules = [rule for rule in model.rules if isinstance(rule, Comparison)]
    found = {name: 0 for rule in rules for name in (rule.left, rule.right)}
    for _ in rules:
        for rule in rules:
            low, high = (rule.right, rule.left) if rule.operator.startswith(">") else (rule.left, rule.right)
            found[high] = max(found[high], found[low] + 1)
    return found


def varying(model: Model) -> frozenset[str]:
    """The fields that must differ from object to object."""
    found = {field.name for field in model.fields if field.unique or isinstance(field, kinds.OneToOne | kinds.Generic)}
    if model.base == "nested":
        found |= {"name", "slug"}
    columns = {column: field.name for field in model.generics for column in (field.type_name, field.id_name)}
    for group in model.unique:
        fields = [model.field(columns.get(name, name)) for name in group]
        able = [field for field in fields if not isinstance(field, _FEW | kinds.Relation)]
        able = able or [field for field in fields if isinstance(field, kinds.Relation)]
        if not found & {field.name for field in fields}:
            found |= {field.name for field in able[:1]}
    return frozenset(found | _compared(model, found))


_FEW = kinds.Boolean | kinds.ChoiceSet | kinds.Json | kinds.File


def _compared(model: Model, names: set[str]) -> set[str]:
    """What rules compare with some fields: it has to vary with them."""
    reached = set(names)
    rules = [rule for rule in model.rules if isinstance(rule, Comparison)]
    for _ in rules:
        for rule in rules:
            if {rule.left, rule.right} & reached:
                reached |= {rule.left, rule.right}
    return reached - names


def given(model: Model, *, everything: bool) -> tuple[Field, ...]:
    """The fields to set on an object that its rules accept: only those it needs, or as many as possible.

    The owner is left out: it belongs to NetBox.
    """
    groups = [(rule.rule, _set(model, rule), set(rule.fields)) for rule in model.rules if isinstance(rule, Presence)]
    barred = {name for rule, chosen, names in groups if rule != "at-least-one" for name in names - {chosen}}
    needed = {chosen for rule, chosen, _ in groups if rule != "at-most-one"}
    return tuple(
        field
        for field in model.fields
        if field.name != "owner" and field.name not in barred
        if everything or field.required or field.name in needed
    )


def _set(model: Model, rule: Presence) -> str:
    """The field of a group that has a value: one that can be sent as text, if there is one."""
    sendable = (name for name in rule.fields if not isinstance(model.field(name), kinds.File))
    return next(sendable, rule.fields[0])


def value(model: Model, field: Field, index: int) -> str:  # noqa: PLR0911 - a table of kinds
    """The value of a field that leads nowhere, as Python has it; the index begins at 0."""
    match field:
        case kinds.ChoiceSet():
            choice = _choice(field, index)
            return f"{field.class_name}.{field.prefix}_{choice.constant}"
        case kinds.Decimal():
            return f"Decimal({cell(model, field, index)!r})"
        case kinds.Date() | kinds.DateTime():
            rank = ranks(model).get(field.name, 0)
            day = f"2030, {1 + rank}, {1 + index}"
            return (
                f"date({day})" if isinstance(field, kinds.Date) else f"datetime({day}, 12, 0, tzinfo=ZoneInfo('UTC'))"
            )
        case kinds.IPAddress() | kinds.Prefix():
            return f"IPNetwork({cell(model, field, index)!r})"
        case kinds.Integer():
            return cell(model, field, index)
        case kinds.Boolean():
            return repr(not field.default)
        case kinds.File():
            return f"SimpleUploadedFile({f'{_LETTERS[index].lower()}.txt'!r}, b'Text')"
    return repr(cell(model, field, index))


def text(model: Model, field: Field, index: int) -> str:
    """The same as JSON has it, in Python's spelling."""
    if isinstance(field, kinds.Json):
        return repr(json.loads(cell(model, field, index)))
    if isinstance(field, kinds.Integer | kinds.Boolean | kinds.ChoiceSet | kinds.Decimal):
        return value(model, field, index)
    return repr(cell(model, field, index))


def cell(model: Model, field: Field, index: int) -> str:  # noqa: PLR0911, PLR0912, C901 - a table of kinds
    """The same as a form or a line of CSV has it: the text itself."""
    rank = ranks(model).get(field.name, 0)
    match field:
        case kinds.Slug():
            return f"{model.snake.replace('_', '-')}-{_LETTERS[index].lower()}"[-field.max_length :]
        case kinds.Char() if field.max_length <= _SHORT:
            return _LETTERS[index]
        case kinds.Char() | kinds.Text():
            length = field.max_length if isinstance(field, kinds.Char) else 100
            return f"{_words(model, field)[: length - 2].strip()} {_LETTERS[index]}"
        case kinds.ChoiceSet():
            return _choice(field, index).value
        case kinds.Integer():
            far = _FAR if field.name in varying(model) else 0
            return str(_within(field.min, field.max, index + rank, far))
        case kinds.Decimal():
            return _decimal(model, field, index + rank)
        case kinds.Boolean():
            return repr(not field.default)
        case kinds.Date():
            return f"2030-{1 + rank:02}-{1 + index:02}"
        case kinds.DateTime():
            return f"2030-{1 + rank:02}-{1 + index:02}T12:00:00Z"
        case kinds.Url():
            return f"https://example.org/{_LETTERS[index].lower()}"
        case kinds.IPAddress():
            return f"192.0.2.{index + 1}/24"
        case kinds.Prefix():
            return f"198.51.100.{16 * index}/28"
        case kinds.MACAddress():
            return f"00:00:5E:00:53:{index + 1:02X}"
        case kinds.Json():
            return json.dumps({"key": _LETTERS[index]})
    raise AssertionError(field)


def _words(model: Model, field: Field) -> str:
    label = model.Verbose if field.name == "name" else field.Label
    # It becomes part of CSV, of forms and of f-strings: words are enough.
    return label if re.fullmatch(r"[\w ]+", label) else words.capitalized(words.human(field.name))


def _choice(field: kinds.ChoiceSet, index: int) -> kinds.Choice:
    """Another one than the default first, so that it shows that it was set."""
    others = [choice for choice in field.choices if choice.value != field.default] or list(field.choices)
    return others[index % len(others)]


def _within(least: int | None, most: int | None, step: int, far: int = 0) -> int:
    low = least or min(1, most if most is not None else 1)  # 0 is too easily taken for nothing
    if most is None:
        return low + far + step
    # From the upper end where that is near: factories count from the lower one.
    start = min(low + far, max(low, most - len(_LETTERS))) if far else low
    return low + (start - low + step) % (most - low + 1)


def _decimal(model: Model, field: kinds.Decimal, step: int) -> str:
    room = 10 ** (field.max_digits - field.decimal_places) - 1
    low = math.ceil(field.min) if field.min is not None else min(1, room)
    most = min(room, math.floor(field.max) if field.max is not None else room)
    if most <= low:  # between two whole numbers
        number = (field.min or 0) + (step + 1) / 10**field.decimal_places
    else:
        number = _within(low, most, step, _FAR if field.name in varying(model) else 0)
    return f"{number:.{field.decimal_places}f}"


def running(model: Model, field: Field) -> str:  # noqa: PLR0911, PLR0912, C901 - a table of kinds
    """The value of a field that leads nowhere, as a factory makes it from `number`, which begins at 1."""
    rank, varies = ranks(model).get(field.name, 0), field.name in varying(model)
    match field:
        case kinds.Slug():
            return f"f'{model.snake.replace('_', '-')}-{{number}}'"
        case kinds.Char() if field.max_length <= len(_words(model, field)) + 1 + _SHORT:
            return f"str(number)[-{field.max_length}:]"
        case kinds.Char() | kinds.Text():
            return f"f{f'{_words(model, field)} {{number}}'!r}"
        case kinds.ChoiceSet():
            choice = field.initial or field.choices[0]
            return f"{field.class_name}.{field.prefix}_{choice.constant}"
        case kinds.Integer() if varies:
            return _counting(field.min, field.max, rank)
        case kinds.Decimal() if varies:
            return f"Decimal({_counting(_whole(field.min), _whole(field.max), rank)})"
        case kinds.Integer():
            return str(_within(field.min, field.max, rank))
        case kinds.Decimal():
            return f"Decimal({_decimal(model, field, rank)!r})"
        case kinds.Boolean():
            return repr(bool(field.default))
        case kinds.Date():
            return f"date(2026, {1 + rank}, 1)" + (" + timedelta(days=number)" if varies else "")
        case kinds.DateTime():
            moment = f"datetime(2026, {1 + rank}, 1, tzinfo=ZoneInfo('UTC'))"
            return moment + (" + timedelta(days=number)" if varies else "")
        case kinds.Url():
            return "f'https://example.com/{number}'"
        case kinds.IPAddress():
            return "IPNetwork(f'10.0.{number // 250}.{number % 250 + 1}/16')"
        case kinds.Prefix():
            return "IPNetwork(f'10.{number // 256}.{number % 256}.0/24')"
        case kinds.MACAddress():
            return "f'02:00:00:00:{number // 256:02X}:{number % 256:02X}'"
        case kinds.Json():
            return "{'key': number}"
        case kinds.File():
            return "SimpleUploadedFile(f'{number}.txt', b'Text')"
    raise AssertionError(field)


def numbered(model: Model, fields: tuple[Field, ...]) -> bool:
    """Whether any of these values needs a factory's running number."""
    plain = (field for field in fields if not isinstance(field, kinds.Relation | kinds.Generic))
    return any(re.search(r"\bnumber\b", running(model, field)) for field in plain)


def _whole(number: float | None) -> int | None:
    return None if number is None else math.ceil(number)


def _counting(least: int | None, most: int | None, rank: int) -> str:
    first = (1 if least is None else least) + rank
    plain = "number" if first == 1 else f"number + {first - 1}" if first > 1 else f"number - {1 - first}"
    return plain if most is None else f"{first} + (number - 1) % {most - first + 1}"
