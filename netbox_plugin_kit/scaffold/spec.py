"""A plugin, described: what `plugin.yaml` says, complete and checked.

A specification is read by `reading.py`, judged by `judging.py`, and rendered by the template, which knows it as
`plugin`. Everything here is a fact or follows from one; how it is written in Python is for `code/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from netbox_plugin_kit.scaffold import words
from netbox_plugin_kit.scaffold.kinds import ChoiceSet, Field, Generic, Reference, Relation
from netbox_plugin_kit.scaffold.releases import Range

__all__ = [
    "SLOTS", "Action", "Author", "Comparison", "Features", "Menu", "MenuGroup", "Model", "Presence", "PresenceRule",
    "Setting", "Spec", "Tab", "TemplateExtension",
]  # fmt: skip

PresenceRule = Literal["exactly-one", "at-least-one", "at-most-one"]
Base = Literal["netbox", "primary", "organizational", "nested"]

SLOTS = ("left_page", "right_page", "full_width_page", "buttons", "list_buttons", "alerts", "navbar", "head")
"""The places of a core page that a template extension can fill (netbox/plugins/templates.py)."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes the plugin; the address may be empty."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A rule between two fields: `left operator right` holds wherever both have values."""

    left: str
    operator: Literal["<", "<=", ">", ">=", "!="]
    right: str
    message: str


@dataclass(frozen=True, slots=True)
class Presence:
    """A rule about how many of some fields have a value."""

    rule: PresenceRule
    fields: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something one may do with an object beyond NetBox's own actions, with a permission of its own.

    Attributes:
        name: The permission's action and the view's name: `approve`.
        label: The button's words.
        sets: What it changes, as field and value; empty when the author will write it.
    """

    name: str
    label: str
    sets: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Model:
    """A model of the plugin.

    Attributes:
        name: Its class name: `AccessList`.
        package: The plugin's package, which is its app label.
        verbose_name: `access list`.
        verbose_name_plural: `access lists`.
        description: A sentence for the documentation.
        base: Which of NetBox's base models it has.
        fields: All its fields but `id`, `tags` and what every NetBoxModel has: inherited ones first.
        ordering: Field names, `-` before one for descending.
        unique: Sets of fields that are unique together.
        rules: What `clean()` checks.
        actions: Its own actions.
        display: The names of the fields that make up its `str()`.
        contacts: Whether contacts can be assigned to it.
        images: Whether images can be attached to it.
    """

    name: str
    package: str
    verbose_name: str
    verbose_name_plural: str
    fields: tuple[Field, ...]
    description: str = ""
    base: Base = "netbox"
    ordering: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    rules: tuple[Comparison | Presence, ...] = ()
    actions: tuple[Action, ...] = ()
    display: tuple[str, ...] = ()
    contacts: bool = False
    images: bool = False

    @property
    def lower(self) -> str:
        """How Django and NetBox call it: in URL names, templates and content types: `accesslist`."""
        return self.name.lower()

    @property
    def snake(self) -> str:
        """`access_list`."""
        return words.snake(self.name)

    @property
    def snake_plural(self) -> str:
        """`access_lists`."""
        return words.plural(self.snake)

    @property
    def path(self) -> str:
        """Its part of URLs: `access-lists`."""
        return words.kebab(self.verbose_name_plural)

    @property
    def Verbose(self) -> str:  # noqa: N802
        """`Access list`."""
        return words.capitalized(self.verbose_name)

    @property
    def VerbosePlural(self) -> str:  # noqa: N802
        """`Access lists`."""
        return words.capitalized(self.verbose_name_plural)

    @property
    def prefix(self) -> str:
        """What the names of NetBox's base classes for it begin with: `PrimaryModel` in `PrimaryModelForm`."""
        return {
            "netbox": "NetBoxModel",
            "primary": "PrimaryModel",
            "organizational": "OrganizationalModel",
            "nested": "NestedGroupModel",
        }[self.base]

    @cached_property
    def own_fields(self) -> tuple[Field, ...]:
        """The fields its class defines."""
        return tuple(item for item in self.fields if not item.inherited)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Its fields that lead to one other model."""
        return tuple(item for item in self.fields if isinstance(item, Relation))

    @cached_property
    def generics(self) -> tuple[Generic, ...]:
        """Its generic relations."""
        return tuple(item for item in self.fields if isinstance(item, Generic))

    @cached_property
    def searched(self) -> tuple[Field, ...]:
        """The fields of the global search, most important first."""
        found = [item for item in self.fields if item.search is not None]
        return tuple(sorted(found, key=lambda item: item.search or 0))

    def field(self, name: str) -> Field:
        """The field of a name."""
        return next(item for item in self.fields if item.name == name)

    def has(self, name: str) -> bool:
        """Whether there is a field of that name."""
        return any(item.name == name for item in self.fields)


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the plugin's part of PLUGINS_CONFIG.

    Attributes:
        name: The key.
        type: What its value is.
        required: Whether NetBox refuses to start without it (`required_settings`).
        default: Its value when nothing is said (`default_settings`).
        choices: The values allowed, if they are few.
        help: What it is for.
    """

    name: str
    type: Literal["text", "integer", "boolean", "list", "mapping", "url"]
    required: bool = False
    default: object = None
    choices: tuple[object, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """A heading of the menu, and the models below it by class name."""

    label: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Menu:
    """Where the plugin appears in the navigation.

    Attributes:
        style: `own`: a menu of its own; `items`: entries in NetBox's Plugins menu; `none`.
        label: The menu's words.
        icon: A class of Material Design Icons: `mdi mdi-shield-lock`.
        groups: Its groups, in order.
    """

    style: Literal["own", "items", "none"]
    label: str
    icon: str
    groups: tuple[MenuGroup, ...]


@dataclass(frozen=True, slots=True)
class TemplateExtension:
    """Content on pages that exist already.

    Attributes:
        models: The models whose pages are extended; empty: every page (`head`, `navbar`, `alerts` only).
        slots: Which places are filled.
        shows: The plugin's model whose objects are shown there, if they lead to the page's object; None for a
            placeholder of the author's.
    """

    models: tuple[Reference, ...]
    slots: tuple[str, ...]
    shows: str | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab on `to`'s page, listing the objects of `model` whose `field` leads there."""

    to: Reference
    model: Model
    field: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What can be switched on and off."""

    rest_api: bool = True
    graphql: bool = True
    search: bool = True
    filter_forms: bool = True
    bulk_import: bool = True
    bulk_edit: bool = True
    bulk_rename: bool = True
    bulk_delete: bool = True
    export: bool = True
    middleware: bool = False
    dashboard_widget: bool = False
    jobs: bool = False
    system_jobs: bool = False
    event_types: bool = False
    webhook_callbacks: bool = False
    user_preferences: bool = False
    data_backend: bool = False
    jinja_filters: bool = False
    translations: bool = False
    static_files: bool = False
    management_command: bool = False
    home_page: bool = False


@dataclass(frozen=True)
class Spec:
    """A plugin, complete.

    Attributes:
        name: The project: `netbox-access-lists`.
        package: The Python package, and Django's app label: `netbox_access_lists`.
        title: What people call it: `Access lists`; NetBox shows it as the plugin's name.
        description: A sentence.
        base_url: Its place below `/plugins/`.
        config_class: The name of its PluginConfig: `AccessListsConfig`.
        repository: The address of its source, without a slash at the end; may be empty.
        year: Of the copyright.
        languages: Those of the translations: `de`.
    """

    name: str
    package: str
    title: str
    description: str
    version: str
    author: Author
    license: str
    repository: str
    base_url: str
    year: int
    netbox: Range
    models: tuple[Model, ...]
    settings: tuple[Setting, ...]
    menu: Menu
    template_extensions: tuple[TemplateExtension, ...]
    features: Features
    languages: tuple[str, ...] = field(default=("de",))

    @property
    def config_class(self) -> str:
        """The name of its PluginConfig."""
        return f"{words.class_name(self.package.removeprefix('netbox_'))}Config"

    @property
    def short(self) -> str:
        """The package without `netbox_`: for the names of things that only this plugin has."""
        return self.package.removeprefix("netbox_")

    def model(self, name: str) -> Model:
        """The model of a class name."""
        return next(item for item in self.models if item.name == name)

    @cached_property
    def choice_sets(self) -> tuple[ChoiceSet, ...]:
        """The choice sets of all models."""
        return tuple(field for model in self.models for field in model.own_fields if isinstance(field, ChoiceSet))

    @cached_property
    def tabs(self) -> tuple[Tab, ...]:
        """All tabs, on own and core models' pages."""
        return tuple(
            Tab(relation.to, model, relation) for model in self.models for relation in model.relations if relation.tab
        )

    def children(self, model: Model) -> Iterator[tuple[Model, Relation]]:
        """The plugin's models that lead to a model, each with the field that does."""
        for other in self.models:
            for relation in other.relations:
                if relation.to.own and relation.to.model == model.name:
                    yield other, relation

    @cached_property
    def core_models(self) -> tuple[Reference, ...]:
        """The core models that anything of the plugin leads to, each once."""
        found: dict[str, Reference] = {}
        for model in self.models:
            targets = [relation.to for relation in model.relations if not relation.inherited]
            targets += [target for generic in model.generics for target in generic.to]
            found |= {target.dotted: target for target in targets if not target.own}
        return tuple(found[key] for key in sorted(found))
