"""Models: their names, and what they say about their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netbox_plugin_kit.scaffold import kinds, names
from netbox_plugin_kit.scaffold.judging.fields import unsuitable
from netbox_plugin_kit.scaffold.judging.project import objection
from netbox_plugin_kit.scaffold.problems import Problem, alternatives, quoted
from netbox_plugin_kit.scaffold.spec import Action, Model, Spec

__all__ = ["circles", "columns", "problems"]

_VIEWS = {
    "add", "bulk_delete", "bulk_edit", "bulk_import", "bulk_rename", "change", "changelog", "clone", "contacts",
    "create", "delete", "edit", "export", "image_attachments", "import", "jobs", "journal", "list", "sync", "view",
}  # fmt: skip
"""What views of NetBox's and permissions are called."""


def problems(spec: Spec) -> Iterator[Problem]:
    """Each model by itself, then all of them together."""
    for name, refusal in names.model_names([model.name for model in spec.models]):
        yield Problem(("models", name), objection(refusal))
    for model in spec.models:
        if not model.fields:
            yield Problem(("models", model.name), "has no fields; give it one, `name: {type: char}`, say")
        yield from _listed(model)
        yield from _unique(model)
        for action in model.actions:
            yield from _action(spec, model, action)
    yield from _spellings(spec)
    yield from _circles(spec)


def columns(model: Model) -> dict[str, kinds.Field]:
    """What a model's table can be asked for, each with the field it belongs to."""
    found = {field.name: field for field in model.fields}
    for field in model.generics:
        found |= {field.type_name: field, field.id_name: field}
    return found


def _listed(model: Model) -> Iterator[Problem]:
    path, known = ("models", model.name), {field.name: field for field in model.fields}
    for place, name in enumerate(model.display):
        if name not in known:
            yield Problem((*path, "display", place), _unknown(name, known))
        elif isinstance(known[name], kinds.ManyToMany | kinds.Json):
            yield Problem(
                (*path, "display", place), f"a {known[name].type} field is no name for an object; leave it out"
            )
    columns_ = columns(model)
    for place, text in enumerate(model.ordering):
        name = text.removeprefix("-")
        if name == "pk":
            continue
        if name not in columns_:
            yield Problem((*path, "ordering", place), _unknown(name, {**columns_, "pk": None}))
        elif isinstance(columns_[name], kinds.UNSORTED) and name in known:
            yield Problem((*path, "ordering", place), f"nothing can be sorted by a {columns_[name].type} field")


def _unique(model: Model) -> Iterator[Problem]:
    known = columns(model)
    for place, group in enumerate(model.unique):
        path = ("models", model.name, "unique", place)
        for name in group:
            if name not in known:
                yield Problem(path, _unknown(name, known))
            elif isinstance(field := known[name], kinds.Generic) and name == field.name:
                yield Problem(path, f"`{name}` has no column of its own; write {field.type_name}, {field.id_name}")
            elif isinstance(field, kinds.ManyToMany | kinds.Json | kinds.File):
                yield Problem(path, f"`{name}`: values of {field.type} fields cannot be unique together")
        if model.base == "nested" and set(group) in ({"parent", "name"}, {"parent", "slug"}):
            yield Problem(path, "every NestedGroupModel has this constraint; leave it out")


def _action(spec: Spec, model: Model, action: Action) -> Iterator[Problem]:
    path = ("models", model.name, "actions", action.name)
    tabs = {tab.model.snake_plural for tab in spec.tabs if tab.to.own and tab.to.model == model.name}
    if refusal := names.setting_name(action.name):
        yield Problem(path, objection(refusal))
    elif action.name in _VIEWS or action.name in tabs:
        yield Problem(path, f"`{action.name}` is a view or permission that the model has already; use another word")
    known = {field.name: field for field in model.fields}
    for name, value in action.sets:
        if name not in known:
            yield Problem((*path, "sets", name), _unknown(name, known))
        elif reason := unsuitable(known[name], value):
            yield Problem((*path, "sets", name), reason)


def _unknown(name: str, known: Mapping[str, object]) -> str:
    return f"{quoted(name)} is no field of the model; {alternatives(name, known)}"


def _spellings(spec: Spec) -> Iterator[Problem]:
    """Different names may give the same path, or the same field of GraphQL's queries."""
    paths: dict[str, str] = {}
    queries: dict[str, str] = {}
    for model in spec.models:
        path = ("models", model.name)
        where = (*path, "verbose_name_plural")
        if not model.path:
            yield Problem(where, f"{quoted(model.verbose_name_plural)} has no ASCII letters, of which paths are made")
        elif other := paths.get(model.path):
            yield Problem(
                where, f"`{other}` and `{model.name}` would both be at `{model.path}/`; choose another plural"
            )
        paths.setdefault(model.path, model.name)
        for query in (model.snake, f"{model.snake}_list"):
            if other := queries.get(query):
                yield Problem(path, f"`{other}` and `{model.name}` would both be `{query}` in GraphQL; rename one")
        queries |= dict.fromkeys((model.snake, f"{model.snake}_list"), model.name)


def _circles(spec: Spec) -> Iterator[Problem]:
    """`str()` and sorting follow relations; in a circle they never end."""
    for key in ("display", "ordering"):
        leads: dict[str, list[tuple[str, str]]] = {}
        for model in spec.models:
            used = {name.removeprefix("-") for name in getattr(model, key)}
            leads[model.name] = [
                (field.to.model, field.name)
                for field in model.relations
                if field.name in used and field.to.own and not isinstance(field, kinds.ManyToMany)
            ]
        for model_name, field_name in circles(leads):
            message = (
                f"`{field_name}` leads in a circle back to {model_name}, so it would never end; choose other fields"
            )
            yield Problem(("models", model_name, key), message)


def circles(leads: Mapping[str, list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Those that lead back to themselves, each with the step that begins the circle."""
    for start, steps in leads.items():
        for target, label in steps:
            seen, waiting = set(), [target]
            while waiting:
                here = waiting.pop()
                if here not in seen:
                    seen.add(here)
                    waiting += [further for further, _ in leads.get(here, ())]
            if start in seen:
                yield start, label
                break
