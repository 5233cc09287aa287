"""Rules between fields, and settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.scaffold import kinds, names
from netbox_plugin_kit.scaffold.judging.project import objection
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.problems import Path, Problem, alternatives, quoted
from netbox_plugin_kit.scaffold.spec import Comparison, Model, Presence, Setting, Spec

__all__ = ["problems"]

_SORTED = ({"integer", "decimal"}, {"date"}, {"datetime"})
_EQUAL = (
    *_SORTED, {"char", "slug", "text"}, {"url"}, {"ip-address"}, {"ip-prefix"}, {"mac-address"},
    {"foreign-key", "one-to-one"},
)  # fmt: skip
_TYPES = {
    "text": (str, "a text"), "url": (str, "an address"), "integer": (int, "a whole number"),
    "boolean": (bool, "true or false"), "list": (list, "a list"), "mapping": (dict, "a mapping"),
}  # fmt: skip


def problems(spec: Spec) -> Iterator[Problem]:
    """All rules of all models, and all settings."""
    for model in spec.models:
        known = {field.name: field for field in model.fields}
        for place, rule in enumerate(model.rules):
            path = ("models", model.name, "validation", place)
            listed = (rule.left, rule.right) if isinstance(rule, Comparison) else rule.fields
            unknown = next((name for name in listed if name not in known), None)
            if unknown is not None:
                message = f"{quoted(unknown)} is no field of the model; {alternatives(unknown, known)}"
                yield Problem(path, message)
            elif isinstance(rule, Comparison):
                yield from _comparison(rule, known[rule.left], known[rule.right], path)
                if any({rule.left, rule.right} <= set(alone) for alone in _alternatives(model)):
                    message = f"only one of `{rule.left}` and `{rule.right}` may have a value; leave the comparison out"
                    yield Problem(path, message)
            else:
                yield from _presence(rule, [known[name] for name in rule.fields], path)
    for setting in spec.settings:
        yield from _setting(setting)


def _alternatives(model: Model) -> Iterator[tuple[str, ...]]:
    """The fields of which no two may have a value."""
    yield from (rule.fields for rule in model.rules if isinstance(rule, Presence) and rule.rule != "at-least-one")


def _comparison(rule: Comparison, left: Field, right: Field, path: Path) -> Iterator[Problem]:
    pair = f"`{left.name}` ({left.type}) and `{right.name}` ({right.type})"
    if left is right:
        yield Problem(path, f"`{left.name}` is compared with itself")
    elif not any({left.type, right.type} <= group for group in (_EQUAL if rule.operator == "!=" else _SORTED)):
        allowed = "fields of one kind" if rule.operator == "!=" else "numbers with numbers, dates with dates"
        yield Problem(path, f"{pair} cannot be compared with {rule.operator}; compare {allowed}")
    elif isinstance(left, kinds.Relation) and isinstance(right, kinds.Relation) and left.to != right.to:
        yield Problem(path, f"{pair} lead to different models, so they always differ; leave the rule out")


def _presence(rule: Presence, fields: list[Field], path: Path) -> Iterator[Problem]:
    for field in fields:
        if isinstance(field, kinds.Boolean):
            yield Problem(
                path, f"`{field.name}` is a boolean, which always has a value; {rule.rule} is for other fields"
            )
        elif isinstance(field, kinds.ManyToMany):
            yield Problem(
                path, f"`{field.name}` is many-to-many, which is empty until its object is saved; leave it out"
            )
        elif field.required:
            yield Problem(path, f"`{field.name}` must always have a value; give it `required: false`")


def _setting(setting: Setting) -> Iterator[Problem]:
    path = ("settings", setting.name)
    if refusal := names.setting_name(setting.name):
        yield Problem(path, objection(refusal))
    if setting.required and setting.default is not None:
        yield Problem(
            (*path, "default"), "a required setting is never without a value; leave `default` or `required` out"
        )
    elif setting.default is not None and (reason := _wrong(setting, setting.default)):
        yield Problem((*path, "default"), reason)
    elif setting.default is not None and setting.choices and setting.default not in setting.choices:
        known = ", ".join(map(str, setting.choices))
        yield Problem((*path, "default"), f"{quoted(setting.default)} is none of the choices; there are {known}")
    if setting.choices and setting.type not in {"text", "integer"}:
        yield Problem((*path, "choices"), f"a setting of type {setting.type} has no choices; leave them out")
        return
    for place, choice in enumerate(setting.choices):
        if reason := _wrong(setting, choice):
            yield Problem((*path, "choices", place), reason)


def _wrong(setting: Setting, value: object) -> str | None:
    expected, words = _TYPES[setting.type]
    right = isinstance(value, expected) and (expected is not int or not isinstance(value, bool))
    if right and setting.type == "url":
        right = re.fullmatch(r"[a-z][a-z0-9+.-]*://[^\s\"'<>\\{}|^`]+", str(value)) is not None
    if right and setting.type == "text":
        right = str(value).isprintable()
    return None if right else f"is {quoted(value)}; it must be {words}"
