"""NBP716: NetBox 4.5 gives a base model fields that no migration of the plugin makes."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import ClassDefinition, Project
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.tables import migrated, models_with_tables

rule = Rule(
    code="NBP716",
    title="Field of a base model not migrated",
    severity="error",
    source="release notes of 4.5.0; netbox/models/__init__.py: PrimaryModel, OrganizationalModel, NestedGroupModel",
    why="From 4.5 these base models bring the field owner, and OrganizationalModel comments as well. Without a "
    "migration the column is missing, and every query of the model fails.",
    bad="class Asset(PrimaryModel): ...  # and no migration adds owner",
    good='migrations.AddField("asset", "owner", models.ForeignKey(to="users.owner", null=True, ...))',
    limits="A migration with that field needs NetBox 4.5. Plugins with operations of their own, or with computed ones, "
    "are left alone.",
)

_OWNED = ("PrimaryModel", "OrganizationalModel", "NestedGroupModel")


@rule.on(Project)
def not_migrated(project: Project, context: Context) -> Iterator[Violation]:
    """A model with one of these bases, whose fields in the migrations lack what the base brings."""
    minors = context.since("4.5")
    made = migrated(project) if minors else None
    if made is None or not made.is_certain:
        return
    for model in models_with_tables(project):
        fields = made.fields.get(model.name.lower())
        missing = [name for name in _brought(model) if fields is not None and name not in fields]
        if missing:
            yield rule.finding(
                model.place,
                f"{model.name} gets {' and '.join(missing)} from its base model in NetBox 4.5, and no migration of the "
                "plugin makes it",
                fix="run makemigrations in NetBox 4.5 or later",
                netbox=minors,
            )


def _brought(model: ClassDefinition) -> Iterator[str]:
    """The fields that the base models of 4.5 add, unless the model has its own of that name."""
    bases = {path.rpartition(".")[2] for path in model.bases() if path.startswith("netbox.models.")}
    names = ["owner"] if bases.intersection(_OWNED) else []
    names += ["comments"] if "OrganizationalModel" in bases else []
    for name in names:
        if not any(name in klass.scope.bindings for klass in (model.klass, *model.own_ancestors())):
            yield name
