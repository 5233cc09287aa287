"""Forms: adding and editing one object, editing and importing many, and narrowing a list.

Every `..._fields` gives the fields that a form defines, by name; what Django makes of the model's own field is left to
it.
"""

from __future__ import annotations

from collections.abc import Mapping

from netbox_plugin_kit.scaffold import kinds, words
from netbox_plugin_kit.scaffold.code.filters import filter_name
from netbox_plugin_kit.scaffold.code.layout import groups, ordered
from netbox_plugin_kit.scaffold.code.source import call as _call
from netbox_plugin_kit.scaffold.code.source import translated
from netbox_plugin_kit.scaffold.code.targets import class_name, has_choices, key, label, queryset, tenancy
from netbox_plugin_kit.scaffold.kinds import Field, Reference
from netbox_plugin_kit.scaffold.spec import Model, Presence, Spec
from netbox_plugin_kit.scaffold.words import capitalized

__all__ = [
    "bulk_edit_fields", "bulk_edit_fieldsets", "content_types", "filter_bases", "filter_fields", "filter_fieldsets",
    "form_bases", "has_selector", "import_fields", "import_meta_fields", "model_fields", "model_fieldsets",
    "model_meta_fields", "nullable_fields", "picked", "together",
]  # fmt: skip

_DATES: dict[type[Field], tuple[str, str]] = {
    kinds.Date: ("forms.DateField", "DatePicker()"),
    kinds.DateTime: ("forms.DateTimeField", "DateTimePicker()"),
}


_ORDER = (
    "label", "slug_source", "queryset", "choices", "max_length", "min_value", "max_value", "to_field_name", "required",
    "disabled", "selector", "null_option", "initial", "assume_scheme", "widget", "help_text",
)  # fmt: skip
"""In which NetBox's forms usually say what a field is."""


def call(function: str, arguments: Mapping[str, str | None]) -> str:
    """A form's field, with what is said of it in the usual order."""
    return _call(function, {name: arguments[name] for name in _ORDER if name in arguments})


def _common(field: Field, *, required: bool | None = None, helps: bool = True) -> dict[str, str | None]:
    needed = field.required if required is None else required
    return {
        "label": translated(field.Label),
        "required": None if needed else "False",
        "help_text": translated(field.help) if field.help and helps else None,
    }


def _choice(field: kinds.Relation, spec: Spec, options: dict[str, str | None], *, many: bool) -> str:
    """A selection of objects: asked of the REST API while one types, or, where there is none, a plain list."""
    dynamic = has_choices([field.to], spec)
    several = "Multiple" if many else ""
    function = f"DynamicModel{several}ChoiceField" if dynamic else f"forms.Model{several}ChoiceField"
    return call(function, {"queryset": queryset(field.to, spec), **options})


def _by_base(field: Field, model: Model) -> bool:
    """Whether NetBox's form or mixin brings the field along."""
    if field.name == "tenant" and tenancy(model):
        return True
    return field.inherited and field.name in {"name", "slug", "description", "owner", "comments"}


#
# One object
#


def form_bases(model: Model) -> list[str]:
    """The base classes of the form of one object."""
    return [*(["TenancyForm"] if tenancy(model) else []), f"{model.prefix}Form"]


def model_fields(model: Model, spec: Spec) -> dict[str, str]:
    """The fields of the form of one object."""
    found: dict[str, str] = {}
    for field in model.fields:
        if not _by_base(field, model):
            found.update(_model_field(field, model, spec))
    return found


def _model_field(field: Field, model: Model, spec: Spec) -> dict[str, str]:
    common = _common(field)
    match field:
        case kinds.Slug():
            source = model.display[0] if model.display and not model.has("name") else None
            return {field.name: call("SlugField", {"slug_source": repr(source) if source else None, **common})}
        case kinds.Text() if field.markdown:
            return {field.name: _comments(field, common)}
        case kinds.Json():
            return {field.name: call("JSONField", common)}
        case kinds.Generic():
            return _generic(field, spec)
        case kinds.Relation():
            return {field.name: _choice(field, spec, common, many=isinstance(field, kinds.ManyToMany))}
    return {}


def _comments(field: Field, common: dict[str, str | None]) -> str:
    """A CommentField is optional unless it is told otherwise, and called Comments."""
    options = {**common, "required": "True" if common["required"] is None else None}
    return call("CommentField", options if field.name != "comments" else {**options, "label": None})


def _generic(field: kinds.Generic, spec: Spec) -> dict[str, str]:
    """Two fields: what kind of object it is, and which; the second one follows the first, as core's scopes do."""
    common = _common(field)
    chosen = {"queryset": f"{class_name(field.to[0], spec)}.objects.none()", "disabled": "True"}
    dynamic = has_choices(field.to, spec)
    return {
        field.type_name: call(
            "ContentTypeChoiceField",
            {
                "label": translated(f"{field.Label} type"), "queryset": content_types(field),
                "required": common["required"], "widget": "HTMXSelect()",
            },
        ),
        field.name: call(
            "DynamicModelChoiceField" if dynamic else "forms.ModelChoiceField",
            {**common, **chosen, "selector": "True" if has_selector(field, spec) else None},
        ),
    }  # fmt: skip


def has_selector(field: kinds.Generic, spec: Spec) -> bool:
    """Whether objects can be looked for in a window of their own: it shows a REST API's objects and a filter form."""
    return has_choices(field.to, spec) and (spec.features.filter_forms or not any(to.own for to in field.to))


def content_types(field: kinds.Generic) -> str:
    """The content types a generic relation may lead to."""
    parts = [f"Q(app_label={to.app!r}, model={to.model.lower()!r})" for to in field.to]
    return f"ContentType.objects.filter({' | '.join(parts)})"


def together(field: kinds.Generic, model: Model) -> bool:
    """Whether a generic relation is part of what must be unique, so that its columns must be validated."""
    return any({field.type_name, field.id_name} & set(group) for group in model.unique)


def model_meta_fields(model: Model) -> list[str]:
    """`Meta.fields` of the form of one object: generic relations are set by the form itself."""
    found: list[str] = []
    for field in ordered(model):
        found += ["tenant_group"] if field.name == "tenant" and tenancy(model) else []
        found += [] if isinstance(field, kinds.Generic) else [field.name]
    return [*found, "tags"]


def picked(model: Model) -> dict[str, str]:
    """The widgets of dates, by field."""
    return {field.name: _DATES[type(field)][1] for field in model.fields if type(field) in _DATES}


def _fieldset(items: list[str], title: str = "") -> str:
    shown = ", ".join(repr(item) for item in items)
    return f"FieldSet({shown}{f', name={translated(title)}' if title else ''})"


def model_fieldsets(model: Model) -> list[str]:
    """The groups of the form of one object."""
    (title, main), *others = groups(model)
    found = [_fieldset([*_names(main), "tags"], title)]
    found += [_fieldset(_names(members), name) for name, members in others]
    return [*found, *([_fieldset(["tenant_group", "tenant"], "Tenancy")] if tenancy(model) else [])]


def _names(members: list[Field]) -> list[str]:
    found: list[str] = []
    for field in members:
        found += [field.type_name, field.name] if isinstance(field, kinds.Generic) else [field.name]
    return found


#
# Many objects at once
#


def _is_shared(field: Field, model: Model) -> bool:
    """Whether several objects can have one value, so that editing them together makes sense.

    What has a value instead of another field has not: objects that have the other one would be refused.
    """
    single = (
        kinds.Slug, kinds.File, kinds.Generic, kinds.OneToOne, kinds.IPAddress, kinds.Prefix, kinds.MACAddress,
    )  # fmt: skip
    named = isinstance(field, kinds.Char) and (field.name == "name" or field.name in model.display)
    instead = any(
        field.name in rule.fields for rule in model.rules if isinstance(rule, Presence) and rule.rule != "at-least-one"
    )
    return not (field.unique or named or instead or isinstance(field, single))


def bulk_edit_fields(model: Model, spec: Spec) -> dict[str, str]:
    """The fields of the form for many objects."""
    return {
        field.name: _bulk_edit_field(field, spec)
        for field in model.fields
        if _is_shared(field, model) and not (field.inherited and field.name != "parent")
    }


def _bulk_edit_field(field: Field, spec: Spec) -> str:  # noqa: PLR0911 - one for each kind
    common = _common(field, required=False, helps=False)
    match field:
        case kinds.Text() if field.markdown:
            return _comments(field, common)
        case kinds.Text():
            return call("forms.CharField", {**common, "widget": "forms.Textarea()"})
        case kinds.Char():
            return call("forms.CharField", {**common, "max_length": str(field.max_length)})
        case kinds.Url():
            return call("forms.URLField", {**common, "assume_scheme": "'https'"})
        case kinds.ChoiceSet():
            choices = f"add_blank_choice({field.class_name})"
            return call("forms.ChoiceField", {**common, "choices": choices, "initial": "''"})
        case kinds.Boolean():
            return call("forms.NullBooleanField", {**common, "widget": "BulkEditNullBooleanSelect()"})
        case kinds.Json():
            return call("JSONField", common)
        case kinds.Relation():
            return _choice(field, spec, common, many=isinstance(field, kinds.ManyToMany))
    return _number_or_date(field, common)


def _number_or_date(field: Field, common: dict[str, str | None]) -> str:
    if type(field) in _DATES:
        function, widget = _DATES[type(field)]
        return call(function, {**common, "widget": widget})
    if isinstance(field, kinds.Integer | kinds.Decimal):
        limits = {"min_value": field.min, "max_value": field.max}
        bounds = {name: repr(value) for name, value in limits.items() if value is not None}
        return call(
            "forms.IntegerField" if isinstance(field, kinds.Integer) else "forms.DecimalField", {**common, **bounds}
        )
    return call("forms.CharField", common)


def bulk_edit_fieldsets(model: Model, spec: Spec) -> list[str]:
    """The groups of the form for many objects."""
    known = {*bulk_edit_fields(model, spec), *(["description"] if model.base != "netbox" else [])}
    parts = [(title, [field.name for field in members if field.name in known]) for title, members in groups(model)]
    tenant = [("Tenancy", ["tenant"])] if tenancy(model) else []
    return [_fieldset(names, title) for title, names in [*parts, *tenant] if names]


def nullable_fields(model: Model, spec: Spec) -> tuple[str, ...]:
    """What can be emptied."""
    known = bulk_edit_fields(model, spec)
    return tuple(
        field.name
        for field in ordered(model)
        if not field.required and not isinstance(field, kinds.Boolean)
        and (field.name in known or (field.inherited and field.name in {"description", "comments"}))
    )  # fmt: skip


def import_fields(model: Model, spec: Spec) -> dict[str, str]:
    """The fields of the form that reads imported data."""
    found: dict[str, str] = {}
    for field in model.fields:
        if not (field.inherited and field.name != "parent"):
            found.update(_import_field(field, model, spec))
    return found


def _import_field(field: Field, model: Model, spec: Spec) -> dict[str, str]:
    common = _common(field)
    match field:
        case kinds.Slug():
            return {field.name: call("SlugField", common)}
        case kinds.ChoiceSet():
            return {field.name: call("CSVChoiceField", {**common, "choices": field.class_name})}
        case kinds.Json():
            return {field.name: call("JSONField", common)}
        case kinds.Generic():
            options = {"queryset": content_types(field), "required": common["required"]}
            said = translated(f"{field.Label} type (app & model)")
            return {field.type_name: call("CSVContentTypeField", {**options, "label": said})}
        case kinds.Relation():
            several = "Multiple" if isinstance(field, kinds.ManyToMany) else ""
            _, name = key(field.to, spec)
            options = {"queryset": queryset(field.to, spec), "to_field_name": repr(name) if name else None}
            if not field.help:
                common["help_text"] = translated(_how(field, model, spec, name))
            return {field.name: call(f"CSVModel{several}ChoiceField", {**common, **options})}
    return {}


def _how(field: kinds.Relation, model: Model, spec: Spec, name: str) -> str:
    if isinstance(field, kinds.ManyToMany):
        said = f"{label(field.to, spec)} {words.plural(name) if name else 'IDs'}"
        said = words.plural(name) if name.startswith(field.to.model.lower()) else said
        return f'{capitalized(said)} separated by commas, encased with double quotes (e.g. "a,b,c")'
    return f"{capitalized(name or 'ID')} of the {model.verbose_name}'s {field.label}"


def import_meta_fields(model: Model) -> tuple[str, ...]:
    """`Meta.fields` of the form that reads imported data; files cannot be imported."""
    found: list[str] = []
    for field in ordered(model):
        if not isinstance(field, kinds.File):
            found += [field.type_name, field.id_name] if isinstance(field, kinds.Generic) else [field.name]
    return (*found, "tags")


#
# Lists
#


def filter_bases(model: Model) -> list[str]:
    """The base classes of the form that narrows a list."""
    mixins = [("TenancyFilterForm", tenancy(model)), ("ContactModelFilterForm", model.contacts)]
    return [*(name for name, wanted in mixins if wanted), f"{model.prefix}FilterSetForm"]


def filter_fields(model: Model, spec: Spec) -> dict[str, str]:
    """The fields of the form that narrows a list, by the filters they set."""
    found: dict[str, str] = {}
    for field in model.fields:
        found.update(_filter_fields(field, model, spec))
    return found


def _filter_fields(field: Field, model: Model, spec: Spec) -> dict[str, str]:  # noqa: PLR0911 - one for each kind
    if (field.inherited and field.name != "parent") or (field.name == "tenant" and tenancy(model)):
        return {}
    common = _common(field, required=False, helps=False)
    match field:
        case kinds.Char() | kinds.Text() | kinds.Url() if _is_searched(field, model):
            return {}
        case kinds.Json() | kinds.File():
            return {}
        case kinds.ChoiceSet():
            return {field.name: call("forms.MultipleChoiceField", {**common, "choices": field.class_name})}
        case kinds.Boolean():
            widget = "forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)"
            return {field.name: call("forms.NullBooleanField", {**common, "widget": widget})}
        case kinds.Generic():
            return {f"{field.name}_{words.snake(to.model)}_id": _target(to, spec) for to in field.to}
        case kinds.Relation():
            null = None if field.required or not has_choices([field.to], spec) else "'None'"
            return {filter_name(field, model): _choice(field, spec, {**common, "null_option": null}, many=True)}
        case kinds.DateTime():
            return {
                f"{field.name}__{lookup}": _number_or_date(
                    field, {**common, "label": translated(f"{field.Label} {word}")}
                )
                for lookup, word in (("gte", "after"), ("lte", "before"))
            }
        case kinds.IPAddress() | kinds.Prefix():
            inside = {**common, "label": translated(f"{field.Label} within a prefix")}
            found = {field.name: call("forms.CharField", common)}
            return found if model.has(f"{field.name}_within") else found | {
                f"{field.name}_within": call("forms.CharField", inside)
            }  # fmt: skip
    return {field.name: _number_or_date(field, common)}


def _is_searched(field: Field, model: Model) -> bool:
    """Whether the search field `q` is the better way to look for it."""
    return not isinstance(field, kinds.Char) or field.name in {"name", "slug", "description", *model.display}


def _target(to: Reference, spec: Spec) -> str:
    dynamic = has_choices([to], spec)
    function = "DynamicModelMultipleChoiceField" if dynamic else "forms.ModelMultipleChoiceField"
    said = translated(capitalized(label(to, spec)))
    return call(function, {"queryset": queryset(to, spec), "required": "False", "label": said})


def filter_fieldsets(model: Model, spec: Spec) -> list[str]:
    """The groups of the form that narrows a list."""
    known = filter_fields(model, spec)
    owned = model.base != "netbox"
    grouped = spec.netbox.since("4.6")  # owner groups
    found = [_fieldset(["q", "filter_id", "tag", *(["owner_id"] if owned and not grouped else [])])]
    for title, members in groups(model):
        names = [name for field in members for name in _filter_fields(field, model, spec) if name in known]
        found += [_fieldset(names, title)] if names else []
    for wanted, names, title in (
        (tenancy(model), ["tenant_group_id", "tenant_id"], "Tenancy"),
        (owned and grouped, ["owner_group_id", "owner_id"], "Ownership"),
        (model.contacts, ["contact", "contact_role", "contact_group"], "Contacts"),
    ):
        found += [_fieldset(names, title)] if wanted else []
    return found
