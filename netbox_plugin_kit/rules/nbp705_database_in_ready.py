"""NBP705: the database is asked when NetBox gets ready."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.rules.database import database_access, may_touch_database
from netbox_plugin_kit.rules.executing import in_function, with_called
from netbox_plugin_kit.rules.loading import method_of_config
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP705",
    title="Database access in ready()",
    severity="warning",
    source="docs.djangoproject.com, Applications, AppConfig.ready: avoid interacting with the database",
    why="ready() runs for every command, for collectstatic in an image that has no database and for the migration that "
    "makes the tables; in tests it asks the real database instead of the one for tests. Django warns of it from 5.0.",
    bad="def ready(self):\n    super().ready()\n    Status.objects.get_or_create(name='new')",
    good="def ready(self):\n    super().ready()\n    post_migrate.connect(create_defaults, sender=self)",
    limits="The functions of the project that ready() calls are followed; what it hands over, to signals for example, "
    "is not called by it.",
)


@rule.on(Project)
def asked(project: Project, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """In ready() itself, or in a function that it calls."""
    ready = method_of_config(project, "ready")
    if ready is None:
        return
    for here in with_called(in_function(ready.scope, project.flow), project.flow):
        if (here.conditional and len(here.through) > 1) or not may_touch_database(here.module):
            continue
        if (what := database_access(here, project.flow)) is not None:
            where = f"{here.through[-1]}(), called by ready()," if here.through else "ready()"
            yield rule.finding(
                here.place,
                f"{where} asks the database: {what}",
                fix="do it in a receiver of post_migrate, in a migration, or when it is needed",
            )
