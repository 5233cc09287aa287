"""NBP102: a method, manager, attribute or Meta option of one of core's models is replaced or removed."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import model_in
from netbox_plugin_kit.rules.putting import is_field, is_generic_relation
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP102",
    title="Core model patched",
    severity="error",
    source="docs/plugins/index.md, Limitations: modify core models",
    why="Everybody's devices then behave in a way that no documentation tells, other plugins included, and the next "
    "NetBox release calls what is no longer there.",
    bad="Device.save = save_with_audit",
    good="@receiver(post_save, sender=Device)\ndef audit(sender, instance, **kwargs): ...",
    limits="Objects may be changed and saved as ever; it is the classes that are core's.",
)

_MANAGERS = (".objects", "._default_manager", "._base_manager")
_BINDING = frozenset({"=", "+=", "-=", "|=", "del", "setattr", "delattr", "__setattr__", "__delattr__"})


@rule.on(Change)
def patched(change: Change, context: Context) -> Iterator[Violation]:
    """Any change of a model class, its `_meta` or its managers; `objects.update()` changes rows instead."""
    model = model_in(change.target, context.core)
    if model is None or not model.is_class:
        return
    if model.rest.startswith(_MANAGERS) and change.by not in _BINDING:
        return
    if not model.rest and change.how == "set" and (is_field(change) or is_generic_relation(change)):
        return
    verb = {"set": "replaces", "delete": "removes", "mutate": "changes"}[change.how]
    part = f"{model.rest}.{change.member}".strip(".").replace(".[", "[")
    yield rule.finding(
        change.place,
        f"{change.words} {verb} {part or 'something'} of {model.label}, a model of NetBox's core",
        fix="connect a receiver to a signal, add a custom validator, or keep the behaviour in a class of the "
        "plugin's own",
    )
