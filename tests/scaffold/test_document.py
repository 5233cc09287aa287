"""A specification is read with the places of its values, and every mistake of its shape is one line that names one."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.document import assignment
from netbox_plugin_kit.scaffold.spec import Features
from netbox_plugin_kit.scaffold.specification import accepted, specified
from netbox_plugin_kit.scaffold.validation import spec_schema
from tests.scaffold.reference import MARK, PAGE, reference

SPECS = sorted((Path(__file__).parent / "specs").glob("*.yaml"))


def read(tmp_path: Path, text: str, *values: str) -> dict[str, Any]:
    path = tmp_path / "plugin.yaml"
    path.write_text(text, encoding="utf-8")
    return accepted(specified(path, [assignment(value) for value in values]))


def refusal(tmp_path: Path, text: str, *values: str) -> str:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text, *values)
    message = str(caught.value)
    assert "\n" not in message
    return message.removeprefix(f"{tmp_path}/")


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_example_specifications_are_accepted(spec: Path) -> None:
    assert accepted(specified(spec, []))


def test_json_is_yaml(tmp_path: Path) -> None:
    assert read(tmp_path, json.dumps({"name": "netbox-xy"})) == {"name": "netbox-xy"}


def test_aliases_and_merged_mappings_are_understood(tmp_path: Path) -> None:
    given = read(
        tmp_path,
        "name: netbox-xy\nmodels:\n  Aa: &aa\n    contacts: true\n    fields: {note: {}}\n"
        "  Bb: {<<: *aa, contacts: false}\n  Cc: *aa\n",
    )
    assert given["models"]["Bb"] == {"contacts": False, "fields": {"note": {}}}
    assert given["models"]["Cc"] == given["models"]["Aa"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "is empty"),
        ("- a", "is no mapping"),
        ("name: netbox-xy\nname: netbox-ab", "plugin.yaml:2: `name` is there twice, first in line 1"),
        ("name: [1", "plugin.yaml:1: "),
        ("name: &a [*a]", "plugin.yaml:1: an alias leads to itself"),
        ("name: !!python/none x", "plugin.yaml:1: "),
        ("name: netbox-xy\n---\nname: netbox-ab", "plugin.yaml:2: "),
        ("name: netbox-xy\non: 1", "plugin.yaml:2: `on` is no text to YAML; write it in quotes"),
        ("name: netbox-xy\nversion: 1.0", "version: is `1.0`, which YAML does not take for a text; write it in quotes"),
        ("name: netbox-xy\nyear: .inf", "plugin.yaml:2: `.inf` is no number that can be kept"),
        ("[" * 5000, "plugin.yaml: is nested too deeply"),
        ("title: X", "plugin.yaml:1: a specification needs `name`: the project"),
        ("name: netbox-xy\nmodel: {}", "plugin.yaml:2: model: a specification has no such key; did you mean `models`?"),
        ("name: netbox-xy\nnetbox:\n  min: 5", "plugin.yaml:3: netbox.min: is `5`; there are 4.3, 4.4, 4.5, 4.6, 4.7"),
        ("name: netbox-xy\nlicense: mit", "plugin.yaml:2: license: is `mit`; did you mean `MIT`?"),
        ("name: netbox-xy\nauthor: {email: nobody}", "author.email: is `nobody`; it must be an e-mail address"),
        ('name: netbox-xy\ntitle: "a\\nb"', "plugin.yaml:2: title: "),
        ('name: netbox-xy\ntitle: "a\\n"', "it must be one line of text"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, text: str, line: str) -> None:
    assert line in refusal(tmp_path, text)


FIELD = "name: netbox-xy\nmodels:\n  Contract:\n    fields:\n      price: {%s}"


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("type: decimal, max_digit: 3", ".max_digit: a decimal field has no such key; did you mean `max_digits`?"),
        ("max_digits: 3", ".max_digits: a char field has no such key; there are type, label,"),
        ("type: strnig", ".type: is `strnig`; there are char,"),
        ("type: foreign-key", ": a foreign-key field needs `to`: the model"),
        ("type: integer, min: 1.0", ".min: is `1.0`; it must be a whole number"),
        ("type: integer, min: true", ".min: is `true`; it must be a whole number"),
        ("type: choice, choices: {}", ".choices: is `{}`; it must not be empty"),
        ("type: choice, choices: {a: pinkk}", ".choices.a: is `pinkk`; did you mean `pink`?"),
        (
            "type: choice, choices: {a: {colour: red}}",
            ".choices.a.colour: a choice has no such key; did you mean `color`?",
        ),
        ("type: boolean, required: true", ".required: a boolean field has no such key"),
        ("type: char, max_length: 0", ".max_length: is `0`; it must be 1 or more"),
    ],
)
def test_options_are_those_of_the_fields_type(tmp_path: Path, field: str, message: str) -> None:
    assert f"plugin.yaml:5: models.Contract.fields.price{message}" in refusal(tmp_path, FIELD % field)


def test_of_several_mistakes_the_first_is_told_and_how_many_there_are(tmp_path: Path) -> None:
    message = refusal(tmp_path, "name: netbox-xy\nbase: 1\nyaer: 2\n")
    assert message.startswith("plugin.yaml:2: base: ")
    assert message.endswith(" (and 1 more)")


def test_set_adds_and_replaces_values(tmp_path: Path) -> None:
    given = read(
        tmp_path, "name: netbox-xy\nnetbox: {min: '4.5'}", "netbox.min=4.6", "models.Pool.fields.note.type=url"
    )
    assert given == {
        "name": "netbox-xy",
        "netbox": {"min": 4.6},
        "models": {"Pool": {"fields": {"note": {"type": "url"}}}},
    }


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            "features.grpahql=false",
            "--set features.grpahql: the list of features has no such key; did you mean `graphql`?",
        ),
        ("name.x=1", "--set name.x: `name` is no mapping; give all of it at once"),
        ("title", "--set title: write KEY=VALUE, e.g. netbox.min=4.6"),
        ("=1", "--set =1: write KEY=VALUE, e.g. netbox.min=4.6"),
        ("title=[", "--set title: "),
        ("netbox.min=4.8", "--set netbox.min: is `4.8`; there are 4.3, 4.4, 4.5, 4.6, 4.7"),
    ],
)
def test_what_set_says_wrongly_is_blamed_on_it(tmp_path: Path, value: str, message: str) -> None:
    assert refusal(tmp_path, "name: netbox-xy", value).startswith(message)


def test_many_aliases_do_not_make_it_endless(tmp_path: Path) -> None:
    lines = ["x0: &x0 [a, a, a, a, a, a, a, a]"]
    lines += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 8)}]" for n in range(1, 12)]
    assert "has more than 20000 values" in refusal(tmp_path, "\n".join(lines))


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "plugin.yaml"
    path.write_bytes(b"title: \xff")
    with pytest.raises(UsageError, match=r"is not UTF-8 \(byte 8\)"):
        specified(path, [])


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(spec_schema())


def test_the_schema_has_every_feature_with_its_default() -> None:
    given = {name: rule["default"] for name, rule in spec_schema()["properties"]["features"]["properties"].items()}
    assert given == {item.name: item.default for item in fields(Features)}


DERIVED = {"name", "inherited", "upload_to", "key", "class_name"}
NOT_OFFERED = {"unique", "search", "default", "required", "on_delete"}


def test_the_schema_has_every_kind_of_field_with_its_options() -> None:
    found = {kind.type: kind for kind in vars(kinds).values() if hasattr(kind, "type") and kind is not kinds.Field}
    known = {kind: value for kind, value in found.items() if isinstance(kind, str)}
    parts = spec_schema()["$defs"]
    assert set(parts["type"]["enum"]) == set(known)
    for name, kind in known.items():
        options = {item.name for item in fields(kind)} - DERIVED
        given = set(parts[f"{name}-field"]["properties"]) - {"type"}
        assert given <= options
        assert options - given <= NOT_OFFERED, name


def test_the_documentation_has_every_key() -> None:
    assert PAGE.read_text(encoding="utf-8").partition(MARK)[2] == reference()


def test_the_example_in_the_documentation_is_accepted(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert read(tmp_path, example)
