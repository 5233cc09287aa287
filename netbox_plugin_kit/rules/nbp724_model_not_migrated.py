"""NBP724: no migration of the plugin makes the table of a model."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.tables import migrated, models_with_tables

rule = Rule(
    code="NBP724",
    title="Model without a migration",
    severity="error",
    source="docs/plugins/development/models.md, Create Migrations",
    why="NetBox starts and migrates without a word; the first query of the model fails, for its table is not there.",
    bad="class Asset(NetBoxModel): ...  # and no migration creates Asset",
    good='migrations.CreateModel(name="Asset", ...)',
    limits="Looked for where the plugin has migrations that make models, and all their operations can be read.",
)


@rule.on(Project)
def not_created(project: Project, context: Context) -> Iterator[Violation]:
    """A model of the plugin's app that is in no CreateModel and no RenameModel."""
    made = migrated(project)
    if made is None or not made.is_certain or not made.fields:
        return
    for model in models_with_tables(project):
        if model.name.lower() not in made.fields:
            yield rule.finding(
                model.place,
                f"no migration of the plugin creates {model.name}",
                fix=f"run makemigrations {context.label}",
            )
