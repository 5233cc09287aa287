"""What the tests of a generated plugin try: values that break rules, parameters of filters, pages that are extended."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code import content, filters, fixtures, samples
from netbox_plugin_kit.scaffold.code.views import action_assignments
from netbox_plugin_kit.scaffold.kinds import Field, Generic, ManyToMany, Reference, Relation
from netbox_plugin_kit.scaffold.spec import Action, Comparison, Model, Presence, Spec

__all__ = [
    "broken", "comes_back", "core_pages", "demanded", "distinct", "extended", "filtered", "leading", "named_by",
    "searchable", "set_by",
]  # fmt: skip

Case = tuple[list[tuple[str, str]], str]
"""Fields with what they are set to, and what `clean()` says of it; nothing if it is right."""

_STRINGS = kinds.Char | kinds.Text | kinds.Url | kinds.File
_NO_FILTER = kinds.Json | kinds.File
_FEW = 2


def broken(model: Model, spec: Spec) -> Iterator[tuple[str, list[Case]]]:
    """A test for every rule: its name, and its cases."""
    for number, rule in enumerate(model.rules):
        again = f"_{number + 1}" if number else ""
        if isinstance(rule, Comparison):
            yield f"test_{rule.left}_and_{rule.right}{again}", list(_compared(model, spec, rule))
        else:
            yield f"test_{rule.rule.replace('-', '_')}{again}", list(_present(model, spec, rule))


def _compared(model: Model, spec: Spec, rule: Comparison) -> Iterator[Case]:
    left, right = model.field(rule.left), model.field(rule.right)
    if isinstance(left, Relation):  # they are compared with != alone
        yield [(field.name, _some(model, field, spec)) for field in (left, right)], ""
        yield [(rule.right, f"{fixtures.instance(model)}.{rule.left}")], rule.message
        return
    first, second = samples.value(model, left, 0), samples.value(model, right, 0)
    wrong = (first, first) if rule.operator in {"!=", "<", ">"} else (second, first)
    yield [(rule.left, first), (rule.right, second)], ""
    yield [(rule.left, wrong[0]), (rule.right, wrong[1])], rule.message


def _present(model: Model, spec: Spec, rule: Presence) -> Iterator[Case]:
    fields = [model.field(name) for name in rule.fields]
    full = [(field.name, _some(model, field, spec)) for field in fields]
    empty = [(field.name, "''" if isinstance(field, _STRINGS) else "None") for field in fields]
    yield [full[0], *empty[1:]], ""
    yield empty, "" if rule.rule == "at-most-one" else rule.message
    yield full, "" if rule.rule == "at-least-one" else rule.message


def _some(model: Model, field: Field, spec: Spec) -> str:
    return fixtures.new(field.to, spec) if isinstance(field, Relation) else samples.value(model, field, 0)


def distinct(model: Model, spec: Spec, index: int) -> list[tuple[str, str]]:
    """What the objects that are filtered are made with."""
    found = []
    for field in samples.given(model, everything=True):
        match field:
            case Generic():
                found.append((field.name, fixtures.new(field.to[min(index, len(field.to) - 1)], spec)))
            case ManyToMany():
                found.append((field.name, f"[{fixtures.new(field.to, spec)}]"))
            case Relation() if not fixtures.leads_to_itself(model, field):
                found.append((field.name, fixtures.new(field.to, spec)))
            case Field() if not isinstance(field, Relation | kinds.File):
                found.append((field.name, samples.value(model, field, index)))
    return found


def leading(model: Model) -> list[Generic]:
    """The generic relations that lead somewhere in the tests."""
    return [field for field in samples.given(model, everything=True) if isinstance(field, Generic)]


def comes_back(model: Model, spec: Spec) -> bool:
    """Whether making an object may make others of the same model, which what it leads to needs."""
    seen: set[str] = set()
    waiting = [target for field in model.fields for target in _leads_to(field)]
    while waiting:
        target = waiting.pop()
        if not target.own or target.model in seen:
            continue
        seen.add(target.model)
        waiting += [item for field in fixtures.required(spec.model(target.model)) for item in _leads_to(field)]
    return model.name in seen


def _leads_to(field: Field) -> tuple[Reference, ...]:
    return field.to if isinstance(field, Generic) else (field.to,) if isinstance(field, Relation) else ()


def searchable(model: Model) -> Field | None:
    """The text that is looked for."""
    return fixtures.first_text(model)


def filtered(model: Model, spec: Spec) -> Iterator[tuple[str, str, str, int]]:
    """For every field: its name, its parameter, the values asked for, and how many of three objects have one."""
    objects = f"self.{fixtures.listed(model)}"
    for field in samples.given(model, everything=True):
        name = filters.filter_name(field, model)
        match field:
            case Generic():
                targets = [field.to[min(index, len(field.to) - 1)] for index in range(3)]
                count = sum(target == field.to[0] for target in targets)
                asked: object = [field.to[0].lower] if spec.netbox.since("4.6") else field.to[0].lower
                yield field.type_name, field.type_name, repr(asked), count
                yield field.id_name, field.id_name, f"[{objects}[0].{field.id_name}]", _same_number(targets)
            case ManyToMany():
                yield (
                    field.name,
                    name,
                    f"[{objects}[0].{field.name}.get().pk, {objects}[1].{field.name}.get().pk]",
                    _FEW,
                )
            case Relation() if not fixtures.leads_to_itself(model, field):
                yield field.name, name, f"[{objects}[0].{field.name}.pk, {objects}[1].{field.name}.pk]", _FEW
            case kinds.Text() if field.name != "comments":
                yield field.name, name, repr(samples.cell(model, field, 0)), 1
            case kinds.Boolean():
                yield field.name, name, repr(not field.default), 3
            case Field() if not isinstance(field, Relation | kinds.Text | _NO_FILTER):
                wanted = [samples.cell(model, field, index) for index in range(_FEW)]
                count = sum(samples.cell(model, field, index) in wanted for index in range(3))
                yield field.name, name, _parameters(model, field), count


def _same_number(targets: list[Reference]) -> int:
    """Primary keys of different models may be the same, so only one of each is sure to differ: ask with care."""
    return -1 if len(set(targets)) > 1 else 1


def _parameters(model: Model, field: Field) -> str:
    if isinstance(field, kinds.ChoiceSet | kinds.Integer):
        return f"[{samples.value(model, field, 0)}, {samples.value(model, field, 1)}]"
    return repr([samples.cell(model, field, index) for index in range(_FEW)])


def demanded(model: Model) -> list[str]:
    """The fields of a form that must not be left empty, if nothing else is said of an empty form."""
    if model.rules:
        return []
    names = [
        (field.type_name, field.name) if isinstance(field, Generic) else (field.name,)
        for field in model.fields
        if _asked(field)
    ]
    return sorted(name for pair in names for name in pair)


def _asked(field: Field) -> bool:
    return field.required and not isinstance(field, kinds.Boolean)


def named_by(model: Model, spec: Spec) -> list[str]:
    """The permissions without which GraphQL cannot say what an object is called: it is called after others."""
    found: dict[str, None] = {}
    waiting = [model]
    while waiting:
        current = waiting.pop()
        for field in map(current.field, current.display):
            for to in _targets(field):
                permission = f"{to.app}.view_{to.model.lower()}"
                waiting += [spec.model(to.model)] if to.own and permission not in found else []
                found[permission] = None
    return list(found)


def set_by(action: Action, model: Model) -> list[tuple[str, str]]:
    """What an action sets, as fields and their values."""
    statements = action_assignments(action, model)
    return [(name, statement.partition(" = ")[2]) for (name, _), statement in zip(action.sets, statements, strict=True)]


def core_pages(spec: Spec) -> SimpleNamespace:
    """The pages of other models that are added to.

    Returns:
        `names`: the beginning of the line that makes an object, where it is needed again; `objects`: whose pages.
    """
    names: dict[str, str] = {}
    objects: list[str] = []
    found: list[tuple[Model, Field]] = [(tab.model, tab.field) for tab in spec.tabs if not tab.to.own]
    found += [(item.shows, field) for item in content.contents(spec) if item.shows for field in item.fields]
    for model, field in found:
        if _targets(field)[0].own:
            continue
        names[model.name] = f"{model.snake} = "
        source = f"{model.snake}.{field.name}" + (".get()" if isinstance(field, ManyToMany) else "")
        objects += [source] if source not in objects else []
    for item in content.contents(spec):
        objects += [
            f"create({label!r})" for label in item.models if not item.shows and not label.startswith(f"{spec.package}.")
        ]
    return SimpleNamespace(names=names, objects=objects)


def extended(spec: Spec) -> Iterator[tuple[content.Content, Field, Reference]]:
    """The contents with objects of the plugin: with the field that leads to the page's object, and its model."""
    for item in content.contents(spec):
        if item.shows and item.fields:
            field = item.fields[0]
            for label in item.models:
                yield from ((item, field, target) for target in _targets(field) if target.lower == label)


def _targets(field: Field) -> tuple[Reference, ...]:
    match field:
        case Generic():
            return field.to
        case Relation():
            return (field.to,)
    return ()
