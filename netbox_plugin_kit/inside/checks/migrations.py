"""Do the plugin's migrations apply, agree with its models, and go back?"""

from __future__ import annotations

from typing import Any

from ..beside import companion_labels, migrate_companions
from ..boot import Booted
from ..database import copy_database
from ..protocol import Answer, Finding, Request, failed, passed
from ..rehearsal import Rehearsal
from ..trouble import summary, trouble

__all__ = ["migrations"]


def migrations(netbox: Booted, request: Request) -> Answer:
    """Do the plugin's migrations apply to a migrated NetBox, match its models, and go back to zero and forward again?

    Core is migrated already (the snapshot); only what the plugin brings is applied here. Drift is asked of Django's
    autodetector under NetBox, which strips choices, help texts and verbose names from migrations
    (core/apps.py), so that plain Django's answer would be wrong.
    """
    labels = netbox.labels()
    if reason := migrate_companions(request):
        return Answer("skip", reason, facts={"applied": False})
    before = _tables()
    try:
        rehearsal = Rehearsal(labels)
        rehearsal.forwards()
    except Exception as problem:
        return failed("a migration does not apply", [trouble(problem, request.site)], applied=False)
    findings = _drift(labels, request, rehearsal)
    copy_database()  # as it is now: the tests get it as theirs
    findings += _round_trip(rehearsal, before, request)
    if any(finding.severity == "error" for finding in findings):
        return failed("the migrations are not right", findings, applied=True)
    detail = (
        f"{rehearsal.count} apply, reverse and apply again, no drift" if rehearsal.count else "none, and none needed"
    )
    return passed(detail, findings)


def _drift(labels: list[str], request: Request, rehearsal: Rehearsal) -> list[Finding]:
    """Changes to the plugin's models that no migration makes, or to core's models that the plugin caused."""
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
    from django.db.migrations.state import ProjectState

    detector = MigrationAutodetector(
        rehearsal.state(),
        ProjectState.from_apps(apps),
        NonInteractiveMigrationQuestioner(specified_apps=set(labels), dry_run=True, verbosity=0),
    )
    changes = detector.changes(graph=rehearsal.graph, convert_apps=set(labels))
    findings = []
    theirs = companion_labels(request)
    for label, planned in changes.items():
        if label in theirs:
            continue
        for operation in (operation for migration in planned for operation in migration.operations):
            what = f"{label}: {operation.describe()}"
            if label in labels:
                message, fix = f"no migration for: {what}", f"run `makemigrations {label}` and ship what it writes"
            else:
                message, fix = f"NetBox's own models changed: {what}", "a plugin must not modify core models"
            findings.append(Finding(message, f"{request.package.replace('.', '/')}/migrations", fix=fix))
    return findings


def _round_trip(rehearsal: Rehearsal, before: set[str], request: Request) -> list[Finding]:
    from django.db.migrations.exceptions import IrreversibleError

    try:
        rehearsal.backwards()
        left = sorted(_tables() - before)
        rehearsal.again()
    except IrreversibleError as problem:
        fix = "give RunPython a reverse (migrations.RunPython.noop if there is nothing to undo), RunSQL a reverse_sql"
        return [Finding(f"the plugin cannot be removed again: {summary(problem)}", fix=fix)]
    except Exception as problem:
        return [trouble(problem, request.site)]
    return [Finding(f"table {table} is left behind when the migrations are reversed") for table in left]


def _tables() -> set[str]:
    from django.db import connection

    tables: list[Any] = connection.introspection.table_names()
    return set(tables)
