"""NBP506: the way NetBox authenticates is replaced."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.nbp401_settings_changed import AUTHENTICATION
from netbox_plugin_kit.rules.paths import settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP506",
    title="Authentication replaced",
    severity="error",
    source="docs/plugins/index.md, Limitations: disable core components; docs/configuration/remote-authentication.md",
    why="Who gets into NetBox is the administrator's decision; a plugin that changes it by being installed opens or "
    "locks "
    "a door that nobody looks at.",
    bad='settings.AUTHENTICATION_BACKENDS.insert(0, "netbox_example.auth.Backend")',
    good='# configuration.py, by the administrator\nREMOTE_AUTH_BACKEND = "netbox_example.auth.Backend"',
)

_PLACES = (
    "account.views.",
    "netbox.authentication.",
    "netbox.api.authentication.",
    "users.views.",
    "django.contrib.auth.",
)
_MODELS = ("django.contrib.auth.models.", "django.contrib.auth.get_user_model")


@rule.on(Change)
def replaced(change: Change, _context: Context) -> Iterator[Violation]:
    """Settings of authentication, and the views, backends and functions that do it."""
    name = settings_member(change.path)
    if name in AUTHENTICATION | {"AUTHENTICATION_BACKENDS"} or (name or "").startswith("REMOTE_AUTH"):
        what = f"the setting {name}"
    elif change.path.startswith(_PLACES) and not change.path.startswith(_MODELS) and "(" not in change.path:
        what = change.path
    else:
        return
    yield rule.finding(
        change.place, f"{change.words} changes {what}, how NetBox authenticates",
        fix="offer a backend, and let the administrator name it in REMOTE_AUTH_BACKEND",
    )  # fmt: skip
