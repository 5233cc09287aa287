"""NBP101: a field is added to one of core's models."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import model_in
from netbox_plugin_kit.rules.putting import is_field
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP101",
    title="Field added to a core model",
    severity="error",
    source="docs/plugins/index.md, Limitations: modify core models",
    why="Django then selects a column that core's migrations never made: every query of that model fails, or "
    "`makemigrations` writes a migration into core, and the next NetBox upgrade breaks the database.",
    bad='CharField(max_length=50).contribute_to_class(Device, "asset_owner")',
    good="class DeviceOwner(NetBoxModel):\n"
    '    device = models.OneToOneField("dcim.Device", on_delete=models.CASCADE, related_name="+")',
    limits="Custom fields are the way for a value that users fill in; a model of the plugin's own with a relation to "
    "core's model for everything else.",
)


@rule.on(Change)
def added(change: Change, context: Context) -> Iterator[Violation]:
    """A field by whatever name: put on the class, or contributed to it."""
    model = model_in(change.target, context.core)
    if model is None or model.rest or change.how != "set" or not is_field(change):
        return
    yield rule.finding(
        change.place,
        f"{change.words} adds the field {change.member!r} to {model.label}, a model of NetBox's core",
        fix=f"make a model of the plugin's own with a relation to {model.label}, or use a custom field",
    )
