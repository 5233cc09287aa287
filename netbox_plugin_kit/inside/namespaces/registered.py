"""What is registered with NetBox under a name."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

from .claims import FIRST, LAST, Claim, Namespace, Owners, subclasses

__all__ = ["claims"]

_TAKES_OVER = "the plugin that registers last, {winner}, replaces {loser}'s without a word"

VIEW = Namespace(
    "view on a model", "{winner}'s answers for both, {loser}'s tab or button leads to it", FIRST,
    "register_model_view(..., name=\"{package}_...\", path=\"...\") with a name that begins with the package's",
)  # fmt: skip
SEARCH = Namespace("search index of", _TAKES_OVER, LAST, "a plugin registers search indexes of its own models only")
BACKEND = Namespace("data backend", _TAKES_OVER, LAST, "let `name` of the backend begin with {package}")
FILTER = Namespace("Jinja filter", _TAKES_OVER, LAST)
MENU = Namespace(
    "menu", "both are shown under one name, and opening one may open the other's entries",
    fix="give the PluginMenu a label of its own", severity="warning",
)  # fmt: skip
MENU_SECTION = Namespace(
    "section of the menu Plugins", "{winner}'s entries replace all of {loser}'s: the key is the plugin's verbose_name",
    LAST, "give the PluginConfig a verbose_name of its own, or the plugin a `menu` instead of `menu_items`",
)  # fmt: skip
JOB = Namespace(
    "name of jobs", "NetBox finds jobs by name: enqueue_once() of the one replaces or is kept from running by the "
    "other's", fix='give the JobRunner a Meta with name = "{package} ..."',
)  # fmt: skip
WIDGET = Namespace("dashboard widget", _TAKES_OVER, LAST, "give the class another name")


def claims(owners: Owners) -> Iterator[Claim]:
    """Everything that the plugins register under a name."""
    yield from _views(owners)
    for package, config in owners.configs.items():
        for index in _listed(owners.resource(package, "search_indexes")):
            yield Claim(SEARCH, index.model._meta.label, package, index)
        for backend in _listed(owners.resource(package, "data_backends")):
            yield Claim(BACKEND, str(getattr(backend, "name", "")), package, backend)
        filters = owners.resource(package, "jinja_filters") if hasattr(config, "jinja_filters") else None
        for name, function in filters.items() if isinstance(filters, dict) else ():
            yield Claim(FILTER, str(name), package, function)
        if (menu := owners.resource(package, "menu")) is not None and hasattr(menu, "label"):
            yield Claim(MENU, str(menu.label), package)
        if owners.resource(package, "menu_items"):
            yield Claim(MENU_SECTION, str(config.verbose_name), package, type(config))
    yield from _jobs(owners)
    yield from _widgets(owners)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _views(owners: Owners) -> Iterator[Claim]:
    from netbox.registry import registry

    for label, by_model in registry["views"].items():
        for model, views in by_model.items():
            for entry in views:
                view = entry["view"]
                module = view.rpartition(".")[0] if isinstance(view, str) else getattr(view, "__module__", None)
                if (owner := owners.of(module)) is not None:
                    kind = "" if entry.get("detail", True) else " (list)"
                    yield Claim(VIEW, f"{entry['name'] or entry['path']} of {label}.{model}{kind}", owner, view)


def _jobs(owners: Owners) -> Iterator[Claim]:
    runner = _imported("netbox.jobs", "JobRunner")  # since 4.1
    for found in subclasses(runner) if runner else ():
        if (owner := owners.of_class(found)) is not None:
            yield Claim(JOB, str(getattr(found, "name", found.__name__)), owner, found)


def _widgets(owners: Owners) -> Iterator[Claim]:
    """NetBox's key has the first part of the package alone: `company` of `company.plugin_a` and `company.plugin_b`."""
    base = _imported("extras.dashboard.widgets", "DashboardWidget")
    for found in subclasses(base) if base else ():
        if (owner := owners.of_class(found)) is not None:
            yield Claim(WIDGET, f"{found.__module__.split('.')[0]}.{found.__name__}", owner, found)


def _imported(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name, None)
    except ImportError:
        return None
