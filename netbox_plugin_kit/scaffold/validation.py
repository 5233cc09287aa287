"""Whether a specification has the shape that `spec.schema.json` describes, in words people understand.

What a schema cannot say is for `judging/`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netbox_plugin_kit.scaffold.problems import Problem, alternatives, quoted

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = ["mistakes", "spec_schema"]

_SCHEMA = Path(__file__).with_name("spec.schema.json")
_WORDS = {
    "object": "a mapping", "array": "a list", "string": "a text", "integer": "a whole number", "number": "a number",
    "boolean": "true or false",
}  # fmt: skip


def spec_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of specifications."""
    schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


def mistakes(values: Mapping[str, Any]) -> list[Problem]:
    """What is not as the schema has it."""
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # Python would write 1.0 into the plugin's code as it is given.
    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    validator: Any = extend(Draft202012Validator, type_checker=whole)  # type: ignore[no-untyped-call]
    errors = validator(spec_schema()).iter_errors(values)
    return [problem for error in errors for problem in _problems(error)]


def _problems(error: ValidationError) -> Iterator[Problem]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _unknown_keys(error)
    elif error.validator == "propertyNames":
        yield Problem(path, f"{quoted(error.instance)} cannot be a key")
    else:
        yield Problem(path, _message(error))


def _unknown_keys(error: ValidationError) -> Iterator[Problem]:
    schema: Any = error.schema
    given: Any = error.instance
    known = list(schema["properties"])
    for key in given:
        if key not in known:
            yield Problem((*error.absolute_path, key), f"{schema['title']} has no such key; {alternatives(key, known)}")


def _message(error: ValidationError) -> str:
    rule: Any = error.validator_value
    schema: Any = error.schema
    given: Any = error.instance
    shown = quoted(given)
    match error.validator:
        case "type":
            return _wrong_type(given, [rule] if isinstance(rule, str) else rule)
        case "enum":
            allowed = [word for word in rule if isinstance(word, str)]
            return f"is {shown}; {alternatives(given if isinstance(given, str) else '', allowed)}"
        case "required":
            missing = next(key for key in rule if key not in given)
            meaning = schema["properties"][missing]["description"]
            return f"{schema['title']} needs `{missing}`: {meaning[0].lower()}{meaning[1:]}"
        case "pattern":
            return f"is {shown}; it must be {schema['x-says']}"
        case "oneOf":
            names = ", ".join(f"`{part['required'][0]}`" for part in rule)
            return f"{schema['title']} has exactly one of {names}"
    return f"is {shown}; {_limit(str(error.validator), rule)}"


def _wrong_type(given: Any, allowed: list[str]) -> str:
    if "string" in allowed and isinstance(given, bool | int | float):
        return f"is {quoted(given)}, which YAML does not take for a text; write it in quotes"
    words = [_WORDS[name] for name in allowed if name in _WORDS]
    return f"is {quoted(given)}; it must be {' or '.join(words)}"


def _limit(keyword: str, rule: Any) -> str:
    return {
        "minimum": f"it must be {rule} or more",
        "maximum": f"it must be {rule} or less",
        "minLength": "it must not be empty",
        "maxLength": f"it must not be longer than {rule} characters",
        "minItems": f"it must have {rule} or more entries",
        "uniqueItems": "something is there twice",
        "minProperties": "it must not be empty",
        "maxProperties": "it must be empty",
    }.get(keyword, "it is not allowed here")
