"""NBP504: something that core registered is replaced."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change, ClassDefinition
from netbox_plugin_kit.linting.flow import Block, Ref
from netbox_plugin_kit.rules.paths import model_in
from netbox_plugin_kit.rules.registry import is_own, keys_of
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP504",
    title="Registry entry replaced",
    severity="error",
    source="netbox/registry.py, netbox/search/__init__.py, netbox/data_backends.py: the last one of a name wins",
    why="Nothing complains: core's search index, data backend or serializer is simply another one from then on.",
    bad="@register_search\nclass OwnSiteIndex(SearchIndex):\n    model = Site",
    good="@register_search\nclass ProbeIndex(SearchIndex):\n    model = Probe",
)

_STORES = frozenset(
    {"views", "search", "widgets", "data_backends", "model_features", "system_jobs", "tables", "filtersets"}
)


@rule.on(Change)
def replaced(change: Change, context: Context) -> Iterator[Violation]:
    """An item of a store that is set under a name of core's, or a store as a whole."""
    keys = keys_of(change.path)
    if keys is None or change.how != "set" or is_own(keys, context):
        return
    core_app = len(keys) > 1 and keys[0] in _STORES and keys[1].partition(".")[0] in context.core.packages
    named = len(keys) > 1 and keys[0] == "data_backends" and keys[1] in context.core.data_backends
    if len(keys) == 1 or core_app or named:
        yield rule.finding(
            change.place, f"{change.words} replaces {'/'.join(keys)} in NetBox's registry",
            fix="register what is the plugin's own with NetBox's register functions",
        )  # fmt: skip


@rule.on(ClassDefinition)
def index(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A search index of a model that core has one for."""
    if not definition.descends_from("SearchIndex"):
        return
    for value in definition.values("model"):
        model = model_in(value.path, context.core) if isinstance(value, Ref) else None
        if model is None or model.rest:
            continue
        if minors := context.among(context.core.search.get(model.label.lower(), ())):
            yield rule.finding(
                definition.place, f"{definition.name} takes the place of core's search index of {model.label}",
                fix="index the plugin's own models", netbox=minors,
            )  # fmt: skip


@rule.on(ClassDefinition)
def backend(definition: ClassDefinition, context: Context) -> Iterator[Violation]:
    """A data backend of a name that core has."""
    if not definition.descends_from("DataBackend"):
        return
    found = definition.attribute("name")
    for name in definition.flow.texts(found[0], Block(definition.klass.scope)) if found else ():
        if minors := context.among(context.core.data_backends.get(name, ())):
            yield rule.finding(
                definition.place, f"{definition.name} takes the place of core's data backend {name!r}",
                fix="give it a name of its own", netbox=minors,
            )  # fmt: skip


@rule.on_call("register_serializer_resolver")
def resolver(call: Call, context: Context) -> Iterator[Violation]:
    """A serializer resolver for an app of core."""
    for label in call.texts(0, "app_label"):
        if label in context.core.packages:
            yield rule.finding(
                call.place, f"register_serializer_resolver decides for {label}, an app of NetBox's core",
                fix="register one for the plugin's own app only",
            )  # fmt: skip
