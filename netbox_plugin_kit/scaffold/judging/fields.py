"""Fields: their names, limits, defaults and choices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from netbox_plugin_kit.scaffold import kinds, names
from netbox_plugin_kit.scaffold.judging.project import objection
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.problems import Path, Problem, alternatives, quoted
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["problems", "unsuitable"]

_LONGEST_CHOICE = 50
_CHOICE = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")
_LARGEST_INTEGER = 2**31


def problems(spec: Spec) -> Iterator[Problem]:
    """Every field of every model, and the choice sets together."""
    for model in spec.models:
        for field in model.own_fields:
            path = ("models", model.name, "fields", field.name)
            if refusal := names.field_name(field.name, base=model.base):
                yield Problem(path, objection(refusal))
            yield from _limits(field, path)
            if isinstance(field, kinds.ChoiceSet):
                yield from _choices(field, path)
            elif field.default is not None and (reason := unsuitable(field, field.default)):
                yield Problem((*path, "default"), reason)
        yield from _columns(model)
    yield from _classes(spec)


def unsuitable(field: Field, value: object) -> str | None:
    """Why a field cannot have a value; None if it can."""
    if value is None:
        empty = isinstance(field, kinds.ManyToMany | kinds.Boolean) or field.required
        return f"`{field.name}` must have a value" if empty else None
    reason: str | None = f"a {field.type} field can only be emptied here (null)"
    match field:
        case kinds.ChoiceSet():
            known = [choice.value for choice in field.choices]
            wrong = f"{quoted(value)} is no choice of it; {alternatives(str(value), known)}"
            reason = None if value in known else wrong
        case kinds.Boolean():
            reason = None if isinstance(value, bool) else f"is {quoted(value)}; it must be true or false"
        case kinds.Integer() | kinds.Decimal():
            reason = _not_a_number(field, value)
        case kinds.Char() | kinds.Text() | kinds.Url():
            reason = _not_a_text(field, value)
        case kinds.Json():
            reason = None if value == {} else f"is {quoted(value)}; it must be {{}}"
    return reason


def _not_a_text(field: Field, value: object) -> str | None:
    if not isinstance(value, str):
        return f"is {quoted(value)}; it must be a text"
    longest = field.max_length if isinstance(field, kinds.Char) else 200 if isinstance(field, kinds.Url) else len(value)
    if isinstance(field, kinds.Slug) and not re.fullmatch(r"[A-Za-z0-9_-]+", value):
        return f"is {quoted(value)}; it must be made of letters, digits, `-` and `_`"
    return f"is longer than the {longest} characters that `{field.name}` takes" if len(value) > longest else None


def _not_a_number(field: kinds.Integer | kinds.Decimal, value: object) -> str | None:
    allowed = int if isinstance(field, kinds.Integer) else (int, float)
    if isinstance(value, bool) or not isinstance(value, allowed):
        return f"is {quoted(value)}; it must be a {'whole ' if allowed is int else ''}number"
    number = Decimal(str(value))
    if field.min is not None and number < Decimal(str(field.min)):
        return f"is {value}, less than `min`, {field.min}"
    if field.max is not None and number > Decimal(str(field.max)):
        return f"is {value}, more than `max`, {field.max}"
    if isinstance(field, kinds.Decimal):
        return _does_not_fit(field, number)
    return None if -_LARGEST_INTEGER <= number < _LARGEST_INTEGER else f"is {value}, beyond what PostgreSQL keeps"


def _does_not_fit(field: kinds.Decimal, number: Decimal) -> str | None:
    if abs(number) >= Decimal(10) ** max(field.max_digits - field.decimal_places, 0):
        return f"is {number}, which has more digits than `max_digits` and `decimal_places` leave before the point"
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > field.decimal_places:
        return f"is {number}, which has more than {field.decimal_places} places (`decimal_places`)"
    return None


def _limits(field: Field, path: Path) -> Iterator[Problem]:
    if isinstance(field, kinds.Decimal) and field.decimal_places > field.max_digits:
        message = f"is {field.decimal_places}, more than all digits (`max_digits`: {field.max_digits})"
        yield Problem((*path, "decimal_places"), message)
        return
    if isinstance(field, kinds.Integer | kinds.Decimal):
        if field.min is not None and field.max is not None and field.min > field.max:
            yield Problem((*path, "min"), f"is {field.min}, more than `max`, {field.max}")
        if isinstance(field, kinds.Decimal):
            for key, limit in (("min", field.min), ("max", field.max)):
                if limit is not None and (reason := _does_not_fit(field, Decimal(str(limit)))):
                    yield Problem((*path, key), reason)


def _choices(field: kinds.ChoiceSet, path: Path) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for choice in field.choices:
        where = (*path, "choices", choice.value)
        if not _CHOICE.fullmatch(choice.value) or choice.value.lower() == "null":
            shape = "letters and digits, with `-`, `_` or `.` between them, and not `null`"
            yield Problem(where, f"{quoted(choice.value)} cannot be a value of a choice, which has {shape}")
        elif len(choice.value) > _LONGEST_CHOICE:
            yield Problem(where, f"{quoted(choice.value)} is longer than {_LONGEST_CHOICE} characters")
        else:
            # Its constant in Python, and its name in GraphQL (utilities/string.py).
            for name in {choice.constant, re.sub(r"[^_A-Z0-9]", "_", choice.value.upper())}:
                if seen.setdefault(name, choice.value) != choice.value:
                    message = (
                        f"`{seen[name]}` and `{choice.value}` would both be {name} in Python or GraphQL; rename one"
                    )
                    yield Problem(where, message)
                    break
    if field.default is not None and (reason := unsuitable(field, field.default)):
        yield Problem((*path, "default"), reason)


def _columns(model: Model) -> Iterator[Problem]:
    """Relations have columns of their own, which are attributes, filters and keys of the API."""
    known = {field.name for field in model.fields}
    for field in (*model.relations, *model.generics):
        extra = {f"{field.name}_id"}
        if isinstance(field, kinds.Generic):
            extra |= {field.type_name, f"{field.type_name}_id"}
        for name in sorted(extra & known):
            message = f"`{field.name}` is a relation with a column `{name}` of its own; rename one of them"
            yield Problem(("models", model.name, "fields", name), message)


def _classes(spec: Spec) -> Iterator[Problem]:
    counted = Counter(field.class_name for field in spec.choice_sets)
    models = {model.name for model in spec.models}
    for model in spec.models:
        for field in model.own_fields:
            if not isinstance(field, kinds.ChoiceSet):
                continue
            path, name = ("models", model.name, "fields", field.name), field.class_name
            if refusal := names.choice_set_name(name):
                yield Problem(path, f"its choice set: {refusal.reason}; rename the field")
            elif counted[name] > 1 or name in models:
                yield Problem(path, f"its choice set would be `{name}`, as another one; rename the field")
