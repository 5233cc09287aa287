"""NBP704: the database is asked while the plugin is imported."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import PythonFile
from netbox_plugin_kit.rules.database import database_access, may_touch_database
from netbox_plugin_kit.rules.executing import at_import, with_called
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP704",
    title="Database access at import",
    severity="error",
    source="docs.djangoproject.com, Database access optimization and Applications; Django's warning that the database "
    "is accessed during app initialization",
    why="Before the first migration the table is not there, so NetBox does not start and the migration cannot be run "
    "either; afterwards the answer stays what it was when the process started.",
    bad="class SiteForm(forms.Form):\n"
    "    site = forms.ChoiceField(choices=[(site.pk, site.name) for site in Site.objects.all()])",
    good="class SiteForm(forms.Form):\n    site = DynamicModelChoiceField(queryset=Site.objects.all())",
    limits="A query set that is only written down is lazy and left alone. Migrations and what runs when a module is "
    "started as a script are not looked at; of functions that are called at import, only what runs in any case. Where "
    "an exception is caught it is a warning.",
)


@rule.on(PythonFile)
def asked(file: PythonFile, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """In the body of a module or class, or in a function that is called there."""
    if file.role == "migrations" or "migrations" in file.module.parts:
        return
    for here in with_called(at_import(file.module, file.flow), file.flow):
        if (here.through and here.conditional) or not may_touch_database(here.module):
            continue
        if (what := database_access(here, file.flow)) is not None:
            through = f", called by {file.module.name} when it is imported," if here.through else ""
            where = f"{here.through[-1]}(){through}" if here.through else "the import of this module"
            yield rule.finding(
                here.place,
                f"{where} asks the database: {what}",
                fix="ask when the answer is needed: in a method, a form's __init__ or a callable for choices",
                severity="warning" if here.guarded else None,
            )
