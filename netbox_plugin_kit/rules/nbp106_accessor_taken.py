"""NBP106: the accessor of a relation takes a name that core's model already has."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.rules.relations import RELATIONS, core_target
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP106",
    title="Accessor takes a name of a core model",
    severity="error",
    source="Django system checks fields.E302 and fields.E304",
    why="NetBox does not start: Django refuses a second thing of that name on the model; and where it is a method of "
    "core's, the accessor quietly takes its place.",
    bad='site = models.ForeignKey("dcim.Site", on_delete=models.CASCADE, related_name="devices")',
    good='site = models.ForeignKey("dcim.Site", on_delete=models.CASCADE, related_name="example_probes")',
)


@rule.on_call(*RELATIONS)
def taken(call: Call, context: Context) -> Iterator[Violation]:
    """A related_name that is a field, an accessor or an attribute of core's model in a declared release."""
    model = core_target(call, context.core)
    if model is None:
        return
    for name in call.texts(None, "related_name"):
        if minors := context.among(model.taken(name)):
            yield rule.finding(
                call.place,
                f"related_name {name!r} is already a name of {model.label} in NetBox's core",
                fix=f"put the plugin's name before it: {context.label}_{name}",
                netbox=minors,
            )
