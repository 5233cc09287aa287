"""Fields of models, in `models.py` and in the first migration."""

from __future__ import annotations

from hashlib import md5

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.source import call, docstring, translated
from netbox_plugin_kit.scaffold.kinds import Field
from netbox_plugin_kit.scaffold.releases import Range
from netbox_plugin_kit.scaffold.spec import Comparison, Model, Presence, Spec

__all__ = [
    "bases", "clone_fields", "constraints", "display", "docstring", "generics", "indexes", "meta_base",
    "migration_fields", "model_fields", "numbered", "ordering", "permissions", "rule",
]  # fmt: skip

_ON_DELETE = {"cascade": "CASCADE", "protect": "PROTECT", "set-null": "SET_NULL"}
_CLASSES: dict[type[Field], str] = {
    kinds.Char: "models.CharField",
    kinds.Slug: "models.SlugField",
    kinds.Text: "models.TextField",
    kinds.ChoiceSet: "models.CharField",
    kinds.Integer: "models.IntegerField",
    kinds.Decimal: "models.DecimalField",
    kinds.Boolean: "models.BooleanField",
    kinds.Date: "models.DateField",
    kinds.DateTime: "models.DateTimeField",
    kinds.Url: "models.URLField",
    kinds.IPAddress: "IPAddressField",
    kinds.Prefix: "IPNetworkField",
    kinds.MACAddress: "MACAddressField",
    kinds.Json: "models.JSONField",
    kinds.File: "models.FileField",
    kinds.ForeignKey: "models.ForeignKey",
    kinds.OneToOne: "models.OneToOneField",
    kinds.ManyToMany: "models.ManyToManyField",
}
_QUALIFIED = {
    "IPAddressField": "ipam.fields.IPAddressField",
    "IPNetworkField": "ipam.fields.IPNetworkField",
    "MACAddressField": "dcim.fields.MACAddressField",
}
_STRINGS = (kinds.Char, kinds.Text, kinds.Url, kinds.File)
"""Django keeps "nothing" as an empty string in these."""


def model_fields(field: Field) -> list[tuple[str, str]]:
    """The attributes of the model's class that a field takes, with their sources."""
    if isinstance(field, kinds.Generic):
        generic = call("GenericForeignKey", ct_field=repr(field.type_name), fk_field=repr(field.id_name))
        return [*_generic_columns(field), (field.name, generic)]
    words = {"verbose_name": translated(field.label), "help_text": translated(field.help) if field.help else None}
    choices = {"choices": field.class_name} if isinstance(field, kinds.ChoiceSet) else {}
    options = _options(field)
    first = {"to": options.pop("to")} if "to" in options else {}
    return [(field.name, call(_CLASSES[type(field)], {**first, **words, **choices, **options}))]


def migration_fields(field: Field) -> list[tuple[str, str]]:
    """The columns of a field as the first migration makes them: what is left after NetBox's own `deconstruct()`.

    Choices, labels and help texts are not part of migrations in NetBox (utilities/migration.py).
    """
    if isinstance(field, kinds.Generic):
        return _generic_columns(field)
    if field.name == "parent" and field.inherited:
        return []  # the tree's columns depend on the release: the template writes them
    function = _CLASSES[type(field)]
    options = _options(field)
    if isinstance(field, kinds.ChoiceSet) and field.initial:
        options["default"] = repr(field.initial.value)
    if "on_delete" in options:
        options["on_delete"] = f"django.db.{options['on_delete'].replace('models.', 'models.deletion.')}"
    if isinstance(field, kinds.Relation):
        options["to"] = repr(field.to.lower)
    return [(field.name, call(_QUALIFIED.get(function, function), options))]


def _generic_columns(field: kinds.Generic) -> list[tuple[str, str]]:
    empty = {} if field.required else {"blank": "True", "null": "True"}
    content_type = {"to": "'contenttypes.ContentType'", "on_delete": "models.PROTECT", "related_name": "'+'"}
    return [
        (field.type_name, call("models.ForeignKey", {**content_type, **empty})),
        (field.id_name, call("models.PositiveBigIntegerField", empty)),
    ]


def _options(field: Field) -> dict[str, str]:
    """The keyword arguments that decide the column."""
    return {**_specific(field), **_emptiness(field), **_default(field)}


def _specific(field: Field) -> dict[str, str]:
    options: dict[str, str] = {}
    match field:
        case kinds.Char():
            options["max_length"] = str(field.max_length)
        case kinds.ChoiceSet():
            options["max_length"] = "50"
        case kinds.Decimal():
            options |= {"max_digits": str(field.max_digits), "decimal_places": str(field.decimal_places)}
        case kinds.File():
            options["upload_to"] = repr(field.upload_to)
        case kinds.Relation():
            options["to"] = repr(field.to.dotted)
            if not isinstance(field, kinds.ManyToMany):
                options["on_delete"] = f"models.{_ON_DELETE[field.on_delete]}"
            options["related_name"] = repr(field.related_name)
    if isinstance(field, kinds.Integer | kinds.Decimal):
        limits = [("MinValueValidator", field.min), ("MaxValueValidator", field.max)]
        validators = [f"django.core.validators.{name}({value!r})" for name, value in limits if value is not None]
        if validators:
            options["validators"] = f"[{', '.join(validators)}]"
    if field.unique and not isinstance(field, kinds.OneToOne):
        options["unique"] = "True"
    return options


def _emptiness(field: Field) -> dict[str, str]:
    """How a field is left empty: Django's strings are empty, everything else is NULL."""
    if field.required or isinstance(field, kinds.Boolean):
        return {}
    if isinstance(field, kinds.ManyToMany):
        return {"blank": "True"}
    # Two empty strings are not unique, two NULLs are.
    if isinstance(field, _STRINGS) and not field.unique:
        return {"blank": "True"}
    return {"blank": "True", "null": "True"}


def _default(field: Field) -> dict[str, str]:
    match field:
        case kinds.Boolean():
            return {"default": repr(bool(field.default))}
        case kinds.ChoiceSet():
            return {"default": f"{field.class_name}.{field.prefix}_{field.initial.constant}"} if field.initial else {}
        case kinds.Json():
            return {"default": "dict"} if isinstance(field.default, dict) else {}
        case kinds.Decimal() if field.default is not None:
            return {"default": f"decimal.Decimal({str(field.default)!r})"}
    return {} if field.default is None else {"default": repr(field.default)}


_INVERSE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "!=": "=="}
_WRONG = {"exactly-one": "!= 1", "at-least-one": "< 1", "at-most-one": "> 1"}
_LONGEST_NAME = 60
"""Of a constraint: PostgreSQL cuts names at 63 bytes."""


def bases(model: Model, netbox: Range) -> list[str]:
    """The base classes of a model, most special first."""
    tree = "NestedLtreeGroupModel" if netbox.since("4.7") else "NestedGroupModel"
    features = [("ContactsMixin", model.contacts), ("ImageAttachmentsMixin", model.images)]
    return [*(name for name, wanted in features if wanted), tree if model.base == "nested" else model.prefix]


def meta_base(model: Model, netbox: Range) -> str:
    """What `class Meta` inherits, in parentheses, or nothing."""
    if model.base == "organizational" or (model.base == "nested" and netbox.since("4.7")):
        return f"({bases(model, netbox)[-1]}.Meta)"
    return ""


def ordering(model: Model, netbox: Range) -> tuple[str, ...]:
    """How objects are sorted: a tree by its branches, where NetBox keeps them in a column."""
    return ("sort_path",) if model.base == "nested" and netbox.since("4.7") else model.ordering


def clone_fields(model: Model) -> tuple[str, ...]:
    """What a clone takes over: what usually is the same."""
    kept = (kinds.ForeignKey, kinds.ChoiceSet, kinds.Boolean)
    return tuple(field.name for field in model.fields if isinstance(field, kept) and field.name != "owner")


def constraints(model: Model, netbox: Range) -> list[str]:
    """The constraints of a model's table, the same in `models.py` and in the migration."""
    found = [_unique(model, group) for group in model.unique]
    if model.base == "nested":
        for name in ("name", "slug"):
            if netbox.since("4.7"):  # PostgreSQL 15, which knows NULLS NOT DISTINCT
                found.append(_unique(model, ("parent", name), nulls_distinct="False"))
            else:
                found.append(_unique(model, ("parent", name)))
                found.append(_unique(model, (name,), condition="models.Q(parent__isnull=True)"))
    return found


def _unique(model: Model, group: tuple[str, ...], **options: str) -> str:
    name = _short(f"{model.package}_{model.lower}_unique_{'_'.join(group)}", _LONGEST_NAME)
    return call("models.UniqueConstraint", fields=repr(group), name=repr(name), **options)


def indexes(model: Model, netbox: Range) -> list[str]:
    """The indexes of a model's table beyond those of its fields: NetBox has one for every generic relation.

    MPTT adds one of its own to what a tree declares, under a name that nobody but it knows: such a tree declares none.
    """
    if model.base == "nested" and not netbox.since("4.7"):
        return []
    found = [
        call("models.Index", fields=repr((field.type_name, field.id_name)), name=repr(_index(model, field.name)))
        for field in model.generics
    ]
    if model.base == "nested":
        found.append(call("GistIndex", fields="('path',)", name=repr(_index(model, "path"))))
    return found


def _index(model: Model, name: str) -> str:
    """A name of at most 30 characters, which is what Django allows (models.E034)."""
    return f"{_short(f'{model.lower}_{name}_{_digest(model.package)}', 26)}_idx"


def _short(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 7]}_{_digest(name)}"


def _digest(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()[:6]


def permissions(model: Model) -> tuple[tuple[str, str], ...]:
    """What may be granted beyond NetBox's own actions: codenames as Django has them, and their words."""
    return tuple((action.name, f"{action.label} {model.verbose_name_plural}") for action in model.actions)


def display(model: Model) -> str:
    """What `__str__` returns; empty when the base model's will do."""
    if model.base in {"organizational", "nested"} and model.display == ("name",):
        return ""
    if not model.display:
        return numbered(model, "self")
    if len(model.display) > 1:
        return "f'" + " ".join(f"{{self.{name}}}" for name in model.display) + "'"
    field = model.field(model.display[0])
    plain = isinstance(field, kinds.Char | kinds.Text) and field.required
    return f"self.{field.name}" if plain else f"str(self.{field.name})"


def numbered(model: Model, instance: str) -> str:
    """What an object is called that has nothing to be called by: `f'Service level {self.pk}'`."""
    words = model.Verbose.replace("{", "{{").replace("}", "}}")
    return f"f{f'{words} {{{instance}.pk}}'!r}"


def generics(spec: Spec) -> list[tuple[Model, kinds.Generic]]:
    """The generic relations of a plugin, each with its model."""
    return [(model, field) for model in spec.models for field in model.generics]


def rule(item: Comparison | Presence) -> str:
    """Statements of `clean()` that refuse what breaks a rule."""
    if isinstance(item, Comparison):
        left, right = f"self.{item.left}", f"self.{item.right}"
        return (
            f"if {left} is not None and {right} is not None and {left} {_INVERSE[item.operator]} {right}:\n"
            f"    raise ValidationError({{{item.left!r}: {translated(item.message)}}})"
        )
    return (
        f"given = [name for name in {item.fields!r} if getattr(self, name) not in (None, '')]\n"
        f"if len(given) {_WRONG[item.rule]}:\n"
        f"    raise ValidationError({translated(item.message)})"
    )
