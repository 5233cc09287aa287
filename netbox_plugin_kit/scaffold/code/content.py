"""Content on pages that exist already: the classes of `template_content.py`."""

from __future__ import annotations

from dataclasses import dataclass

from netbox_plugin_kit.scaffold import kinds
from netbox_plugin_kit.scaffold.code.filters import filter_name
from netbox_plugin_kit.scaffold.code.pages import parts
from netbox_plugin_kit.scaffold.kinds import Field, Reference
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["Content", "columns", "contents", "entrance", "every_slot", "placeholders", "shown", "small"]

_CARDS = {"left_page", "right_page", "full_width_page"}
_COLUMNS = 3
_CONTENT_TYPE = "ContentType.objects.get_for_model(self.context['object'])"


@dataclass(frozen=True, slots=True)
class Content:
    """A class of `template_content.py`.

    Attributes:
        class_name: Its name.
        models: The models whose pages it extends, as NetBox wants them (`dcim.site`); empty for every page.
        slots: The places it fills.
        shows: The model whose objects it shows.
        fields: Those of its fields that lead to the page's object.
    """

    class_name: str
    models: tuple[str, ...]
    slots: tuple[str, ...]
    shows: Model | None
    fields: tuple[Field, ...]

    @property
    def lookup(self) -> str:
        """The condition under which an object leads to the page's object, as source; empty if none can."""
        conditions = [_condition(field) for field in self.fields]
        return conditions[0] if len(conditions) == 1 else " | ".join(f"Q({condition})" for condition in conditions)

    @property
    def distinct(self) -> str:
        """What keeps an object from being found twice: several conditions, one of them many-to-many."""
        joined = len(self.fields) > 1 and any(isinstance(field, kinds.ManyToMany) for field in self.fields)
        return ".distinct()" if joined else ""

    @property
    def cards(self) -> bool:
        """Whether it shows objects within the page."""
        return any(slot in _CARDS for slot in self.slots)

    @property
    def adds(self) -> bool:
        """Whether it offers to add an object that leads to the page's object."""
        return self.cards or "buttons" in self.slots

    @property
    def params(self) -> list[tuple[str, str]]:
        """What fills in the form then: the names of form fields, and their values as source."""
        field, pk = self.fields[0], "self.context['object'].pk"
        if isinstance(field, kinds.Generic):
            return [(field.type_name, f"{_CONTENT_TYPE}.pk"), (field.name, pk)]
        return [(field.name, pk)]

    @property
    def selects(self) -> list[tuple[str, str]]:
        """What narrows the list to the objects shown: names of filters, and their values; nothing if it cannot be."""
        if self.shows is None or len(self.fields) != 1:
            return []
        field, pk = self.fields[0], "self.context['object'].pk"
        if isinstance(field, kinds.Generic):
            return [(field.type_name, "self.context['object']._meta.label_lower"), (field.id_name, pk)]
        return [(filter_name(field, self.shows), pk)]


def shown(spec: Spec) -> list[tuple[Model, tuple[Field, ...]]]:
    """The models whose objects appear in cards, each once, with the fields that lead to the pages."""
    found: dict[str, tuple[Model, tuple[Field, ...]]] = {}
    for content in contents(spec):
        if content.shows and content.cards:
            _, known = found.get(content.shows.name, (content.shows, ()))
            found[content.shows.name] = (content.shows, (*known, *content.fields))
    return list(found.values())


def columns(model: Model, leading: tuple[Field, ...]) -> list[Field]:
    """What a card's table says of an object besides its name, and besides what leads to the page anyway."""
    plain = [field for field in parts(model)[0] if field.column and not isinstance(field, kinds.ManyToMany)]
    return [field for field in plain if field not in leading and field.name not in model.display][:_COLUMNS]


def small(spec: Spec) -> list[tuple[str, Model]]:
    """The slots filled with a button or a line about a model, each once."""
    pairs = {(slot, content.shows.name) for content in contents(spec) if content.shows for slot in content.slots}
    return [(slot, spec.model(name)) for slot, name in sorted(pairs) if slot in {"buttons", "list_buttons", "alerts"}]


def placeholders(spec: Spec) -> bool:
    """Whether there are cards whose content is the author's to write."""
    return any(content.cards and not content.shows for content in contents(spec))


def every_slot(spec: Spec) -> set[str]:
    """All slots that are filled anywhere."""
    return {slot for content in contents(spec) for slot in content.slots}


def entrance(spec: Spec) -> str:
    """Where the navbar's link leads: the home page, or the first model's list."""
    view = "home" if spec.features.home_page else f"{spec.models[0].lower}_list"
    return f"[% url 'plugins:{spec.package}:{view}' %]"


def contents(spec: Spec) -> list[Content]:
    """The classes for all extensions: one each, or more if other fields lead to other models."""
    found: list[Content] = []
    for extension in spec.template_extensions:
        shows = spec.model(extension.shows) if extension.shows else None
        groups: dict[tuple[Field, ...], list[Reference]] = {}
        for target in extension.models:
            groups.setdefault(_leading(shows, target) if shows else (), []).append(target)
        for fields, targets in (groups or {(): []}).items():
            name = "And".join(target.model for target in targets) or "Page"
            models = tuple(target.lower for target in targets)
            shown = shows if fields else None
            known = {content.class_name for content in found}
            found.append(
                Content(_free(f"{name}{shown.name if shown else ''}", known), models, extension.slots, shown, fields)
            )
    return found


def _free(name: str, known: set[str]) -> str:
    candidates = (f"{name}Content", *(f"{name}Content{number}" for number in range(2, len(known) + 3)))
    return next(candidate for candidate in candidates if candidate not in known)


def _leading(model: Model, to: Reference) -> tuple[Field, ...]:
    """The fields of a model that lead to another one."""
    return tuple(
        field
        for field in model.fields
        if (isinstance(field, kinds.Relation) and field.to == to)
        or (isinstance(field, kinds.Generic) and to in field.to)
    )


def _condition(field: Field) -> str:
    if isinstance(field, kinds.Generic):
        return f"{field.type_name}={_CONTENT_TYPE}, {field.id_name}=self.context['object'].pk"
    return f"{field.name}=self.context['object']"
