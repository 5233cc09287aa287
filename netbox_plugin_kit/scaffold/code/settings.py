"""The plugin's part of PLUGINS_CONFIG: what it may hold, what it holds by itself, and examples of right and wrong."""

from __future__ import annotations

from netbox_plugin_kit.scaffold.spec import Setting, Spec

__all__ = ["defaults", "kind", "may_be_empty", "misspelt", "required", "samples", "wrong_choice", "wrong_value"]

_EXAMPLES: dict[str, object] = {
    "text": "example", "integer": 1, "boolean": True, "list": [], "mapping": {}, "url": "https://example.org",
}  # fmt: skip

_KINDS = {
    "text": ("str", "a string"),
    "integer": ("int", "an integer"),
    "boolean": ("bool", "True or False"),
    "list": ("(list, tuple)", "a list"),
    "mapping": ("dict", "a dictionary"),
    "url": ("str", "a URL"),
}


def samples(spec: Spec) -> dict[str, object]:
    """A value for every setting that must be given, for tests and for the README."""
    return {setting.name: _sample(setting) for setting in spec.settings if setting.required}


def _sample(setting: Setting) -> object:
    if setting.choices:
        return [setting.choices[0]] if setting.type == "list" else setting.choices[0]
    return _EXAMPLES[setting.type]


def defaults(spec: Spec) -> dict[str, object]:
    """`default_settings`: every key that need not be given, so that the plugin's code finds all of them."""
    return {setting.name: setting.default for setting in spec.settings if not setting.required}


def required(spec: Spec) -> list[str]:
    """`required_settings`."""
    return [setting.name for setting in spec.settings if setting.required]


def kind(setting: Setting) -> tuple[str, str]:
    """What `isinstance` asks of its value, and how that is said."""
    return _KINDS[setting.type]


def may_be_empty(spec: Spec) -> list[Setting]:
    """The settings whose default is nothing, which then is a value of theirs whatever their type is."""
    return [setting for setting in spec.settings if not setting.required and setting.default in (None, "")]


def wrong_value(setting: Setting) -> object:
    """A value of a type it does not have."""
    return 42 if setting.type in {"text", "url"} else "nonsense"


def wrong_choice(setting: Setting) -> object:
    """A value of its type that is none of its choices."""
    wrong = {"integer": 987654321, "list": ["none of them"], "boolean": setting.choices != (True,)}
    return wrong.get(setting.type, "none of them")


def misspelt(setting: Setting) -> str:
    """Its name with one letter twice: close enough to be recognized, and the name of no other setting."""
    return setting.name + setting.name[-1]
