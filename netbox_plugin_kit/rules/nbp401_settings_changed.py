"""NBP401: a setting is assigned, changed or removed."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import SETTINGS, settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP401",
    title="Setting changed",
    severity="error",
    source="docs/plugins/index.md, Limitations: modify core settings",
    why="What the administrator wrote no longer holds, for core and for every other plugin, and nothing in the "
    "configuration says so.",
    bad='settings.RQ_QUEUES["example"] = {...}',
    good='class ExampleConfig(PluginConfig):\n    queues = ["example"]',
    limits="PluginConfig has `middleware`, `queues`, `events_pipeline`, `django_apps` and `default_settings` for "
    "what a "
    "plugin may add.",
)

_ADVICE = {
    "MIDDLEWARE": "list it in `middleware` of the PluginConfig",
    "RQ_QUEUES": "list it in `queues` of the PluginConfig",
    "INSTALLED_APPS": "list it in `django_apps` of the PluginConfig",
    "EVENTS_PIPELINE": "list it in `events_pipeline` of the PluginConfig",
}
OTHERS = frozenset({"TEMPLATES", "ROOT_URLCONF", "MIGRATION_MODULES", "PLUGINS_CONFIG", "AUTHENTICATION_BACKENDS"})
"""Settings that a rule of their own is about."""
AUTHENTICATION = frozenset(
    {"AUTH_USER_MODEL", "LOGIN_URL", "LOGIN_REDIRECT_URL", "LOGOUT_REDIRECT_URL", "LOGIN_REQUIRED"}
)


@rule.on(Change)
def changed(change: Change, _context: Context) -> Iterator[Violation]:
    """Any change below `django.conf.settings`; what is done to a copy of a setting is nobody's business."""
    name = settings_member(change.path)
    if not name or not change.path.startswith(f"{SETTINGS}.") or "(" in change.path or name.startswith("_"):
        return
    patched = change.by in {"override_settings", "modify_settings"} or change.by.startswith("mock.")
    if patched or name in OTHERS | AUTHENTICATION or name.startswith("REMOTE_AUTH"):
        return
    verb = {"set": "replaces", "delete": "removes from", "mutate": "changes"}[change.how]
    yield rule.finding(
        change.place, f"{change.words} {verb} the setting {name}",
        fix=_ADVICE.get(name, "let the administrator set it, or give the plugin one of its own in default_settings"),
    )  # fmt: skip
