"""Pages: what they show of an object, and how a field's value looks there.

Django's templates are written with `[[ ]]` and `[% %]` here and in the template, because Jinja would take the curly
ones for its own; `django` gives them back.
"""

from __future__ import annotations

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.layout import ordered
from netbox_plugin_kit.scaffold.code.source import call, translated
from netbox_plugin_kit.scaffold.code.targets import title, tree
from netbox_plugin_kit.scaffold.kinds import Field, Relation
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = [
    "attribute", "children", "children_title", "django", "home_models", "menu_models", "panel", "panel_fields", "parts",
    "quoted", "related", "templated", "value",
]  # fmt: skip

_PLACEHOLDER = "[[ ''|placeholder ]]"


def django(text: str) -> str:
    """A Django template, of what was written with square brackets."""
    for square, curly in (("[%", "{%"), ("%]", "%}"), ("[[", "{{"), ("]]", "}}"), ("[#", "{#"), ("#]", "#}")):
        text = text.replace(square, curly)
    return text


def quoted(text: str) -> str:
    """A text within a tag of Django's: its strings have no other escapes than these."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def parts(model: Model) -> tuple[list[Field], list[Field], list[Field]]:
    """What a page shows of an object: fields in a table, JSON, Markdown; NetBox's header has the owner."""
    shown = [field for field in ordered(model) if not (field.inherited and field.name == "owner")]
    markdown: list[Field] = [field for field in shown if isinstance(field, kinds.Text) and field.markdown]
    data: list[Field] = [field for field in shown if isinstance(field, kinds.Json)]
    return [field for field in shown if field not in markdown and field not in data], data, markdown


def children(model: Model, spec: Spec) -> list[tuple[Model, Relation]]:
    """The models whose objects a page lists, with the fields that lead here; those with a tab are listed there."""
    return [(other, relation) for other, relation in spec.children(model) if not relation.tab]


def related(model: Model, spec: Spec) -> bool:
    """Whether NetBox finds related objects for a page: foreign keys of other models (utilities/relations.py)."""
    return any(
        isinstance(relation, kinds.ForeignKey) and other is not model for other, relation in spec.children(model)
    )


def children_title(other: Model, field: Field, model: Model, spec: Spec) -> str:
    """The title of a list of a page's children."""
    many = title(other.verbose_name_plural)
    if other is model and field.inherited:
        return f"Child {many}"
    repeated = sum(child is other for child, _ in spec.children(model)) > 1
    return f"{many} ({field.label})" if repeated or other is model else many


def templated(spec: Spec) -> set[str]:
    """The kinds of fields that NetBox has no attribute for, so that `attribute` names a template."""
    fields = [field for model in spec.models for field in panel_fields(model)]
    return {field.type for field in fields if isinstance(field, kinds.Text | kinds.Url | kinds.File)}


def attribute(field: Field, spec: Spec) -> str:
    """A field of `ui/panels.py`: the attribute of `netbox.ui.attrs` that shows it."""
    function, options = _attribute(field, spec)
    named = call("", {"label": translated(field.Label), **options})[1:-1]
    return f"attrs.{function}({field.name!r}, {named})"


def _attribute(field: Field, spec: Spec) -> tuple[str, dict[str, str]]:
    if type(field) in _ATTRIBUTES:
        return _ATTRIBUTES[type(field)]
    if isinstance(field, kinds.Text | kinds.Url | kinds.File):
        return "TemplatedAttr", {"template_name": repr(f"{spec.package}/attrs/{field.type}.html")}
    if isinstance(field, kinds.Relation):
        grouped = {"grouped_by": "'group'"} if field.to.dotted == "tenancy.Tenant" else {}
        return "NestedObjectAttr" if tree(field.to, spec) else "RelatedObjectAttr", {"linkify": "True", **grouped}
    return "TextAttr", {}


_ADDRESS = ("TextAttr", {"style": "'font-monospace'", "copy_button": "True"})
_ATTRIBUTES: dict[type[Field], tuple[str, dict[str, str]]] = {
    kinds.Integer: ("NumericAttr", {}),
    kinds.Decimal: ("NumericAttr", {}),
    kinds.ChoiceSet: ("ChoiceAttr", {}),
    kinds.Boolean: ("BooleanAttr", {}),
    kinds.Date: ("DateTimeAttr", {"spec": "'date'"}),
    kinds.DateTime: ("DateTimeAttr", {"spec": "'minutes'"}),
    kinds.IPAddress: _ADDRESS,
    kinds.Prefix: _ADDRESS,
    kinds.MACAddress: _ADDRESS,
    kinds.ManyToMany: ("RelatedObjectListAttr", {"linkify": "True"}),
    kinds.Generic: ("GenericForeignKeyAttr", {"linkify": "True"}),
}


def value(field: Field, of: str = "object") -> str:
    """A field's value in HTML, as NetBox's own pages show it, in square brackets."""
    name = f"{of}.{field.name}"
    if isinstance(field, kinds.ManyToMany):
        return f"[% for item in {name}.all %]<div>[[ item|linkify ]]</div>[% empty %]{_PLACEHOLDER}[% endfor %]"
    if type(field) not in _SHOWN:
        return f"[[ {name}{_FILTERS.get(type(field), '')}|placeholder ]]"
    shown = _SHOWN[type(field)].replace("NAME", name).replace("CHOICE", f"{of}.get_{field.name}")
    always = isinstance(field, kinds.Boolean) or (isinstance(field, kinds.ChoiceSet) and field.required)
    return shown if always else f"[% if {name} %]{shown}[% else %]{_PLACEHOLDER}[% endif %]"


_FILTERS: dict[type[Field], str] = {
    kinds.Text: '|default:""|linebreaksbr',
    kinds.Date: "|isodate",
    kinds.DateTime: '|isodatetime:"minutes"',
    kinds.ForeignKey: "|linkify",
    kinds.OneToOne: "|linkify",
    kinds.Generic: "|linkify",
}
_SHOWN: dict[type[Field], str] = {
    kinds.ChoiceSet: "[% badge CHOICE_display bg_color=CHOICE_color %]",
    kinds.Boolean: "[% checkmark NAME %]",
    kinds.Url: '<a href="[[ NAME ]]">[[ NAME ]]</a>',
    kinds.File: '<a href="[[ NAME.url ]]">[[ NAME ]]</a>',
    kinds.Json: "<pre>[[ NAME|json ]]</pre>",
}
"""What does not fit into one variable with filters."""


def panel(model: Model) -> str:
    """What a model's panel in `ui/panels.py` inherits."""
    bases = {"organizational": "OrganizationalObjectPanel", "nested": "NestedGroupObjectPanel"}
    return bases.get(model.base, "ObjectAttributesPanel")


def panel_fields(model: Model) -> list[Field]:
    """What the model's panel defines beyond what it inherits."""
    inherited = {"organizational": {"name", "description"}, "nested": {"parent", "name", "description"}}
    known = inherited.get(model.base, set())
    return [field for field in parts(model)[0] if not (field.inherited and field.name in known | {"slug"})]


def menu_models(spec: Spec) -> list[Model]:
    """The models of the menu, in its order."""
    names = dict.fromkeys(name for group in spec.menu.groups for name in group.models)
    return [spec.model(name) for name in names]


def home_models(spec: Spec) -> list[tuple[str, list[Model]]]:
    """The models of the home page by the groups of the menu; those in no group come last."""
    left = [model for model in spec.models if model not in menu_models(spec)]
    groups = [(group.label, [spec.model(name) for name in group.models]) for group in spec.menu.groups]
    return [(label, models) for label, models in (*groups, (spec.title, left)) if models]
