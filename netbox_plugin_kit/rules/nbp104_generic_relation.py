"""NBP104: a generic relation is put on one of core's models."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Change
from netbox_plugin_kit.rules.paths import model_in
from netbox_plugin_kit.rules.putting import is_generic_relation
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP104",
    title="Generic relation added to a core model",
    severity="warning",
    source="docs/plugins/index.md, Limitations: modify core models",
    why="It has no column, and many plugins do it, but it is a change of core's model all the same: deleting the core "
    "object then deletes the plugin's objects without a word, and the accessor's name can clash with core's next "
    "field.",
    bad='GenericRelation(to=Document).contribute_to_class(Site, "documents")',
    good="Document.objects.filter(object_type=ObjectType.objects.get_for_model(site), object_id=site.pk)",
)


@rule.on(Change)
def contributed(change: Change, context: Context) -> Iterator[Violation]:
    """A GenericRelation, by whatever way it gets there."""
    model = model_in(change.target, context.core)
    if model is not None and not model.rest and change.how == "set" and is_generic_relation(change):
        yield rule.finding(
            change.place,
            f"{change.words} puts the generic relation {change.member!r} on {model.label}, a model of NetBox's core",
            fix="look the plugin's objects up by content type and primary key instead, and remove them in a "
            "post_delete receiver",
        )
