"""The plugin's part of PLUGINS_CONFIG."""

from __future__ import annotations

from netbox_plugin_kit.scaffold.spec import Setting, Spec

__all__ = ["samples"]

_EXAMPLES: dict[str, object] = {
    "text": "example", "integer": 1, "boolean": True, "list": [], "mapping": {}, "url": "https://example.org",
}  # fmt: skip


def samples(spec: Spec) -> dict[str, object]:
    """A value for every setting that must be given, for tests and for the README."""
    return {setting.name: _sample(setting) for setting in spec.settings if setting.required}


def _sample(setting: Setting) -> object:
    return setting.choices[0] if setting.choices else _EXAMPLES[setting.type]
