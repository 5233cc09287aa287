"""What the tests of a generated plugin create and send: other objects as variables, data for forms, CSV and REST.

The values themselves are made in `samples.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.scaffold import kinds, words
from netbox_plugin_kit.scaffold.code import samples
from netbox_plugin_kit.scaffold.code.forms import bulk_edit_fields
from netbox_plugin_kit.scaffold.code.targets import key
from netbox_plugin_kit.scaffold.kinds import Field, Generic, ManyToMany, Reference, Relation
from netbox_plugin_kit.scaffold.spec import Comparison, Model, Spec

__all__ = [
    "apart", "changed", "columns", "complete", "created", "csv_fields", "edited", "filed", "first_text", "form",
    "in_bulk", "instance", "leads_to_itself", "listed", "moments", "new", "required", "rest", "row", "sent",
    "variables",
]  # fmt: skip

_TAKEN = {"cls", "create", "create_tags", "date", "datetime", "number", "self", "tags", "values"}
"""Names that a variable would hide."""

_ROWS = 3


def new(to: Reference, spec: Spec) -> str:
    """An expression that makes an object of a model."""
    return f"create_{spec.model(to.model).snake}()" if to.own else f"create({to.lower!r})"


def created(model: Model) -> str:
    """The factory that fills every field it can, which is the ordinary one where there are no others."""
    return f"create_complete_{model.snake}" if complete(model) else f"create_{model.snake}"


def required(model: Model) -> tuple[Field, ...]:
    """What a factory has to set."""
    return tuple(field for field in samples.given(model, everything=False) if not isinstance(field, ManyToMany))


def complete(model: Model) -> tuple[Field, ...]:
    """What else a factory can set."""
    needed = samples.given(model, everything=False)
    return tuple(
        field for field in samples.given(model, everything=True) if field not in needed or isinstance(field, ManyToMany)
    )


def listed(model: Model) -> str:
    """The variable for some objects of a model: `contracts`."""
    name = model.snake_plural
    return f"{name}_" if name in _TAKEN | {field.name for field in model.fields} else name


def instance(model: Model) -> str:
    """The variable for one object: `contract`."""
    return f"{model.snake}_" if model.snake in _TAKEN else model.snake


def moments(model: Model) -> list[str]:
    """What the REST API is sent as text, but which is compared with dates, or with text: NetBox's releases differ."""
    return [field.name for field in sent(model) if isinstance(field, kinds.Date | kinds.DateTime)]


def apart(model: Model) -> tuple[Field, ...]:
    """What is sent, without what leads to the model itself."""
    return tuple(field for field in sent(model) if not leads_to_itself(model, field))


def sent(model: Model) -> tuple[Field, ...]:
    """What forms and the REST API are given: all but files, which neither can be sent as text."""
    return tuple(field for field in samples.given(model, everything=True) if not isinstance(field, kinds.File))


def filed(model: Model) -> bool:
    """Whether an object needs a file, so that it cannot be made by sending texts."""
    return any(isinstance(field, kinds.File) and field.required for field in model.fields)


def leads_to_itself(model: Model, field: Field) -> bool:
    """Whether a field leads to the model itself: an object must not be made its own parent."""
    return isinstance(field, Relation) and field.to.own and field.to.model == model.name


def variables(model: Model, spec: Spec, fields: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    """The objects that some fields lead to, as variables and what they are set to."""
    for field in fields:
        if isinstance(field, Generic):
            yield _variable(model, field), f"[{new(field.to[0], spec)} for _ in range({_ROWS})]"
        elif isinstance(field, Relation):
            many = _each(model, field)
            count = _ROWS if many else 2
            single = not many and not isinstance(field, ManyToMany)
            made = new(field.to, spec)
            yield _variable(model, field), made if single else f"[{made} for _ in range({count})]"


def _each(model: Model, field: Field) -> bool:
    """Whether every object needs another one to lead to."""
    return field.name in samples.varying(model) and not isinstance(field, ManyToMany)


def _variable(model: Model, field: Field) -> str:
    if isinstance(field, Generic):
        name = f"{field.name}_objects"
    else:
        name = words.plural(field.name) if _each(model, field) else field.name
    return f"{name}_" if name in _TAKEN | {listed(model)} else name


def _object(model: Model, field: Field, index: int) -> str:
    return f"{_variable(model, field)}[{index}]" if _each(model, field) else _variable(model, field)


def form(model: Model, index: int, fields: tuple[Field, ...] | None = None) -> list[tuple[str, str]]:
    """What a form is posted, by the names of its fields."""
    found: list[tuple[str, str]] = []
    for field in sent(model) if fields is None else fields:
        match field:
            case Generic():
                chosen = f"{_variable(model, field)}[{index}]"
                found.append((field.type_name, f"ContentType.objects.get_for_model({chosen}).pk"))
                found.append((field.name, f"{chosen}.pk"))
            case Relation() if not leads_to_itself(model, field):
                found.append((field.name, _key(model, field, index)))
            case kinds.Json() | kinds.MACAddress():
                found.append((field.name, repr(samples.cell(model, field, index))))
            case Field() if not isinstance(field, Relation):
                found.append((field.name, samples.value(model, field, index)))
    return found


def _key(model: Model, field: Relation, index: int) -> str:
    if isinstance(field, ManyToMany):
        return f"[{_singular(field)}.pk for {_singular(field)} in {_variable(model, field)}]"
    return f"{_object(model, field, index)}.pk"


def _singular(field: Relation) -> str:
    return words.snake(field.to.model)


def rest(model: Model, index: int, fields: tuple[Field, ...] | None = None) -> list[tuple[str, str]]:
    """What the REST API is sent."""
    found: list[tuple[str, str]] = []
    for field in sent(model) if fields is None else fields:
        match field:
            case Generic():
                found.append((field.type_name, repr(field.to[0].lower)))
                found.append((field.id_name, f"{_variable(model, field)}[{index}].pk"))
            case Relation() if not leads_to_itself(model, field):
                found.append((field.name, _key(model, field, index)))
            case Field() if not isinstance(field, Relation):
                found.append((field.name, samples.text(model, field, index)))
    return found


def csv_fields(model: Model) -> tuple[Field, ...]:
    """The columns of a file to import: what is needed, and what people put into lists."""
    every = apart(model)
    fields = tuple(field for field in every if field.required or not isinstance(field, kinds.Json | kinds.Text))
    return fields or every[:1]


def columns(model: Model) -> str:
    """The first line of a file to import."""
    fields = csv_fields(model)
    names = [
        name
        for field in fields
        for name in ((field.type_name, field.id_name) if isinstance(field, Generic) else (field.name,))
    ]
    return repr(",".join(names))


def row(model: Model, spec: Spec, index: int) -> str:
    """A line of a file to import."""
    cells = [_cell(model, field, spec, index) for field in csv_fields(model)]
    if not any(filled for _, filled in cells):
        return repr(",".join(text for text, _ in cells))
    escaped = (text if filled else text.replace("{", "{{").replace("}", "}}") for text, filled in cells)
    return f"f{','.join(escaped)!r}"


def _cell(model: Model, field: Field, spec: Spec, index: int) -> tuple[str, bool]:
    """A cell, and whether something is to be filled in."""
    match field:
        case Generic():
            return f"{field.to[0].lower},{{{_variable(model, field)}[{index}].pk}}", True
        case ManyToMany():
            by, name = key(field.to, spec)[1] or "pk", _variable(model, field)
            return f'"{{{name}[0].{by}}},{{{name}[1].{by}}}"', True
        case Relation():
            return f"{{{_object(model, field, index)}.{key(field.to, spec)[1] or 'pk'}}}", True
        case kinds.Json():
            quoted = samples.cell(model, field, index).replace('"', '""')
            return f'"{quoted}"', False
    return samples.cell(model, field, index), False


def edited(model: Model, spec: Spec) -> tuple[Field, ...]:
    """The same, as far as the form for many objects has it; first what surely changes and permissions can ask for."""
    known = {*bulk_edit_fields(model, spec), *(field.name for field in model.fields if field.inherited)}

    def surely(field: Field) -> int:
        match field:
            case kinds.ChoiceSet():
                return 0 if samples.value(model, field, _ANOTHER) != samples.running(model, field) else _NOT_AT_ALL
            case kinds.Char():
                return 0
            case ManyToMany() | kinds.Json():
                return _NOT_AT_ALL
        return 1

    found = sorted((field for field in in_bulk(model) if field.name in known), key=surely)
    return tuple(found) if found and surely(found[0]) < _NOT_AT_ALL else ()


_NOT_AT_ALL = 2
_ANOTHER = 3
"""Which value the form for many objects is given in tests."""


def in_bulk(model: Model) -> tuple[Field, ...]:
    """What can be set to one value on many objects."""
    compared = [rule for rule in model.rules if isinstance(rule, Comparison)]
    counted = [rule for rule in model.rules if not isinstance(rule, Comparison)]
    ruled = {name for rule in compared for name in (rule.left, rule.right)}
    ruled |= {name for rule in counted for name in rule.fields}
    barred = {"name", "slug"} | samples.varying(model) | ruled | {name for group in model.unique for name in group}
    kept = [field for field in sent(model) if field.name not in barred and not isinstance(field, Generic)]
    return tuple(field for field in kept if not leads_to_itself(model, field))


def changed(model: Model) -> Field | None:
    """What a file that is imported again changes: a text, or whatever else can be written in a cell."""
    odd = Relation | Generic | kinds.Boolean | kinds.Json | kinds.File
    ruled = {name for rule in model.rules if not isinstance(rule, Comparison) for name in rule.fields}
    plain = [field for field in model.fields if not isinstance(field, odd) and field.name not in ruled]
    if model.base == "nested":  # NetBox 4.5.0 cannot give several roots of a tree other names at once
        return model.field("description")
    return first_text(model) or next(iter(plain), None)


def first_text(model: Model) -> Field | None:
    """A text to change: what an object is called, or any other."""
    texts = [
        field
        for field in model.fields
        if isinstance(field, kinds.Char | kinds.Text) and not isinstance(field, kinds.Slug)
    ]
    barred = {name for rule in model.rules if not isinstance(rule, Comparison) for name in rule.fields}
    texts = [field for field in texts if field.name not in barred]
    return next((field for field in texts if field.name in model.display), next(iter(texts), None))
