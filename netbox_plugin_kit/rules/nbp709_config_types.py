"""NBP709: an attribute of the PluginConfig has a type that NetBox ignores or fails on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.repairs import Repair, replace_node
from netbox_plugin_kit.plugin import Unknown
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP709",
    title="PluginConfig attribute of the wrong type",
    severity="error",
    source="netbox/settings.py, the loop over PLUGINS; netbox/plugins/__init__.py, PluginConfig.validate",
    why="NetBox adds middleware only from a list or a tuple and says nothing otherwise; queues that are not a list, an "
    "events pipeline or django_apps that are a text, and settings that are not a dictionary keep it from starting; a "
    "required setting given as one text is read letter by letter.",
    bad='middleware = "netbox_example.middleware.ExampleMiddleware"',
    good='middleware = ["netbox_example.middleware.ExampleMiddleware"]',
    fixable="safe",
)


class _Wanted(NamedTuple):
    types: tuple[type, ...]
    word: str
    otherwise: str


_WANTED = {
    "middleware": _Wanted((list, tuple), "a list or tuple", "NetBox ignores it without a word"),
    "queues": _Wanted((list,), "a list", "NetBox does not start"),
    "events_pipeline": _Wanted((list, tuple), "a list or tuple", "NetBox does not start"),
    "django_apps": _Wanted((list,), "a list", "NetBox does not start"),
    "required_settings": _Wanted((list, tuple, set), "a list", "every letter of it becomes a setting of its own"),
    "default_settings": _Wanted((dict,), "a dictionary", "NetBox does not start"),
}
_MAY_BE_EMPTY = frozenset({"middleware", "events_pipeline"})
"""Whatever is empty counts as none there."""


@rule.on(Project)
def wrong_type(project: Project, context: Context) -> Iterator[Violation]:
    """What is assigned is known, and NetBox cannot use it."""
    attributes = project.plugin.attributes if project.plugin is not None else {}
    for name, wanted in _WANTED.items():
        value = attributes.get(name, wanted.types[0]())
        if isinstance(value, (*wanted.types, Unknown)) or (name in _MAY_BE_EMPTY and not value):
            continue
        minors = context.since("4.2") if name == "events_pipeline" else context.minors
        if not minors:
            continue
        otherwise = (
            wanted.otherwise if name != "required_settings" or isinstance(value, str) else "NetBox does not start"
        )
        yield rule.finding(
            project.config_place(name),
            f"{name} is {_kind(value)} instead of {wanted.word}: {otherwise}",
            fix=f"make it {wanted.word}",
            netbox=minors,
            repair=_as_list(project, name) if list in wanted.types else None,
        )


def _kind(value: object) -> str:
    words = {str: "a text", tuple: "a tuple", list: "a list", dict: "a dictionary", set: "a set", type(None): "None"}
    return words.get(type(value), f"a {type(value).__name__}")


def _as_list(project: Project, name: str) -> Repair | None:
    """A text alone becomes the list of it, a tuple or set the list of its elements."""
    found = project.config.attribute(name) if project.config is not None else None
    source = project.source(found[1].path) if found is not None else None
    if found is None or source is None:
        return None
    node, text = found[0], ast.get_source_segment(source.text, found[0]) or ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return Repair((replace_node(source, node, f"[{text}]" if node.value else "[]"),))
    if isinstance(node, ast.Tuple | ast.Set) and text[:1] + text[-1:] in {"()", "{}"}:
        return Repair((replace_node(source, node, f"[{text[1:-1]}]"),))
    return None
