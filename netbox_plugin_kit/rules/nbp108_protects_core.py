"""NBP108: an object of the plugin keeps one of core's from being deleted."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.rules.relations import RELATIONS, core_target
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP108",
    title="Core objects cannot be deleted",
    severity="info",
    source="docs/plugins/development/models.md; networktocode/ntc-netbox-plugin-onboarding#149",
    why="Users cannot delete a core object as long as the plugin's refers to it; and when the plugin is skipped or "
    "taken "
    "out, they cannot delete it at all, because the database still refuses and nobody is there to explain.",
    bad='device = models.ForeignKey("dcim.Device", on_delete=models.PROTECT)',
    good='device = models.ForeignKey("dcim.Device", on_delete=models.CASCADE)',
    limits="Core does it too where losing the object would lose something of worth: advice, not a mistake.",
)


_KEPT = frozenset({"contenttypes.ContentType", "core.ObjectType", "users.Owner"})
"""Nobody deletes a content type by hand, and NetBox's own models protect owners."""


@rule.on_call(*RELATIONS)
def protects(call: Call, context: Context) -> Iterator[Violation]:
    """`on_delete=PROTECT` or `RESTRICT` on a relation to a model of core."""
    hindered = {path.rpartition(".")[2] for path in call.paths_of(1, "on_delete")} & {"PROTECT", "RESTRICT"}
    if hindered and (model := core_target(call, context.core)) is not None and model.label not in _KEPT:
        yield rule.finding(
            call.place,
            f"on_delete={hindered.pop()} keeps users from deleting a {model.label.partition('.')[2]} of NetBox's core",
            fix="use CASCADE or SET_NULL unless losing this object would lose something of worth",
        )
