"""NBP723: a menu is made of the wrong things."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Project
from netbox_plugin_kit.linting.flow import Const, Instance, Items, Klass, Ref, Value
from netbox_plugin_kit.rules.loading import home_of, resources
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP723",
    title="Resource of the wrong kind",
    severity="error",
    source="netbox/plugins/navigation.py; netbox/plugins/registration.py",
    why="NetBox checks what it registers: the types of the menu, its items and buttons, and that extensions are "
    "classes. It raises TypeError, and does not start. Most of the time a comma is missing.",
    bad='menu_items = (PluginMenuItem(link="...", link_text="Assets", permissions="netbox_example.view_asset"))',
    good='menu_items = (PluginMenuItem(link="...", link_text="Assets", permissions=["netbox_example.view_asset"]),)',
)

_ONE_OF = {"PluginMenuItem": ("permissions", "buttons"), "PluginMenuButton": ("permissions",)}
_LISTS = frozenset({"menu_items", "template_extensions", "search_indexes"})


@rule.on_call("PluginMenuItem", "PluginMenuButton")
def argument_types(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Permissions and buttons have to be a list or a tuple."""
    if not any(path.startswith(("netbox.plugins", "extras.plugins")) for path in call.paths):
        return
    for word in _ONE_OF[call.name]:
        values = call.values(None, word)
        if values and all(_is_no_list(value) for value in values):
            yield rule.finding(
                call.place,
                f"{word} of this {call.name} is {_kind(values[0])}, and NetBox takes a list or a tuple only",
                fix=f"put it into a list: {word}=[...]",
            )


def _is_no_list(value: Value) -> bool:
    if isinstance(value, Const):
        return value.value is not None
    return isinstance(value, Ref) and value.path.endswith(".PluginMenuButton()")


def _kind(value: Value) -> str:
    if isinstance(value, Const):
        return "a text" if isinstance(value.value, str) else repr(value.value)
    return "a single button" if isinstance(value, Ref) else "something else"


@rule.on(Project)
def resource_types(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A single thing where a list is taken, an item where a menu is taken, an object where a class is taken."""
    flow = project.flow
    for attribute, dotted, name in resources(project):
        module = flow.modules.get(dotted)
        if module is None or attribute not in {*_LISTS, "menu"}:
            continue
        values = tuple(flow.name_in(module, name))
        wrong = {_wrong(attribute, value) for value in values}
        if attribute in _LISTS and wrong == {None}:
            wrong = {
                f"holds an object instead of a class: {ast.unparse(element)}"
                for value in values if isinstance(value, Items) and attribute != "menu_items"
                for element in value.elements
                if isinstance(element, ast.Call)
                and any(isinstance(each, Instance) for each in flow.values(element, value.block))
            }  # fmt: skip
        if not wrong or None in wrong:
            continue
        home, called = home_of(module, name, flow)
        bindings = home.found.scope.bindings.get(called, ())
        line = bindings[-1].line if bindings else None
        yield rule.finding(
            home.source.place(line),
            f"{name} {min(filter(None, wrong))}",
            fix="give a PluginMenu" if attribute == "menu" else "give a list, with a comma after a single element",
        )


def _wrong(attribute: str, value: Value) -> str | None:
    """What is wrong with a value; None when nothing is, or it is not known."""
    single = isinstance(value, Ref) and value.path.endswith(
        (".PluginMenuItem()", ".PluginMenuButton()", ".PluginMenu()")
    )
    if attribute == "menu":
        if isinstance(value, Items) or (single and isinstance(value, Ref) and not value.path.endswith(".PluginMenu()")):
            return "is not a PluginMenu, and NetBox takes nothing else there"
    elif single or isinstance(value, Instance | Klass):
        return "is a single thing where NetBox takes a list"
    return None
