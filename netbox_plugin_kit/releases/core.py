"""What NetBox's core consists of, by name and minor release: `matrix/core.json`, read into values.

The file is made by `python -m tests.core.core_facts` from the releases themselves, each started with the defaults and
no plugin; a new NetBox release is a new run of it. A name without minors in the file is in all of them. Nothing here
knows what the names are used for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from netbox_plugin_kit.data import matrix_file

__all__ = ["Core", "CoreModel", "CoreView", "Minors", "Named"]

Minors = frozenset[str]
"""Minor releases, such as `4.7`."""


@dataclass(frozen=True, slots=True)
class CoreModel:
    """A model of core.

    Attributes:
        label: `dcim.Device`.
        module: Where the newest release defines it, `dcim.models.devices`.
        table: Its table in the database.
        names: Its fields, accessors and attributes beyond those that every model has.
        sometimes: Those that only some of the releases have.
        minors: Where it exists.
    """

    label: str
    module: str
    table: str
    names: frozenset[str]
    sometimes: Mapping[str, Minors]
    minors: Minors

    def taken(self, name: str) -> Minors:
        """Where a name is a field, an accessor or an attribute of it."""
        return self.minors if name in self.names else self.sometimes.get(name, frozenset())

    @property
    def path(self) -> str:
        """How plugins import it: `dcim.models.Device`."""
        app, _, name = self.label.partition(".")
        top = app if self.module.partition(".")[0] == app else self.module.partition(".models")[0]
        return f"{top}.models.{name}"


@dataclass(frozen=True, slots=True)
class CoreView:
    """A view that core registers for one of its models (`register_model_view`).

    Attributes:
        name: `edit`; empty for the object's own page.
        path: What its URL ends with.
        detail: Whether it is about one object, rather than the list.
        minors: Where it is registered.
    """

    name: str
    path: str
    detail: bool
    minors: Minors


@dataclass(frozen=True, slots=True)
class Named:
    """A name, whom it belongs to, and where it exists.

    Attributes:
        owner: For a management command its app, `django.core`; for a tag library its module; for an app its package.
        minors: Where it exists.
    """

    owner: str
    minors: Minors


class Core:
    """NetBox's core, by name; each name with the minors that have it."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._facts = facts
        self.minors: Minors = frozenset(facts["minors"])

    @classmethod
    def load(cls) -> Core:
        """The facts that come with the kit."""
        return _load()

    def _minors(self, listed: list[str] | None) -> Minors:
        return self.minors if listed is None else frozenset(listed)

    def _names(self, key: str) -> dict[str, Minors]:
        return {name: self._minors(listed) for name, listed in self._facts[key].items()}

    def _named(self, key: str, owner: str) -> dict[str, Named]:
        return {name: Named(each[owner], self._minors(each["minors"])) for name, each in self._facts[key].items()}

    @cached_property
    def packages(self) -> dict[str, Minors]:
        """NetBox's own top-level packages: those of its apps, and `netbox`."""
        return self._names("packages")

    @cached_property
    def apps(self) -> dict[str, Named]:
        """Labels of the apps in INSTALLED_APPS, NetBox's and others."""
        return self._named("apps", "package")

    @cached_property
    def models(self) -> dict[str, CoreModel]:
        """Models of NetBox's apps, proxies too, and those of Django's content types and permissions, by label."""
        return {
            label: CoreModel(
                label=label,
                module=each["module"],
                table=each["table"],
                names=frozenset(each["names"]),
                sometimes={name: frozenset(minors) for name, minors in each["sometimes"].items()},
                minors=self._minors(each["minors"]),
            )
            for label, each in self._facts["models"].items()
        }

    @cached_property
    def _labels(self) -> dict[str, str]:
        """By `app.model` in lower case."""
        return {label.lower(): label for label in self._facts["models"]}

    def model_named(self, dotted: str) -> CoreModel | None:
        """A model as plugins write it: `dcim.models.Device`, `dcim.models.devices.Device`, or its label, `dcim.device`.

        Only labels are the same in lower case: `dcim.models.Device.site` is a field, not the model `dcim.Site`.
        """
        *place, name = dotted.split(".")
        if len(place) == 1:
            return self.models.get(self._labels.get(dotted.lower(), ""))
        if dotted.startswith("django.contrib."):
            place = place[2:]
        if place[1:2] != ["models"] or not all(module.islower() for module in place):
            return None
        return self.models.get(f"{place[0]}.{name}")

    def model_path(self, module: str, name: str) -> str | None:
        """What `from MODULE import *` brings by a name, if it is a model of core."""
        if ".models" not in f".{module}" or self._facts["packages"].get(module.partition(".")[0], "") == "":
            return None
        return f"{module}.{name}" if self.model_named(f"{module}.{name}") else None

    @cached_property
    def tables(self) -> dict[str, Minors]:
        """Every table that core's apps have, those of many-to-many relations too."""
        return self._names("tables")

    @cached_property
    def templates(self) -> dict[str, Minors]:
        """Names of the templates in NetBox's own directory and in those of its apps."""
        return self._names("templates")

    @cached_property
    def static(self) -> dict[str, Minors]:
        """Paths of NetBox's static files; those below `docs/` of 4.7 only, the first that brings them built."""
        return self._names("static")

    @cached_property
    def tag_libraries(self) -> dict[str, Named]:
        """What `{% load %}` takes: NetBox's, Django's, and those of other apps that come with NetBox."""
        return self._named("tag_libraries", "module")

    @cached_property
    def commands(self) -> dict[str, Named]:
        """Management commands, each with the app that provides it (`get_commands`)."""
        return self._named("commands", "app")

    @cached_property
    def views(self) -> dict[str, tuple[CoreView, ...]]:
        """Views that are registered for models (`registry["views"]`), by `app.model` in lower case."""
        return {
            label: tuple(
                CoreView(each["name"], each["path"], each["detail"], self._minors(each["minors"])) for each in entries
            )
            for label, entries in self._facts["views"].items()
        }

    @cached_property
    def search(self) -> dict[str, Minors]:
        """Models with a search index (`registry["search"]`), as `app.model` in lower case."""
        return self._names("search")

    @cached_property
    def data_backends(self) -> dict[str, Minors]:
        """Names of the data backends (`registry["data_backends"]`)."""
        return self._names("data_backends")

    @cached_property
    def widgets(self) -> dict[str, Minors]:
        """Keys of the dashboard widgets (`registry["widgets"]`)."""
        return self._names("widgets")

    @cached_property
    def jinja_filters(self) -> dict[str, Minors]:
        """Filters that NetBox adds to Jinja's own (`DEFAULT_JINJA2_FILTERS`); plugins register theirs since 4.7."""
        return self._names("jinja_filters")

    @cached_property
    def settings(self) -> dict[str, Minors]:
        """Upper-case names of netbox.settings, without the parameters that are changed while NetBox runs."""
        return self._names("settings")

    @cached_property
    def url_roots(self) -> dict[str, Minors]:
        """First parts of the paths that NetBox answers, those that a setting switches on and `static` among them."""
        return self._names("url_roots")

    @cached_property
    def api_roots(self) -> dict[str, Minors]:
        """First parts of the paths below /api/."""
        return self._names("api_roots")

    @cached_property
    def plugin_roots(self) -> dict[str, Minors]:
        """First parts of NetBox's own paths below /plugins/ and /api/plugins/."""
        return self._names("plugin_roots")

    @cached_property
    def menus(self) -> dict[str, Minors]:
        """Names in netbox.navigation.menu that hold menus."""
        return self._names("menus")

    @cached_property
    def migrations(self) -> dict[str, dict[str, Minors]]:
        """Names of the migrations of NetBox's own apps, by app label."""
        return {
            app: {name: self._minors(listed) for name, listed in names.items()}
            for app, names in self._facts["migrations"].items()
        }

    @cached_property
    def pins(self) -> dict[str, dict[str, str]]:
        """The version of every distribution that is installed with NetBox, by canonical name and minor.

        What NetBox does not pin itself, see `pinned`, has the version that was the newest when the file was made.
        """
        pins: dict[str, dict[str, str]] = self._facts["pins"]
        return pins

    @cached_property
    def pinned(self) -> dict[str, Minors]:
        """The distributions that NetBox requires in exactly one version (requirements.txt, the wheel's metadata)."""
        return self._names("pinned")


@cache
def _load() -> Core:
    return Core(json.loads(matrix_file("core.json").read_text(encoding="utf-8")))
