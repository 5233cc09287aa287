# ruff: noqa: SLF001, T201 - what is asked for has no public name, and the answer is printed
"""What the core of a NetBox release consists of: run by that NetBox's own Python, prints JSON. No server is asked.

python core_probe.py DIRECTORY SETTING     as names_probe.py takes them
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distributions, requires
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "scaffold"))

from names_probe import packages, start, urls  # type: ignore[import-not-found] # it is in the scaffold's tests


def home() -> Path:
    """Where NetBox's own package is."""
    return Path(sys.modules["netbox"].__file__ or "").parent


def load_urls() -> None:
    """Import the root URLconf: with it come all views.

    Some of its modules ask for what a server would answer as soon as they are imported, so the answers are given here.
    """
    import netbox.config
    from django.conf import settings
    from django.contrib.contenttypes.models import ContentTypeManager

    # netbox/ui/attrs.py of 4.5 asks for MAPS_URL: Redis, else the database.
    defaults = {parameter.name: parameter.default for parameter in netbox.config.PARAMS}
    netbox.config._thread_locals.config = SimpleNamespace(**defaults)
    # Up to 4.3 the change log's views build a query set from the content types of all models.
    ContentTypeManager.get_for_models = lambda *_, **__: {}
    settings.METRICS_ENABLED = True  # one more path
    import netbox.urls


def own_packages() -> list[str]:
    """NetBox's own packages: a checkout has scripts and places for the user's files beside them."""
    return sorted({"netbox"} | {app.name for app in core_apps()})


def models() -> dict[str, Any]:
    """Concrete models by label, proxies and those of Django's content types and permissions too."""
    from django.apps import apps

    found = {}
    for model in apps.get_models():
        meta = model._meta
        if model.__module__.partition(".")[0] not in packages() and meta.app_label not in {"contenttypes", "auth"}:
            continue
        fields = meta.get_fields()
        names = {field.name for field in fields} | {getattr(field, "attname", field.name) for field in fields}
        names |= {name for name in dir(model) if not name.startswith("_")}
        found[f"{meta.app_label}.{model.__name__}"] = {
            "module": model.__module__,
            "table": meta.db_table,
            "names": sorted(name for name in names if not name.endswith("+")),
        }
    return found


def tables() -> list[str]:
    """Every table that core's apps have, those of many-to-many relations too."""
    from django.apps import apps

    every = apps.get_models(include_auto_created=True)
    return sorted({model._meta.db_table for model in every if model._meta.managed})


def below(directory: Path) -> Iterator[str]:
    """The files below a directory, by their path in it."""
    for path in directory.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(directory).as_posix()


def core_apps() -> list[Any]:
    """NetBox's own apps."""
    from django.apps import apps

    return [config for config in apps.get_app_configs() if config.name.partition(".")[0] in packages()]


def templates() -> list[str]:
    """Names of all templates that core offers."""
    from django.conf import settings

    places = [Path(str(each)) for each in settings.TEMPLATES[0]["DIRS"]] + [
        Path(app.path) / "templates" for app in core_apps()
    ]
    return sorted({name for place in places for name in below(place)})


def static() -> list[str]:
    """Paths of all static files that core offers."""
    from django.conf import settings

    found: set[str] = set()
    for each in settings.STATICFILES_DIRS:
        prefix, place = each if isinstance(each, (tuple, list)) else ("", each)
        found |= {f"{prefix}/{name}" if prefix else name for name in below(Path(str(place)))}
    return sorted(found.union(*(below(Path(app.path) / "static") for app in core_apps())))


def views() -> dict[str, list[dict[str, Any]]]:
    """Views registered for models; all of them were about one object before 4.2."""
    from netbox.registry import registry

    found = {}
    for app, by_model in registry["views"].items():
        for model, entries in by_model.items():
            each = [
                {"name": entry["name"], "path": entry["path"], "detail": entry.get("detail", True)} for entry in entries
            ]
            found[f"{app}.{model}"] = sorted(each, key=lambda view: (not view["detail"], view["name"]))
    return dict(sorted(found.items()))


def menus() -> list[str]:
    """Names in netbox.navigation.menu that hold menus."""
    from netbox.navigation import Menu, menu

    return sorted(name for name, value in vars(menu).items() if isinstance(value, Menu))


def mounted(patterns: list[Any]) -> Iterator[str]:
    """First parts of the paths of URL patterns; those of an empty prefix are what is below it."""
    for pattern in patterns:
        if first := re.match(r"\^?([\w.-]+)", str(pattern.pattern)):
            yield first[1]
        else:
            yield from mounted(getattr(pattern, "url_patterns", []))


def roots(prefix: str = "") -> set[str]:
    """First parts of the paths in the root URLconf's text, so that those are found that a setting has to switch on."""
    text = (home() / "urls.py").read_text(encoding="utf-8")
    return {part for part in re.findall(rf"path\(\s*r?['\"]\^?{prefix}([\w.-]+)", text) if part != prefix}


def url_roots() -> list[str]:
    """First parts of all paths that NetBox answers, the one that its static files have among them."""
    import netbox.urls
    from django.conf import settings

    return sorted({*roots(), *mounted(netbox.urls.urlpatterns), settings.STATIC_URL.strip("/")})


def jinja_filters() -> list[str]:
    """Names of the filters that NetBox adds to Jinja's own, since 4.6."""
    from utilities import jinja2

    return sorted(getattr(jinja2, "DEFAULT_JINJA2_FILTERS", {}))


def libraries() -> dict[str, str]:
    """Names that `{% load %}` takes, and their modules."""
    from django.template.backends.django import get_installed_libraries

    return dict(sorted(get_installed_libraries().items()))


def commands() -> dict[str, str]:
    """Management commands and the app each comes from."""
    from django.core.management import get_commands

    return {name: app if isinstance(app, str) else type(app).__module__ for name, app in sorted(get_commands().items())}


def migrations() -> dict[str, list[str]]:
    """Names of the migrations of NetBox's own apps."""
    found = {}
    for app in core_apps():
        names = [path.stem for path in (Path(app.path) / "migrations").glob("[0-9]*.py")]
        if names:
            found[app.label] = sorted(names)
    return found


def canonical(name: str) -> str:
    """The name of a distribution as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> list[str]:
    """The distributions that NetBox itself pins: those of the wheel's metadata, since 4.7, or of requirements.txt."""
    try:
        lines = [line for line in requires("netbox") or () if "extra ==" not in line]
    except PackageNotFoundError:
        lines = (home().parents[1] / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = [re.match(r"[\w.-]+", line) for line in lines if "==" in line]
    return sorted({canonical(name[0]) for name in names if name})


def main(directory: Path) -> None:
    """Print it all."""
    start(directory)
    load_urls()
    import netbox.settings
    from django.apps import apps
    from netbox.registry import registry

    facts = {
        "packages": own_packages(),
        "models": models(),
        "tables": tables(),
        "templates": templates(),
        "static": static(),
        "tag_libraries": libraries(),
        "views": views(),
        "commands": commands(),
        "search": sorted(registry["search"]),
        "data_backends": sorted(registry["data_backends"]),
        "widgets": sorted(registry["widgets"]),
        "settings": sorted(name for name in dir(netbox.settings) if name.isupper()),
        "apps": {config.label: config.name for config in apps.get_app_configs()},
        "jinja_filters": jinja_filters(),
        "url_roots": url_roots(),
        "api_roots": sorted(roots("api/")),
        "plugin_roots": sorted(urls()),
        "menus": menus(),
        "pins": {canonical(item.metadata["Name"]): item.version for item in distributions()},
        "pinned": pinned(),
        "migrations": migrations(),
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
