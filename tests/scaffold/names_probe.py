# ruff: noqa: SLF001, T201 - what is asked for has no public name, and the answer is printed
"""What names a NetBox release uses: run by that NetBox's own Python, prints JSON. No database is asked.

python names_probe.py DIRECTORY SETTING
    DIRECTORY: where the configuration may be written, SETTING: how it names the database, DATABASE or DATABASES
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import pkgutil
import re
import sys
from importlib.metadata import distributions, packages_distributions
from pathlib import Path
from typing import Any

CONFIGURATION = """
ALLOWED_HOSTS = ["*"]
DATABASE = {"NAME": "x", "USER": "x", "PASSWORD": "", "HOST": "localhost"}
REDIS = {name: {"HOST": "localhost", "PORT": 6379, "DATABASE": 0} for name in ("tasks", "caching")}
SECRET_KEY = "x" * 60
API_TOKEN_PEPPERS = {1: "x" * 60}
ISOLATED_DEPLOYMENT = True
CENSUS_REPORTING_ENABLED = False
"""
BASES = {
    "netbox": ("NetBoxModel",),
    "primary": ("PrimaryModel",),
    "organizational": ("OrganizationalModel",),
    "nested": ("NestedGroupModel", "NestedLtreeGroupModel"),  # the second one since 4.7
}


def start(directory: Path) -> None:
    """Start NetBox without any server."""
    import django

    configuration = CONFIGURATION
    if sys.argv[2:] == ["DATABASES"]:
        configuration += 'DATABASES = {"default": DATABASE}\ndel DATABASE\n'
    (directory / "names_configuration.py").write_text(configuration)
    sys.path[:0] = [str(directory)]
    os.environ.update(
        NETBOX_CONFIGURATION="names_configuration",
        DJANGO_SETTINGS_MODULE="netbox.settings",
        NETBOX_ROOT=str(directory),
    )
    django.setup()


def attributes(model: Any) -> set[str]:
    """Attributes, methods and fields; a concrete subclass has them all, what Django makes for each field, too."""
    meta = type("Meta", (), {"app_label": "npk_names"})
    concrete = type(f"Npk{model.__name__}", (model,), {"__module__": "npk_names", "Meta": meta})
    return public({*dir(concrete), *fields(concrete)})


def fields(model: Any) -> set[str]:
    """Fields with their columns."""
    found = model._meta.get_fields()
    return {field.name for field in found} | {getattr(field, "attname", field.name) for field in found}


def public(names: set[str]) -> set[str]:
    """Without those that no field may have anyway."""
    return {name for name in names if not name.startswith("_") and not name.endswith("+")}


def bases(names: tuple[str, ...]) -> set[str]:
    """What models have that are made from one of NetBox's bases, as far as this release has it."""
    import netbox.models

    found = [getattr(netbox.models, name) for name in names if hasattr(netbox.models, name)]
    return set().union(*(attributes(model) for model in found))


def features() -> dict[str, set[str]]:
    """What the mixins that a plugin's model may add bring, by mixin."""
    from django.db import models
    from netbox.models import features as module

    mixins: list[Any] = [
        item for item in vars(module).values() if isinstance(item, type) and issubclass(item, models.Model)
    ]
    return {mixin.__name__: attributes(mixin) for mixin in mixins if mixin._meta.abstract}


def openapi() -> set[str]:
    """Components of the REST API's schema: serializers without that word at their end (core/api/schema.py)."""
    from django.apps import apps
    from django.utils.module_loading import module_has_submodule
    from rest_framework.serializers import BaseSerializer

    for config in apps.get_app_configs():
        if "." not in config.name and module_has_submodule(config.module, "api.serializers"):
            importlib.import_module(f"{config.name}.api.serializers")
    return {name.removesuffix("Serializer") for name in _subclasses(BaseSerializer)}


def _subclasses(parent: Any) -> set[str]:
    """Names of those that NetBox has."""
    found: set[str] = set()
    for child in parent.__subclasses__():
        found |= _subclasses(child)
        if child.__module__.partition(".")[0] in packages():
            found.add(child.__name__)
    return found


def graphql() -> set[str]:
    """Types of the GraphQL schema."""
    from netbox.graphql.schema import schema

    return {name for name in schema._schema.type_map if not name.startswith("_")}


def inherited() -> dict[str, set[str]]:
    """What the classes beside a model use for themselves, and so no field can be shown or filtered by."""
    from netbox.api.serializers import NetBoxModelSerializer
    from netbox.filtersets import NetBoxModelFilterSet
    from netbox.forms import NetBoxModelFilterSetForm
    from netbox.tables import NetBoxTable

    return {
        "NetBoxModelSerializer": set(NetBoxModelSerializer._declared_fields),
        "NetBoxModelFilterSet": set(NetBoxModelFilterSet.base_filters),
        "NetBoxModelFilterSetForm": set(NetBoxModelFilterSetForm.base_fields),
        "NetBoxTable": set(NetBoxTable.base_columns),
    }


def urls() -> set[str]:
    """First parts of the paths that NetBox itself has below /plugins/ and /api/plugins/; its URLs ask the database."""
    from netbox.plugins.urls import plugin_api_patterns, plugin_patterns

    return {str(item.pattern).partition("/")[0] for item in (*plugin_patterns, *plugin_api_patterns)} - {""}


def choices() -> set[str]:
    """Choice sets: the GraphQL enumeration of `XChoices` is `XEnum`."""
    from utilities.choices import ChoiceSet

    return {name for name in _subclasses(ChoiceSet) if name.endswith("Choices")}


@functools.cache
def packages() -> set[str]:
    """NetBox's own packages: beside its settings in a checkout, of its distribution since 4.7."""
    home = Path(sys.modules["netbox"].__file__ or "").parent.parent
    if home.name == "netbox":
        return {item.name for item in pkgutil.iter_modules([str(home)])}
    return {name for name, distributions in packages_distributions().items() if "netbox" in distributions}


def main(directory: Path) -> None:
    """Print it all."""
    start(directory)
    from django.apps import apps

    own = packages()
    facts = {
        "packages": own,
        "installed": {name for name in packages_distributions() if re.fullmatch(r"[A-Za-z]\w*(?<!__mypyc)", name)},
        "distributions": {item.metadata["Name"].lower().replace("_", "-") for item in distributions()},
        "labels": {config.label for config in apps.get_app_configs()},
        "models": {model.__name__ for model in apps.get_models() if model.__module__.partition(".")[0] in own},
        "graphql": graphql(),
        "openapi": openapi(),
        "choices": choices(),
        "urls": urls(),
        "beside": inherited(),
        "fields": {key: bases(names) for key, names in BASES.items()},
        "features": features(),
    }
    print(json.dumps(facts, default=sorted))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
