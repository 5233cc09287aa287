"""Relations: whether what they lead to exists, and whether the ways back are free."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.scaffold import kinds, names
from netbox_plugin_kit.scaffold.judging.core import core_models, missing
from netbox_plugin_kit.scaffold.judging.models import circles
from netbox_plugin_kit.scaffold.judging.project import objection
from netbox_plugin_kit.scaffold.kinds import Reference
from netbox_plugin_kit.scaffold.problems import Path, Problem
from netbox_plugin_kit.scaffold.reserved import reserved
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["problems"]


def problems(spec: Spec) -> Iterator[Problem]:
    """Every relation, then the ways back, then circles."""
    for model in spec.models:
        for field in model.own_fields:
            path = ("models", model.name, "fields", field.name)
            if isinstance(field, kinds.Relation):
                yield from _relation(spec, model, field, path)
            elif isinstance(field, kinds.Generic):
                for place, target in enumerate(field.to):
                    if reason := missing(target, spec):
                        yield Problem((*path, "to", place), reason)
    yield from _ways_back(spec)
    yield from _tabs(spec)
    yield from _circles(spec)


def _relation(spec: Spec, model: Model, field: kinds.Relation, path: Path) -> Iterator[Problem]:
    if reason := missing(field.to, spec):
        yield Problem((*path, "to"), reason)
    if isinstance(field, kinds.ManyToMany):
        if field.to.own and field.to.model == model.name:
            message = "a many-to-many field does not lead to its own model here; make a model with two foreign keys"
            yield Problem((*path, "to"), message)
    elif field.on_delete == "set-null" and field.required:
        yield Problem((*path, "on_delete"), "is `set-null`, but a value is required; add `required: false`")


def _ways_back(spec: Spec) -> Iterator[Problem]:
    """Two of one name, or one of a field's name, keep NetBox from starting (fields.E302 to fields.E305)."""
    used: dict[tuple[str, str], str] = {}
    for model in spec.models:
        for field in model.own_fields:
            if not isinstance(field, kinds.Relation | kinds.Generic):
                continue
            path = ("models", model.name, "fields", field.name, "related_name")
            if refusal := names.setting_name(field.related_name):
                yield Problem(path, objection(refusal))
                continue
            for target in (field.to,) if isinstance(field.to, Reference) else field.to:
                me = f"{model.name}.{field.name}"
                if missing(target, spec):
                    continue
                name, other = field.related_name, used.setdefault((target.dotted, field.related_name), me)
                if other != me:
                    message = f"the ways back of {other} and {me} would both be `{name}` on {target.model}"
                    yield Problem(path, f"{message}; give one a `related_name`")
                elif name in _taken(spec, target):
                    message = f"{target.model} has something called `{name}` already"
                    yield Problem(path, f"{message}; use `{_free(spec, target, name, model)}`, say")


def _free(spec: Spec, target: Reference, name: str, model: Model) -> str:
    tried = (f"{spec.short}_{name}", f"{model.snake}_{name}", f"{name}_of_{spec.short}")
    taken = _taken(spec, target)
    return next((text for text in tried if text not in taken and not names.setting_name(text)), f"{name}_of_plugin")


def _taken(spec: Spec, target: Reference) -> frozenset[str]:
    taken = reserved()
    everywhere = taken.netbox["fields.netbox"]
    if not target.own:
        return everywhere | core_models()[target.dotted].taken
    model = spec.model(target.model)
    found = everywhere | taken.netbox[f"fields.{model.base}"] | {field.name for field in model.fields}
    found |= {f"{field.name}_id" for field in model.relations} | ({"children"} if model.base == "nested" else set())
    found |= {name for field in model.generics for name in (field.type_name, field.id_name)}
    for mixin, names_ in taken.tables("features").items():
        if (mixin == "ContactsMixin" and model.contacts) or (mixin == "ImageAttachmentsMixin" and model.images):
            found |= names_
    return found


def _tabs(spec: Spec) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for tab in spec.tabs:
        first = seen.setdefault((tab.to.dotted, tab.model.name), tab.field.name)
        if first != tab.field.name:
            message = f"`{first}` gives {tab.to.model} a tab of the same objects already; leave one `tab` out"
            yield Problem(("models", tab.model.name, "fields", tab.field.name, "tab"), message)


def _circles(spec: Spec) -> Iterator[Problem]:
    """Of two objects that need each other, none can be the first."""
    leads = {
        model.name: [
            (field.to.model, field.name)
            for field in model.relations
            if field.required and field.to.own and not isinstance(field, kinds.ManyToMany)
        ]
        for model in spec.models
    }
    for model, name in circles(leads):
        message = f"leads in a circle of required relations back to {model}, so no object could be the first"
        yield Problem(("models", model, "fields", name), f"{message}; add `required: false`")
