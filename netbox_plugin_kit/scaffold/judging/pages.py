"""The menu, and content on pages that exist already."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.judging.core import missing
from netbox_plugin_kit.scaffold.kinds import Reference
from netbox_plugin_kit.scaffold.problems import Path, Problem, alternatives, quoted
from netbox_plugin_kit.scaffold.spec import Model, Spec, TemplateExtension

__all__ = ["problems"]

_EVERYWHERE = {"head", "navbar", "alerts"}


def problems(spec: Spec) -> Iterator[Problem]:
    """Menu groups and template extensions."""
    yield from _menu(spec)
    filled: dict[tuple[str, str], int] = {}
    for place, extension in enumerate(spec.template_extensions):
        path = ("template_extensions", place)
        yield from _extension(spec, extension, path)
        for target in extension.models or (Reference("", "", own=False),):
            for slot in extension.slots:
                if filled.setdefault((target.dotted, slot), place) != place:
                    of = target.dotted if extension.models else "every page"
                    yield Problem((*path, "slots"), f"`{slot}` of {of} is filled by an extension above already")


def _menu(spec: Spec) -> Iterator[Problem]:
    known = [model.name for model in spec.models]
    seen: dict[str, str] = {}
    for group in spec.menu.groups:
        for place, name in enumerate(group.models):
            path = ("menu", "groups", group.label, place)
            if name not in known:
                yield Problem(path, f"{quoted(name)} is no model of the plugin's; {alternatives(name, known)}")
            elif name in seen:
                yield Problem(path, f"`{name}` is in {quoted(seen[name])} already")
            seen.setdefault(name, group.label)


def _extension(spec: Spec, extension: TemplateExtension, path: Path) -> Iterator[Problem]:
    if not extension.models and (homeless := [slot for slot in extension.slots if slot not in _EVERYWHERE]):
        needs = f"`{homeless[0]}` is a place on the pages of models; say which in `models`"
        yield Problem((*path, "slots"), needs)
    for place, target in enumerate(extension.models):
        if reason := missing(target, spec):
            yield Problem((*path, "models", place), reason)
    if extension.shows is None:
        return
    model = next((model for model in spec.models if model.name == extension.shows), None)
    if model is None:
        known = [model.name for model in spec.models]
        message = f"{quoted(extension.shows)} is no model of the plugin's; {alternatives(extension.shows, known)}"
        yield Problem((*path, "shows"), message)
    elif not extension.models:
        yield Problem((*path, "shows"), "there is nothing on every page whose objects could be shown; add `models`")
    else:
        for target in extension.models:
            if not _leads(model, target):
                message = f"{model.name} has no relation to {target.dotted}; add one, or leave `shows` out"
                yield Problem((*path, "shows"), message)


def _leads(model: Model, target: Reference) -> bool:
    targets = [field.to for field in model.own_fields if isinstance(field, kinds.Relation)]
    return target in targets or any(target in field.to for field in model.generics)
