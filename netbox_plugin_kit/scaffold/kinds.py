"""The kinds of fields a model of a specification may have: facts only.

What a field looks like in a form, a table or an API is the business of the modules in `code/`, one a surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from netbox_plugin_kit.scaffold import words

__all__ = [
    "UNSORTED",
    "Boolean",
    "Char",
    "Choice",
    "ChoiceSet",
    "Date",
    "DateTime",
    "Decimal",
    "Field",
    "File",
    "ForeignKey",
    "Generic",
    "IPAddress",
    "Integer",
    "Json",
    "MACAddress",
    "ManyToMany",
    "OneToOne",
    "Prefix",
    "Reference",
    "Relation",
    "Slug",
    "Text",
    "Url",
]  # fmt: skip

OnDelete = Literal["cascade", "protect", "set-null"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A model that a relation leads to.

    Attributes:
        app: Its app label; the plugin's own package for its own models.
        model: Its class name.
        own: Whether it is the plugin's.
    """

    app: str
    model: str
    own: bool

    @property
    def dotted(self) -> str:
        """As NetBox writes it: `dcim.Site`."""
        return f"{self.app}.{self.model}"

    @property
    def lower(self) -> str:
        """As content types write it: `dcim.site`."""
        return self.dotted.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What every field has.

    Attributes:
        name: The attribute's name.
        label: Its words, as in `verbose_name`: `contract number`.
        help: A sentence for the form; may be empty.
        required: Whether it must have a value.
        unique: Whether no two objects may share a value.
        default: The value it has if nothing is said, None for none; a plain YAML value.
        search: Its weight in the global search (lower comes first), None when it is not searched.
        column: Whether the table shows it unless its user chooses otherwise.
        inherited: Whether NetBox's base model defines it, so that the plugin's `models.py` does not.
    """

    type: ClassVar[str]

    name: str
    label: str
    help: str = ""
    required: bool = True
    unique: bool = False
    default: object = None
    search: int | None = None
    column: bool = True
    inherited: bool = False

    @property
    def Label(self) -> str:  # noqa: N802 - how it is written decides how it reads
        """The label as it begins a line: `Contract number`."""
        return words.capitalized(self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Char(Field):
    """One line of text."""

    type = "char"
    max_length: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Slug(Char):
    """A name for URLs; what NetBox's organizational base models bring along."""

    type = "slug"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Text of any length; with `markdown` it is edited and shown as NetBox's comments are."""

    type = "text"
    markdown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Integer(Field):
    """A whole number."""

    type = "integer"
    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decimal(Field):
    """A number with a fixed number of places."""

    type = "decimal"
    max_digits: int = 8
    decimal_places: int = 2
    min: float | None = None
    max: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boolean(Field):
    """Yes or no."""

    type = "boolean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Field):
    """A day."""

    type = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTime(Field):
    """A moment."""

    type = "datetime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Url(Field):
    """An address on the web."""

    type = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class IPAddress(Field):
    """An IP address with its mask, as NetBox keeps them (ipam/fields.py)."""

    type = "ip-address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix(Field):
    """A network (ipam/fields.py)."""

    type = "ip-prefix"


@dataclass(frozen=True, slots=True, kw_only=True)
class MACAddress(Field):
    """A MAC address (dcim/fields.py)."""

    type = "mac-address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Json(Field):
    """Any JSON value."""

    type = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Field):
    """An uploaded file; `upload_to` is its directory below NetBox's media."""

    type = "file"
    upload_to: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice set; the colour is one of NetBox's names, such as `green`, or empty."""

    value: str
    label: str
    color: str = ""

    @property
    def constant(self) -> str:
        """Its name within the choice set's class."""
        return words.constant(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSet(Field):
    """One of a set of values.

    Attributes:
        class_name: Its class in choices.py: `ContractStatusChoices`.
        key: What administrators call it in FIELD_CHOICES, after the name of the package: `Contract.status`. NetBox puts
            that in front itself (utilities/choices.py, ChoiceSetMeta).
        choices: The values.
    """

    type = "choice"
    class_name: str
    key: str
    choices: tuple[Choice, ...]

    @property
    def prefix(self) -> str:
        """What the constants begin with: `STATUS`."""
        return self.name.upper()

    @property
    def initial(self) -> Choice | None:
        """The choice that is the default."""
        return next((choice for choice in self.choices if choice.value == self.default), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Field):
    """A field that leads to one other model.

    Attributes:
        to: The model.
        on_delete: What becomes of this object when the other one is deleted; of no meaning for many-to-many.
        related_name: The name of the way back.
        tab: Whether the other model's page gets a tab that lists these objects.
    """

    to: Reference
    on_delete: OnDelete = "protect"
    related_name: str
    tab: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignKey(Relation):
    """Many of these to one of those."""

    type = "foreign-key"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneToOne(Relation):
    """One of these to one of those."""

    type = "one-to-one"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyToMany(Relation):
    """Many to many; never required at the database's level."""

    type = "many-to-many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Generic(Field):
    """A relation to an object of one of several models: a content type and an ID (GenericForeignKey)."""

    type = "generic"
    to: tuple[Reference, ...]
    related_name: str

    @property
    def type_name(self) -> str:
        """The column with the content type."""
        return f"{self.name}_type"

    @property
    def id_name(self) -> str:
        """The column with the primary key."""
        return f"{self.name}_id"


UNSORTED = (ManyToMany, Generic, Json, File)
"""Kinds that no list can be sorted by."""
