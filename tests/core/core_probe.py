# ruff: noqa: SLF001, T201 - what is asked for has no public name, and the answer is printed
"""What the core of a NetBox release consists of: run by that NetBox's own Python, prints JSON. No server is asked.

python core_probe.py DIRECTORY SETTING     as names_probe.py takes them
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "scaffold"))

from names_probe import packages, start, urls  # type: ignore[import-not-found] # it is in the scaffold's tests


def homes() -> dict[str, Path]:
    """NetBox's own packages and where they are."""
    return {name: Path(sys.modules["netbox"].__file__ or "").parents[1] / name for name in sorted(packages())}


def models() -> dict[str, Any]:
    """Concrete models by label, those of Django's content types and permissions too."""
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


def core_apps() -> list[Path]:
    """The directories of NetBox's own apps."""
    from django.apps import apps

    return [Path(config.path) for config in apps.get_app_configs() if config.name.partition(".")[0] in packages()]


def templates() -> list[str]:
    """Names of all templates that core offers."""
    from django.conf import settings

    places = [Path(str(each)) for each in settings.TEMPLATES[0]["DIRS"]] + [app / "templates" for app in core_apps()]
    return sorted({name for place in places for name in below(place)})


def static() -> list[str]:
    """Paths of all static files that core offers."""
    from django.conf import settings

    found: set[str] = set()
    for each in settings.STATICFILES_DIRS:
        prefix, place = each if isinstance(each, (tuple, list)) else ("", each)
        found |= {f"{prefix}/{name}" if prefix else name for name in below(Path(str(place)))}
    return sorted(found.union(*(below(app / "static") for app in core_apps())))


def views() -> dict[str, list[dict[str, Any]]]:
    """Views registered for models: those of features from the registry, the others as the sources register them."""
    from netbox.registry import registry

    found: dict[str, list[dict[str, Any]]] = {}
    for app, by_model in registry["views"].items():
        for model, entries in by_model.items():
            for entry in entries:
                found.setdefault(f"{app}.{model}", []).append(
                    {"name": entry["name"], "path": entry["path"], "detail": entry.get("detail", True)}
                )
    for app, home in homes().items():
        for path in home.rglob("*views*.py"):
            if "tests" not in path.parts:
                for label, entry in registrations(path, app):
                    entries = found.setdefault(label, [])
                    if entry not in entries:
                        entries.append(entry)
    order = {
        label: sorted(entries, key=lambda each: (not each["detail"], each["name"])) for label, entries in found.items()
    }
    return dict(sorted(order.items()))


def registrations(path: Path, app: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The calls of `register_model_view` in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    homes_of = {
        alias.asname or alias.name: (node.module or "").partition(".")[0]
        for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level
        for alias in node.names
    }  # fmt: skip
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "register_model_view" and node.args):
            continue
        if not isinstance(model := node.args[0], ast.Name):
            continue
        words = {word.arg: word.value for word in node.keywords}
        values = [*node.args[1:], *[None] * 2]
        name = literal(words.get("name", values[0]), "")
        route = literal(words.get("path", values[1]), name)
        detail = literal(words.get("detail"), default=True)
        yield f"{homes_of.get(model.id, app)}.{model.id}".lower(), {"name": name, "path": route, "detail": detail}


def literal(node: ast.expr | None, default: Any) -> Any:
    """A literal argument, or the default when it is not given."""
    return default if node is None else ast.literal_eval(node)


def menus() -> list[str]:
    """Names in netbox.navigation.menu that hold menus."""
    source = (homes()["netbox"] / "navigation" / "menu.py").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"^(\w+_MENU)\s*=", source, re.MULTILINE)))


def roots(module: str, prefix: str = "") -> list[str]:
    """First parts of the paths in a URLconf, read and not imported: it asks the database."""
    source = (homes()["netbox"] / module).read_text(encoding="utf-8")
    return sorted({part for part in re.findall(rf"path\(\s*r?['\"]\^?{prefix}([\w.-]+)", source) if part != prefix})


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
        names = [path.stem for path in (app / "migrations").glob("[0-9]*.py")]
        if names:
            found[app.name] = sorted(names)
    return found


def main(directory: Path) -> None:
    """Print it all."""
    start(directory)
    import netbox.settings
    from django.apps import apps
    from netbox.registry import registry

    facts = {
        "packages": sorted(homes()),
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
        "url_roots": roots("urls.py"),
        "api_roots": roots("urls.py", "api/"),
        "plugin_roots": sorted(urls()),
        "menus": menus(),
        "pins": {re.sub(r"[-_.]+", "-", item.metadata["Name"]).lower(): item.version for item in distributions()},
        "migrations": migrations(),
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
