"""Objects of NetBox's own models, for tests of plugins that lead to them.

Django's `_meta` says what an object cannot do without, so no list of models has to be kept in step with NetBox's
releases; what `_meta` cannot know stands in `_SPECIAL`. Values are plausible enough for the objects' pages to render;
`clean()` is not asked.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone
from netaddr import IPNetwork

__all__ = ["create"]

_numbers = count(1)


def create(model: Any, /, **values: Any) -> Any:
    """An object of any model, with whatever it needs beyond the values given.

    Args:
        model: The class, or its name as NetBox writes it: `'dcim.site'`.
        values: What its fields are to be, many-to-many fields and tags too. Of what can be left empty only a name is
            made up.

    Raises:
        LookupError: There is no such model, it is one that only NetBox makes, or it needs a value of an unknown kind.
    """
    model = apps.get_model(model) if isinstance(model, str) else model
    if reason := _NOT_MADE.get(model._meta.label_lower):
        raise LookupError(f"{model._meta.label} is not made by create(): {reason}")
    number = next(_numbers)
    many = {name: values.pop(name) for name in list(values) if _is_many(model, name)}
    for name, special in _SPECIAL.get(model._meta.label_lower, {}).items():
        if name not in values and _has(model, name):
            values[name] = special(number, values)
    for generic in model._meta.private_fields:
        if isinstance(generic, GenericForeignKey):
            _lead_somewhere(model, generic, values)
    for field in model._meta.concrete_fields:
        wanted = _is_required(field) or _is_name(field)
        if wanted and field.name not in values and field.attname not in values:
            values[field.name] = _value(field, number)
    instance = model(**values)
    instance.save()
    for name, related in many.items():
        getattr(instance, name).set(related)
    return instance


def _has(model: Any, name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _is_many(model: Any, name: str) -> bool:
    return any(field.name == name for field in model._meta.many_to_many) or name == "tags"


def _is_required(field: Any) -> bool:
    if field.primary_key or field.null or field.has_default() or getattr(field, "auto_now", False):
        return isinstance(field, models.OneToOneField) and field.primary_key
    if getattr(field, "auto_now_add", False) or getattr(field, "generated", False) or not field.editable:
        return False
    return not (field.blank and field.empty_strings_allowed)


def _is_name(field: Any) -> bool:
    """Whether it is what an object is called: devices need no name, but files to import ask for them by name."""
    return field.name == "name" and isinstance(field, models.CharField)


def _value(field: Any, number: int) -> Any:
    if field.is_relation:
        return _type_of_sites(field) or create(field.related_model)
    if field.choices:
        return field.flatchoices[0][0]
    for kind, value in _VALUES.items():
        if kind in [base.__name__ for base in type(field).__mro__]:
            return value(field, number)
    raise LookupError(f"{field} is required, and nothing is known of a {type(field).__name__}")


def _type_of_sites(field: Any) -> Any:
    """What a foreign key to content types gets: the type of what everything may lead to."""
    is_type = field.related_model._meta.label_lower in {"contenttypes.contenttype", "core.objecttype"}
    return field.related_model.objects.get_for_model(apps.get_model(_ANY)) if is_type else None


def _lead_somewhere(model: Any, generic: Any, values: dict[str, Any]) -> None:
    """Set a required generic relation; one that is set in part is its caller's business."""
    columns = {generic.name, generic.ct_field, generic.fk_field}
    field = model._meta.get_field(generic.ct_field)
    if columns & values.keys() or not _is_required(field):
        return
    values[generic.name] = create(_target(field))


def _target(field: Any) -> Any:
    """The first model that a generic relation may lead to, going by what its form is limited to."""
    limit = field.get_limit_choices_to()
    allowed = ContentType.objects.filter(limit).order_by("pk") if limit else ()
    found = {f"{known.app_label}.{known.model}" for known in allowed}
    known = next((name for name in _TARGETS if name in found), None)
    return known or next(iter(sorted(found)), _ANY)


_ANY = "dcim.site"
_TARGETS = ("dcim.interface", "dcim.device", "dcim.site", "ipam.vlan")


def _text(field: Any, number: int) -> str:
    name = f"{field.model._meta.verbose_name} {number}"
    return (name[:1].upper() + name[1:])[-(field.max_length or 100) :].strip()


def _within(field: Any, number: int) -> int:
    """A number that the field's validators allow, different for each object as far as possible."""
    limits = {
        type(validator).__name__: validator.limit_value
        for validator in field.validators
        if hasattr(validator, "limit_value")
    }
    least = int(limits.get("MinValueValidator", 1) or 0)
    most = int(limits.get("MaxValueValidator", least + 10_000))
    return least + (number - 1) % (most - least + 1)


_GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)

_VALUES: dict[str, Callable[[Any, int], Any]] = {
    "SlugField": lambda field, number: f"{field.model._meta.model_name}-{number}"[-(field.max_length or 50) :],
    "ColorField": lambda _field, _number: "9e9e9e",
    "URLField": lambda _field, number: f"https://example.com/{number}",
    "EmailField": lambda _field, number: f"user{number}@example.com",
    "UUIDField": lambda _field, _number: uuid.uuid4(),
    "GenericIPAddressField": lambda _field, number: f"192.0.2.{number % 254 + 1}",
    "CharField": _text,
    "TextField": _text,
    "DecimalField": lambda field, number: min(number, 10 ** (field.max_digits - field.decimal_places) - 1),
    "FloatField": lambda _field, number: float(number),
    "IntegerField": _within,
    "BooleanField": lambda _field, _number: False,
    "DateTimeField": lambda _field, _number: timezone.now(),
    "DateField": lambda _field, _number: timezone.now().date(),
    "DurationField": lambda _field, number: timedelta(minutes=number),
    "JSONField": lambda _field, _number: {},
    "ArrayField": lambda field, number: [_value(field.base_field, number)],
    "ImageField": lambda _field, number: SimpleUploadedFile(f"{number}.gif", _GIF, content_type="image/gif"),
    "FileField": lambda _field, number: SimpleUploadedFile(f"{number}.txt", b"text", content_type="text/plain"),
    # 2001:db8::/32 is for examples, and has room for as many as a test may want.
    "IPNetworkField": lambda _field, number: f"2001:db8:{number:x}::/48",
    "IPAddressField": lambda _field, number: f"2001:db8::{number:x}/64",
    "MACAddressField": lambda _field, number: "02:00:00:" + ":".join(f"{number:06x}"[at : at + 2] for at in (0, 2, 4)),
    "WWNField": lambda _field, number: "02:00:00:00:00:" + ":".join(f"{number:06x}"[at : at + 2] for at in (0, 2, 4)),
}
"""A value by the name of a field's class or of one of its bases, most special first: names of classes last longer
than the modules they are in."""

_SPECIAL: dict[str, dict[str, Callable[[int, dict[str, Any]], Any]]] = {
    "core.datasource": {"source_url": lambda number, _: f"https://example.com/{number}"},
    "core.datafile": {
        "source": lambda *_: create("core.datasource"),
        "path": lambda number, _: f"{number}.txt",
        "size": lambda *_: 0,
        "hash": lambda *_: "0" * 64,
        "last_updated": lambda *_: timezone.now(),
    },
    "core.managedfile": {"file_path": lambda number, _: f"{number}.py"},
    "core.objectchange": {
        "user": lambda *_: create("users.user"),
        "changed_object": lambda *_: create("dcim.site"),
        "object_repr": lambda number, _: f"Site {number}",
        "request_id": lambda *_: uuid.uuid4(),
    },
    "dcim.cabletermination": {"termination": lambda *_: create("dcim.interface")},
    "dcim.module": {"module_bay": lambda _, given: create("dcim.modulebay", device=_device(given))},
    "extras.customfield": {"name": lambda number, _: f"custom_field_{number}"},
    "extras.customfieldchoiceset": {"extra_choices": lambda *_: [["a", "A"], ["b", "B"]]},
    "extras.tableconfig": {
        "object_type": lambda *_: _object_type("dcim.site"),
        "table": lambda *_: "SiteTable",
        "columns": lambda *_: ["name"],
    },
    "ipam.iprange": {
        "start_address": lambda number, _: IPNetwork(f"2001:db8::{number:x}:1/64"),
        "end_address": lambda number, _: IPNetwork(f"2001:db8::{number:x}:9/64"),
    },
    "users.user": {"password": lambda *_: "!"},
    "wireless.wirelesslink": {
        "interface_a": lambda *_: create("dcim.interface", type="ieee802.11ac"),
        "interface_b": lambda *_: create("dcim.interface", type="ieee802.11ac"),
    },
}
"""What is known of single models' fields beyond what `_meta` says."""

_NOT_MADE = {
    "core.autosyncrecord": "NetBox makes it for an object that is synchronized",
    "core.objecttype": "there is one for every model",
    "dcim.cablepath": "NetBox traces it from cables",
    "extras.script": "NetBox makes it from the file of a script module",
    "extras.scriptmodule": "it is a file of code",
    "users.userconfig": "NetBox makes it along with its user",
}
"""Models that are not made here, and why."""


def _device(given: dict[str, Any]) -> Any:
    return given.setdefault("device", given.get("device") or create("dcim.device"))


def _object_type(label: str) -> Any:
    return apps.get_model("core.objecttype").objects.get_for_model(apps.get_model(label))
