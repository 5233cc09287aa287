"""From the plain values of a specification to a `Spec`: what was left out is derived, inherited fields are added.

The values have passed the JSON schema (`document.py`), so their shapes are right; whether they make sense together is
for `judging.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from netbox_plugin_kit.scaffold import kinds, words
from netbox_plugin_kit.scaffold.kinds import Field, Reference
from netbox_plugin_kit.scaffold.releases import MINORS, Range, minor
from netbox_plugin_kit.scaffold.spec import (
    Action,
    Author,
    Comparison,
    Features,
    Menu,
    MenuGroup,
    Model,
    Presence,
    PresenceRule,
    Setting,
    Spec,
    TemplateExtension,
)

__all__ = ["DEFAULT_FLOOR", "read_spec"]

DEFAULT_FLOOR = "4.5"
"""Where a range starts unless its author says otherwise: the oldest minor with today's Python and base models."""

_KINDS: dict[str, type[Field]] = {
    kind.type: kind
    for kind in (
        kinds.Char, kinds.Slug, kinds.Text, kinds.ChoiceSet, kinds.Integer, kinds.Decimal, kinds.Boolean, kinds.Date,
        kinds.DateTime, kinds.Url, kinds.IPAddress, kinds.Prefix, kinds.MACAddress, kinds.Json, kinds.File,
        kinds.ForeignKey, kinds.OneToOne, kinds.ManyToMany, kinds.Generic,
    )
}  # fmt: skip

_OWNER = Reference("users", "Owner", own=False)


def read_spec(given: Mapping[str, Any]) -> Spec:
    """A complete specification from the plain values of a document."""
    name = given["name"]
    package = given.get("package") or words.snake(name)
    title = given.get("title") or words.capitalized(words.human(package.removeprefix("netbox_")))
    author = given.get("author") or {}
    netbox = given.get("netbox") or {}
    models = tuple(_model(key, value or {}, package) for key, value in (given.get("models") or {}).items())
    return Spec(
        name=name,
        package=package,
        title=title,
        description=given.get("description") or f"{title} in NetBox",
        version=given.get("version", "0.1.0"),
        author=Author(author.get("name", ""), author.get("email", "")),
        license=given.get("license", "Apache-2.0"),
        repository=given.get("repository", "").rstrip("/"),
        base_url=given.get("base_url") or words.kebab(package.removeprefix("netbox_")),
        year=given.get("year") or dt.datetime.now(dt.UTC).year,
        netbox=Range(minor(str(netbox.get("min", DEFAULT_FLOOR))), minor(str(netbox.get("max", MINORS[-1])))),
        models=models,
        settings=tuple(_setting(key, value or {}) for key, value in (given.get("settings") or {}).items()),
        menu=_menu(given.get("menu") or {}, title, models),
        template_extensions=tuple(_extension(item, package) for item in given.get("template_extensions") or ()),
        features=Features(**(given.get("features") or {})),
        languages=tuple(given.get("languages") or ("de",)),
    )


def _model(name: str, given: Mapping[str, Any], package: str) -> Model:
    base = given.get("base", "netbox")
    verbose = given.get("verbose_name") or words.human(name)
    own = tuple(_field(key, value or {}, name, package) for key, value in (given.get("fields") or {}).items())
    fields = (*_inherited(base, name, package, own), *own)
    shown = given.get("display") or _display(fields)
    return Model(
        name=name,
        package=package,
        verbose_name=verbose,
        verbose_name_plural=given.get("verbose_name_plural") or words.plural(verbose),
        description=given.get("description", ""),
        base=base,
        fields=fields,
        ordering=tuple(given.get("ordering") or _ordering(base, tuple(shown), fields)),
        unique=tuple(tuple(group) for group in given.get("unique") or ()),
        rules=tuple(_rule(item) for item in given.get("validation") or ()),
        actions=tuple(_action(key, value or {}) for key, value in (given.get("actions") or {}).items()),
        display=tuple(shown),
        contacts=given.get("contacts", False),
        images=given.get("image_attachments", False),
    )


def _inherited(base: str, model: str, package: str, own: tuple[Field, ...]) -> Iterator[Field]:
    """What NetBox's base models define, as of 4.5 (netbox/models/__init__.py)."""
    if base == "netbox":
        return
    defined = {item.name for item in own}
    if base in {"organizational", "nested"}:
        alone = base == "organizational"
        yield kinds.Char(name="name", label="name", unique=alone, search=100, inherited=True)
        yield kinds.Slug(name="slug", label="slug", unique=alone, search=110, column=False, inherited=True)
    if base == "nested":
        yield kinds.ForeignKey(
            name="parent", label="parent", required=False, on_delete="cascade", related_name="children",
            to=Reference(package, model, own=True), inherited=True,
        )  # fmt: skip
    if "description" not in defined:
        yield kinds.Char(
            name="description", label="description", required=False, max_length=200, search=500, inherited=True
        )
    yield kinds.ForeignKey(
        name="owner", label="owner", required=False, to=_OWNER, related_name="+", column=False, inherited=True
    )
    yield kinds.Text(
        name="comments", label="comments", required=False, markdown=True, search=5000, column=False, inherited=True
    )


def _field(name: str, given: Mapping[str, Any], model: str, package: str) -> Field:
    options = {key: value for key, value in given.items() if key != "type"}
    kind = _KINDS[given.get("type", "char")]
    options["name"] = name
    options["label"] = given.get("label") or words.human(name)
    if kind is kinds.ChoiceSet:
        options["class_name"] = f"{model}{words.class_name(name)}Choices"
        options["key"] = f"{model}.{name}"
        options["choices"] = tuple(_choice(key, value) for key, value in given["choices"].items())
    options.setdefault("column", not issubclass(kind, kinds.Text | kinds.Json | kinds.File))
    if kind is kinds.File:
        options["upload_to"] = f"{package}/"
    if kind is kinds.ManyToMany or (kind is kinds.Boolean and "required" not in given):
        options["required"] = False
    if kind is kinds.Generic:
        options["to"] = tuple(_reference(target, package) for target in given["to"])
    elif issubclass(kind, kinds.Relation):
        options["to"] = _reference(given["to"], package)
        options.setdefault("on_delete", "protect" if options.get("required", True) else "set-null")
    if issubclass(kind, kinds.Relation | kinds.Generic):
        plural = words.snake(model) if kind is kinds.OneToOne else words.plural(words.snake(model))
        # Core and other plugins have accessors, too, and two of one name keep NetBox from starting (fields.E304).
        own = isinstance(options["to"], Reference) and options["to"].own
        short = package.removeprefix("netbox_")
        prefix = "" if own or plural.startswith(short) else f"{short}_"
        options.setdefault("related_name", f"{prefix}{plural}")
    return kind(**options)


def _choice(value: str, given: Any) -> kinds.Choice:
    if isinstance(given, str):
        given = {"color": given}
    given = given or {}
    return kinds.Choice(value, given.get("label") or words.capitalized(words.human(value)), given.get("color", ""))


def _reference(text: str, package: str) -> Reference:
    app, dot, model = text.rpartition(".")
    return Reference(app, model, own=False) if dot and app != package else Reference(package, model, own=True)


def _display(fields: tuple[Field, ...]) -> tuple[str, ...]:
    """What an object is called when nobody says so: its name, or its first required text, or its first field."""
    required = [item for item in fields if item.required and not isinstance(item, kinds.Json | kinds.ManyToMany)]
    texts = [item.name for item in required if isinstance(item, kinds.Char)]
    for candidate in ("name", "title", *texts, *(item.name for item in required)):
        if any(item.name == candidate for item in fields):
            return (candidate,)
    return ()


def _ordering(base: str, display: tuple[str, ...], fields: tuple[Field, ...]) -> tuple[str, ...]:
    if base == "nested":
        return ("name",)
    unsorted = {item.name for item in fields if isinstance(item, kinds.UNSORTED)}
    # A list without an order has no pages: NetBox's REST API refuses it (QuerySetNotOrdered).
    return tuple(name for name in display if name not in unsorted) or ("pk",)


def _rule(given: Mapping[str, Any]) -> Comparison | Presence:
    if "check" in given:
        left, operator, right = given["check"].split()
        wrong = f"{words.capitalized(words.human(left))} must be {_OPERATORS[operator]} {words.human(right)}."
        return Comparison(left, operator, right, given.get("message") or wrong)
    rule = next(rule for rule in _RULES if rule in given)
    fields = tuple(given[rule])
    words_of_fields = ", ".join(words.human(name) for name in fields)
    return Presence(
        rule, fields, given.get("message") or f"{_RULES[rule]} of these must have a value: {words_of_fields}."
    )


_RULES: dict[PresenceRule, str] = {
    "exactly-one": "Exactly one", "at-least-one": "At least one", "at-most-one": "At most one",
}  # fmt: skip


_OPERATORS = {
    "<": "less than", "<=": "at most", ">": "greater than", ">=": "at least", "!=": "different from"
}  # fmt: skip


def _action(name: str, given: Mapping[str, Any]) -> Action:
    return Action(
        name, given.get("label") or words.capitalized(words.human(name)), tuple((given.get("sets") or {}).items())
    )


def _setting(name: str, given: Mapping[str, Any]) -> Setting:
    options = {**given, "choices": tuple(given.get("choices") or ())}
    options.setdefault("type", "text")
    return Setting(name=name, **options)


def _menu(given: Mapping[str, Any], title: str, models: tuple[Model, ...]) -> Menu:
    groups = given.get("groups") or {title: [model.name for model in models]}
    return Menu(
        style=given.get("style", "own"),
        label=given.get("label") or title,
        icon=given.get("icon", "mdi mdi-puzzle-outline"),
        groups=tuple(MenuGroup(label, tuple(members)) for label, members in groups.items()),
    )


def _extension(given: Mapping[str, Any], package: str) -> TemplateExtension:
    return TemplateExtension(
        models=tuple(_reference(text, package) for text in given.get("models") or ()),
        slots=tuple(given["slots"]),
        shows=given.get("shows"),
    )
