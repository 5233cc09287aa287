"""What a schema cannot say: each mistake is told with its place, the reason and what to do instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from netbox_plugin_kit.scaffold.judging import problems
from netbox_plugin_kit.scaffold.validation import mistakes


def told(text: str) -> list[str]:
    """The problems of a specification given as YAML, as `path: message`."""
    values: dict[str, Any] = {"name": "netbox-xy", **yaml.safe_load(text)}
    assert mistakes(values) == []
    return [f"{'.'.join(map(str, problem.path))}: {problem.message}" for problem in problems(values)]


@pytest.mark.parametrize("spec", sorted((Path(__file__).parent / "specs").glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_wrong_with_the_examples(spec: Path) -> None:
    assert problems(yaml.safe_load(spec.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: core", "name: `core` is a package of NetBox's own; use `netbox-core`, say"),
        ("name: netbox-2fa", "name: its package: `netbox_2_fa` has no letter after `netbox_`"),
        ("package: netbox_xy\nbase_url: A B", "base_url: `A B` is no part of a path"),
        ("version: 1.0-beta", "version: `1.0-beta` is `1.0b0` to pip; write that"),
        ("version: one", "version: `one` is no version that pip understands"),
        ("netbox: {min: '4.6', max: '4.4'}", "netbox.min: the oldest NetBox, 4.6, is newer than the newest, 4.4"),
        (
            "netbox: {min: '4.3'}\nfeatures: {webhook_callbacks: true}",
            "features.webhook_callbacks: NetBox has them since",
        ),
        ("netbox: {max: '4.6'}\nfeatures: {jinja_filters: true}", "features.jinja_filters: NetBox has them since 4.7"),
        (
            "netbox: {min: '4.4'}\nmodels: {Pool: {base: primary}}",
            "models.Pool.base: NetBox gives plugins PrimaryModel",
        ),
        ("title: 'a {% b'", "title: has `{%`"),
        ("models: {Site: {}}", "models.Site: `Site` is a model of NetBox's own"),
        ("models: {Pool: {}, POOL: {}}", "models.POOL: Django does not tell `POOL` from `Pool`"),
        ("models: {Aa: {}, Bb: {verbose_name_plural: aas}}", "models.Bb.verbose_name_plural: `Aa` and `Bb` would both"),
        ("models: {Foo: {}, FooList: {}}", "models.FooList: `Foo` and `FooList` would both be `foo_list` in GraphQL"),
        ("settings: {class: {}}", "settings.class: `class` is a word of Python's"),
        ("settings: {a: {required: true, default: b}}", "settings.a.default: a required setting is never without"),
        ("settings: {a: {type: integer, default: b}}", "settings.a.default: is `b`; it must be a whole number"),
        ("settings: {a: {default: b, choices: [c]}}", "settings.a.default: `b` is none of the choices; there are c"),
        ("settings: {a: {type: boolean, choices: [true]}}", "settings.a.choices: a setting of type boolean has no"),
        (
            "menu: {groups: {A: [Pol]}}\nmodels: {Pool: {}}",
            "menu.groups.A.0: `Pol` is no model of the plugin's; did you",
        ),
        ("menu: {groups: {A: [Pool], B: [Pool]}}\nmodels: {Pool: {}}", "menu.groups.B.0: `Pool` is in `A` already"),
        ("models: {Pool: {}}", "models.Pool: has no fields; give it one"),
        (
            "template_extensions: [{slots: [buttons]}]",
            "template_extensions.0.slots: `buttons` is a place on the pages of",
        ),
        (
            "template_extensions: [{models: [dcim.Sit], slots: [head]}]",
            "template_extensions.0.models.0: `dcim.Sit` is no",
        ),
        (
            "models: {Pool: {}}\ntemplate_extensions: [{models: [dcim.Site], slots: [head], shows: Pool}]",
            "template_extensions.0.shows: Pool has no relation to dcim.Site",
        ),
    ],
)
def test_what_is_wrong_with_a_plugin_is_told(text: str, message: str) -> None:
    assert any(line.startswith(message) for line in told(text)), told(text)


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("fields: {tags: {}}", "fields.tags: `tags` is a field"),
        ("fields: {a: {type: integer, min: 3, max: 1}}", "fields.a.min: is 3, more than `max`, 1"),
        ("fields: {a: {type: integer, max: 1, default: 3}}", "fields.a.default: is 3, more than `max`, 1"),
        ("fields: {a: {type: decimal, max_digits: 1}}", "fields.a.decimal_places: is 2, more than all digits"),
        ("fields: {a: {type: decimal, default: 0.125}}", "fields.a.default: is 0.125, which has more than 2 places"),
        ("fields: {a: {max_length: 2, default: abc}}", "fields.a.default: is longer than the 2 characters"),
        ("fields: {a: {type: choice, choices: {b: }, default: c}}", "fields.a.default: `c` is no choice of it"),
        ("fields: {a: {type: choice, choices: {b-c: , b_c: }}}", "fields.a.choices.b_c: `b-c` and `b_c` would both be"),
        ("fields: {a: {type: choice, choices: {'ü': }}}", "fields.a.choices.ü: `ü` cannot be a value of a choice"),
        ("fields: {a: {type: foreign-key, to: Polo}}", "fields.a.to: `Polo` is no model of the plugin's"),
        (
            "fields: {a: {type: foreign-key, to: Site}}",
            "fields.a.to: `Site` is no model of the plugin's; NetBox has `dc",
        ),
        ("fields: {a: {type: foreign-key, to: dcim.CableBundle}}", "fields.a.to: NetBox 4.5 has no dcim.CableBundle"),
        ("fields: {a: {type: generic, to: [dcim.Sites]}}", "fields.a.to.0: `dcim.Sites` is no model of NetBox's that"),
        ("fields: {a: {type: many-to-many, to: Pool}}", "fields.a.to: a many-to-many field does not lead to its own"),
        (
            "fields: {a: {type: foreign-key, to: dcim.Site, on_delete: set-null}}",
            "fields.a.on_delete: is `set-null`, but a value is required; add `required: false`",
        ),
        (
            "fields: {a: {type: foreign-key, to: dcim.Site, related_name: devices}}",
            "fields.a.related_name: Site has something called `devices` already; use `xy_devices`, say",
        ),
        (
            "fields: {a: {type: foreign-key, to: dcim.Site}, b: {type: foreign-key, to: dcim.Site}}",
            "fields.b.related_name: the ways back of Pool.a and Pool.b would both be `xy_pools` on Site",
        ),
        ("fields: {a: {type: foreign-key, to: dcim.Site}, a_id: {}}", "fields.a_id: `a` is a relation with a column"),
        (
            "fields: {a: {type: foreign-key, to: Pool}}",
            "fields.a: leads in a circle of required relations back to Pool",
        ),
        ("fields: {a: {}}\ndisplay: [b]", "display.0: `b` is no field of the model; there are a"),
        ("fields: {a: {type: json}}\ndisplay: [a]", "display.0: a json field is no name for an object"),
        ("fields: {a: {}}\nordering: [-b]", "ordering.0: `b` is no field of the model"),
        ("fields: {a: {type: many-to-many, to: dcim.Site}}\nordering: [a]", "ordering.0: nothing can be sorted by"),
        (
            "fields: {a: {}, b: {type: many-to-many, to: dcim.Site}}\nunique: [[a, b]]",
            "unique.0: `b`: values of many-to-many fields cannot be unique together",
        ),
        ("fields: {a: {}, b: {type: date}}\nvalidation: [{check: a < b}]", "validation.0: `a` (char) and `b` (date)"),
        ("fields: {a: {type: date}}\nvalidation: [{check: a < c}]", "validation.0: `c` is no field of the model"),
        (
            (
                "fields: {a: {required: false}, b: {required: false}}\n"
                "validation: [{check: a != b}, {at-most-one: [a, b]}]"
            ),
            "validation.0: only one of `a` and `b` may have a value",
        ),
        ("fields: {a: {}, b: {}}\nvalidation: [{exactly-one: [a, b]}]", "validation.0: `a` must always have a value"),
        ("actions: {edit: {}}", "actions.edit: `edit` is a view or permission that the model has already"),
        ("fields: {a: {type: boolean}}\nactions: {go: {sets: {a: 1}}}", "actions.go.sets.a: is `1`; it must be true"),
        ("fields: {a: {}}\nactions: {go: {sets: {b: 1}}}", "actions.go.sets.b: `b` is no field of the model"),
    ],
)
def test_what_is_wrong_with_a_model_is_told(model: str, message: str) -> None:
    lines = told("models:\n  Pool:\n    " + model.replace("\n", "\n    "))
    assert any(line.startswith(f"models.Pool.{message}") for line in lines), lines
