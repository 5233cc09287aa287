"""The project: its names, its version, the NetBox releases it is for, and what these must have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.scaffold import names
from netbox_plugin_kit.scaffold.problems import Path, Problem, quoted
from netbox_plugin_kit.scaffold.spec import Spec

__all__ = ["objection", "problems"]

_TAGS = ("{{", "}}", "{%", "%}", "{#", "#}")


def objection(refusal: names.Refusal) -> str:
    """A refused name in one line."""
    return f"{refusal.reason}; use `{refusal.suggestion}`, say" if refusal.suggestion else refusal.reason


def problems(spec: Spec, values: Mapping[str, Any]) -> Iterator[Problem]:
    """Names and versions, and texts that would not stay texts."""
    yield from _names(spec, values)
    yield from _version(spec)
    yield from _range(spec)
    yield from _texts(values, ())


def _names(spec: Spec, values: Mapping[str, Any]) -> Iterator[Problem]:
    if refusal := names.distribution_name(spec.name):
        yield Problem(("name",), objection(refusal))
        if not values.get("package"):
            return
    # What is derived is mended where it was derived from, or by saying it.
    given = "package" if values.get("package") else "name"
    wrong = names.package_name(spec.package)
    if wrong or not spec.short[:1].isalpha():
        reason = objection(wrong) if wrong else f"{quoted(spec.package)} has no letter after `netbox_`; begin with one"
        yield Problem((given,), reason if given == "package" else f"its package: {reason}, as `package`")
    elif refusal := names.base_url(spec.base_url):
        key = "base_url" if values.get("base_url") else given
        yield Problem((key,), objection(refusal) if key == "base_url" else f"its `base_url`: {objection(refusal)}")


def _version(spec: Spec) -> Iterator[Problem]:
    try:
        normal = str(Version(spec.version))
    except InvalidVersion:
        yield Problem(("version",), f"{quoted(spec.version)} is no version that pip understands; write 0.1.0, say")
        return
    if normal != spec.version:
        yield Problem(("version",), f"{quoted(spec.version)} is `{normal}` to pip; write that")


def _range(spec: Spec) -> Iterator[Problem]:
    netbox = spec.netbox
    if netbox.floor > netbox.ceiling:
        oldest, newest = (f"{major}.{minor}" for major, minor in (netbox.floor, netbox.ceiling))
        yield Problem(("netbox", "min"), f"the oldest NetBox, {oldest}, is newer than the newest, {newest}")
        return
    if spec.features.webhook_callbacks and not netbox.since("4.4"):
        yield Problem(("features", "webhook_callbacks"), "NetBox has them since 4.4; set `netbox.min` to 4.4 or later")
    if spec.features.jinja_filters and not netbox.reaches("4.7"):
        yield Problem(("features", "jinja_filters"), "NetBox has them since 4.7; set `netbox.max` to 4.7")
    for model in spec.models:
        if model.base != "netbox" and not netbox.since("4.5"):
            message = f"NetBox gives plugins {model.prefix} since 4.5; set `netbox.min` to 4.5, or `base` to netbox"
            yield Problem(("models", model.name, "base"), message)


def _texts(value: Any, path: Path) -> Iterator[Problem]:
    """Texts end up in templates of Django, where a tag is a tag."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(key, path)
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _texts(item, (*path, place))
    elif isinstance(value, str) and (tag := next((tag for tag in _TAGS if tag in value), None)):
        yield Problem(path, f"has `{tag}`, which NetBox's templates take for a tag of theirs; leave it out")
