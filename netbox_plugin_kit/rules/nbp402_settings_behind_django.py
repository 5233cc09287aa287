"""NBP402: settings are changed where Django does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change
from netbox_plugin_kit.rules.paths import SETTINGS, settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP402",
    title="Settings changed behind Django's back",
    severity="error",
    source="docs/plugins/index.md, Limitations: modify core settings; netbox/settings.py, which imports plugins",
    why="A plugin is imported while NetBox still reads its settings: what is put into the module then counts for "
    "everybody, and neither the configuration nor `diffsettings` shows where it came from.",
    bad='sys.modules["netbox.settings"].MIDDLEWARE.remove(...)',
    good='class ExampleConfig(PluginConfig):\n    middleware = ["netbox_example.middleware.Example"]',
)

_MODULES = ("netbox.settings", "netbox.configuration", "django.conf.global_settings", "django.conf.LazySettings")
_FIX = "let the administrator configure it; PluginConfig has attributes for what a plugin may add"


@rule.on(Change)
def changed(change: Change, _context: Context) -> Iterator[Violation]:
    """The settings module, Django's holder of settings, test overrides, and the environment they are read from."""
    path = change.path
    hidden = path.startswith((*_MODULES, f"{SETTINGS}._")) and "(" not in path
    tests = change.by in {"override_settings", "modify_settings"} or change.by.startswith("mock.")
    if hidden and not path.startswith("netbox.settings_utils"):
        yield rule.finding(change.place, f"{change.words} changes {path}, settings of NetBox", fix=_FIX)
    elif tests and settings_member(path):
        yield rule.finding(change.place, f"{change.words} changes the setting {settings_member(path)}", fix=_FIX)
    elif change.target == "os.environ" and change.member.strip("[]").startswith(("NETBOX_", "DJANGO_")):
        yield rule.finding(
            change.place,
            f"{change.words} changes {change.member.strip('[]')}, which NetBox's settings come from",
            fix=_FIX,
        )


@rule.on_call("configure", "putenv")
def called(call: Call, _context: Context) -> Iterator[Violation]:
    """`settings.configure()` and `os.putenv()`."""
    if f"{SETTINGS}.configure" in call.paths:
        yield rule.finding(call.place, "settings.configure() sets up Django anew", fix=_FIX)
    elif "os.putenv" in call.paths and any(text.startswith(("NETBOX_", "DJANGO_")) for text in call.texts(0)):
        yield rule.finding(call.place, "putenv changes where NetBox's settings come from", fix=_FIX)
