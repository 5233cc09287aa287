"""What a project's own files say: pyproject.toml, README and the like."""

from __future__ import annotations

import json
from collections.abc import Callable

from netbox_plugin_kit.scaffold import kinds, words
from netbox_plugin_kit.scaffold.code import models, settings
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.releases import Range
from netbox_plugin_kit.scaffold.spec import Author, Spec

__all__ = ["author", "capabilities", "kit_settings", "pythons", "target", "toml", "tour"]

_NEWEST_PYTHON = {"4.3": 12, "4.4": 12, "4.5": 14, "4.6": 14, "4.7": 14}
"""The newest Python each NetBox minor is tested with, 3.x (its .github/workflows/ci.yml)."""


def author(who: Author) -> str:
    """The inside of an inline table; an empty address is no address, and installers refuse one."""
    given = {"name": who.name, "email": who.email}
    return ", ".join(f"{key} = {toml(value)}" for key, value in given.items() if value)


def pythons(netbox: Range) -> list[str]:
    """The Pythons that some release of the range runs on."""
    oldest = int(netbox.python.split(".")[1])
    newest = max(_NEWEST_PYTHON[name] for name in netbox.minors)
    return [f"3.{number}" for number in range(oldest, newest + 1)]


def kit_settings(spec: Spec) -> str:
    """The tables for the kit: the page for everybody, and what PLUGINS_CONFIG must hold for the plugin to start."""
    lines = []
    if spec.features.home_page:
        lines += ["[tool.netbox-plugin-kit]", 'public-urls = ["home"]']
    if required := settings.samples(spec):
        lines += ["", f"[tool.netbox-plugin-kit.plugins-config.{spec.package}]"]
        lines += [f"{key} = {toml(value)}" for key, value in required.items()]
    return "\n".join(lines).strip()


def toml(value: object) -> str:
    """A plain value in TOML: JSON's notation, but for tables."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(str(key))} = {toml(item)}' for key, item in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def capabilities(spec: Spec) -> list[str]:
    """What the plugin offers beyond its models, a line each."""
    has, models = spec.features, bool(spec.models)
    offered = [
        ("REST API", has.rest_api and models),
        ("GraphQL API", has.graphql and models),
        ("global search", has.search and any(model.searched for model in spec.models)),
        ("bulk import", has.bulk_import and models),
        ("bulk edit", has.bulk_edit and models),
        ("a dashboard widget", has.dashboard_widget),
        ("background jobs", has.jobs or has.system_jobs),
    ]
    lines = [words.capitalized(", ".join(name for name, there in offered if there))]
    places = sorted({target.dotted for extension in spec.template_extensions for target in extension.models})
    places += sorted({tab.to.dotted for tab in spec.tabs if not tab.to.own} - set(places))
    if places:
        lines.append(f"Content on the pages of {', '.join(places)}")
    return [line for line in lines if line]


def target(field: Field) -> str:
    """Where a relation leads, for the table of fields."""
    if isinstance(field, kinds.Relation):
        return f" to {field.to.dotted}"
    return f" to {', '.join(item.dotted for item in field.to)}" if isinstance(field, kinds.Generic) else ""


_TOUR: tuple[tuple[str, str, Callable[[Spec], object]], ...] = (
    ("__init__.py", "the PluginConfig: what NetBox loads, the range of releases, the settings", lambda _: True),
    ("models.py", "the models; `choices.py` has their choice sets, `migrations/` their history", lambda s: s.models),
    ("views.py", "the pages; `urls.py` has their addresses", lambda s: s.models or s.features.home_page),
    ("signals.py", "what becomes of objects that lead to one that is deleted", models.generics),
    ("navigation.py", "the menu", lambda s: s.menu.style != "none" and (s.models or s.features.home_page)),
    ("forms/", "forms to add, edit, import and filter objects", lambda s: s.models),
    ("filtersets.py", "what lists can be filtered by, in pages and APIs", lambda s: s.models),
    ("tables.py", "the tables of lists", lambda s: s.models),
    ("api/", "the REST API", lambda s: s.models and s.features.rest_api),
    ("api/", "how objects are written in webhooks", lambda s: s.models and not s.features.rest_api),
    ("graphql/", "the GraphQL API", lambda s: s.models and s.features.graphql),
    ("search.py", "what the global search finds", lambda s: s.features.search and any(m.searched for m in s.models)),
    ("template_content.py", "content on pages of NetBox", lambda s: s.template_extensions),
    ("middleware.py", "what happens around every request", lambda s: s.features.middleware),
    ("widgets.py", "what users can put on their dashboard", lambda s: s.features.dashboard_widget),
    ("jobs.py", "work in the background", lambda s: s.features.jobs or s.features.system_jobs),
    ("events.py", "event types for event rules", lambda s: s.features.event_types),
    ("webhook_callbacks.py", "what is added to webhooks", lambda s: s.features.webhook_callbacks),
    ("preferences.py", "users' preferences", lambda s: s.features.user_preferences),
    ("data_backends.py", "where data sources can come from", lambda s: s.features.data_backend),
    ("jinja_env.py", "filters for templates", lambda s: s.features.jinja_filters and s.netbox.reaches("4.7")),
    ("locale/", "translations", lambda s: s.features.translations),
    ("static/", "style sheets and the like", lambda s: s.features.static_files),
    ("management/commands/", "commands of `manage.py`", lambda s: s.features.management_command),
    ("tests/", "tests on a real NetBox; `factories.py` makes objects", lambda _: True),
)  # fmt: skip


def tour(spec: Spec) -> list[tuple[str, str]]:
    """The files of the package that exist, and what is in them."""
    return [(f"{spec.package}/{path}", text) for path, text, exists in _TOUR if exists(spec)]
