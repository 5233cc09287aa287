"""Objects of a plugin's models, and of the models of core that it adds to: something to look at, to hide and to lose.

They are the author's where the author says how to make them: a function that is named in pyproject.toml, or the
factories that tests are written with. Everything else is made from what the models say of themselves.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from .boot import Booted
from .protocol import Finding, Request
from .trouble import place, summary

__all__ = ["Population", "models", "populate", "touched_models"]

_WANTED = 2
"""Of each model: one that a user may see, and one that the user may not."""

_FACTORIES = ("tests.factories", "factories", "testing.factories", "tests.utils")
"""Modules where plugins keep functions `create_<model>` or classes of factory_boy."""


@dataclass(frozen=True)
class Population:
    """What there is now.

    Attributes:
        objects: Objects of the plugin's models, by model label.
        core: Objects of core's models that the plugin adds to.
        problems: Models without objects, and why.
    """

    objects: dict[str, list[Any]]
    core: list[Any]
    problems: list[Finding] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many objects of the plugin there are."""
        return sum(map(len, self.objects.values()))


def models(netbox: Booted) -> list[Any]:
    """The plugin's models, those without a table of their own left out."""
    return [model for model in netbox.config.get_models() if _has_table(model)]


def touched_models(netbox: Booted) -> list[Any]:
    """Models of core whose pages the plugin adds to: by template extensions, and by views of its own."""
    from django.apps import apps
    from netbox.registry import registry

    own = f"{netbox.package.__name__}."
    found: dict[str, Any] = {}
    for label, extensions in registry["plugins"]["template_extensions"].items():
        if label and any(f"{extension.__module__}.".startswith(own) for extension in extensions):
            found[label] = None
    for app, by_model in registry["views"].items():
        for model, views in by_model.items():
            if any(_module(view["view"]).startswith(own) for view in views):
                found[f"{app}.{model}"] = None
    labels = set(netbox.labels())
    touched = []
    for label in found:
        app, _, name = label.partition(".")
        if app not in labels and name in apps.all_models.get(app, {}):
            touched.append(apps.get_model(label))
    return [model for model in touched if _has_table(model)]


def _has_table(model: Any) -> bool:
    return model._meta.managed and not model._meta.proxy


def _module(view: Any) -> str:
    return f"{view if isinstance(view, str) else view.__module__}."


def populate(netbox: Booted, request: Request) -> Population:
    """Make objects in the database that Django is connected to; whatever fails is in the problems."""
    problems: list[Finding] = []
    if request.objects:
        problems += _ask_author(request)
    factories = list(_factories(netbox))
    objects: dict[str, list[Any]] = {}
    for model in models(netbox):
        label = model._meta.label
        found = list(model._default_manager.all()[:_ENOUGH])
        while len(found) < _WANTED:
            made = _make(model, factories, request)
            if isinstance(made, Finding):
                problems.append(made)
                break
            found.append(made)
        objects[label] = found
    return Population(objects, list(_core(netbox, problems)), problems)


_ENOUGH = 20
"""Of many objects of a model the first ones are looked at."""


def _ask_author(request: Request) -> Iterator[Finding]:
    module, _, name = str(request.objects).partition(":")
    try:
        with _savepoint():
            getattr(importlib.import_module(module), name or "create")()
    except Exception as problem:
        path, line = place(problem, request.site)
        yield Finding(f"objects = {request.objects!r} fails: {summary(problem)}", path, line)


def _factories(netbox: Booted) -> Iterator[Any]:
    """Modules of the plugin that make objects."""
    for name in _FACTORIES:
        try:
            yield importlib.import_module(f"{netbox.package.__name__}.{name}")
        except MemoryError:
            raise
        except BaseException:  # noqa: S112 - one that does not import is no factory; the tests say what is wrong with it
            continue


def _make(model: Any, factories: list[Any], request: Request) -> Any:
    """An object of a model, or what stands in the way."""
    problems = []
    makers: list[Callable[[], Any]] = [*_offers(model, factories), partial(_create, model)]
    for make in makers:
        try:
            with _savepoint():
                return make()
        except Exception as problem:
            problems.append(problem)
    path, line = place(problems[-1], request.site)
    return Finding(
        f"no object of {model._meta.label} can be made from its model: {summary(problems[-1])}",
        path, line, severity="warning",
        fix=f"write create_{_snake(model.__name__)}() in {_FACTORIES[0].replace('.', '/')}.py, or name a function that "
        'makes objects: objects = "package.module:function" in [tool.netbox-plugin-kit]',
    )  # fmt: skip


def _offers(model: Any, factories: list[Any]) -> Iterator[Callable[[], Any]]:
    """What the author's factories have for a model: the complete object first, it shows most."""
    name = _snake(model.__name__)
    for module in factories:
        for function in (f"create_complete_{name}", f"create_{name}"):
            if callable(found := getattr(module, function, None)):
                yield found
        for value in vars(module).values():
            if value is not model and getattr(getattr(value, "_meta", None), "model", None) is model:
                make: Any = getattr(value, "create", None)  # of factory_boy
                if callable(make):
                    yield make


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _create(model: Any) -> Any:
    """An object that the plugin itself accepts: what happens to one that it would refuse says nothing about it."""
    from netbox_plugin_kit.testing.factory import create

    instance = create(model)
    instance.full_clean()
    return instance


def _core(netbox: Booted, problems: list[Finding]) -> Iterator[Any]:
    """An object of each model of core that the plugin adds to; what the kit cannot make is said, and nobody's fault."""
    from netbox_plugin_kit.testing.factory import create

    for model in touched_models(netbox):
        try:
            with _savepoint():
                found = model._default_manager.first() or create(model)
        except Exception as problem:
            message = f"what is added to {model._meta.label} is not looked at: {summary(problem)}"
            problems.append(Finding(message, severity="info"))
        else:
            yield found


def _savepoint() -> Any:
    """What fails half-way leaves nothing, and the transaction around it usable."""
    from django.db import transaction

    return transaction.atomic()
