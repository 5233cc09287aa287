"""Do the plugin's migrations apply, agree with its models, and go back?"""

from __future__ import annotations

from typing import Any

from ..boot import Booted
from ..protocol import Answer, Finding, Request, failed, passed
from ..trouble import place, summary

__all__ = ["migrations"]


def migrations(netbox: Booted, request: Request) -> Answer:
    """Do the plugin's migrations apply to a migrated NetBox, match its models, and go back to zero and forward again?

    Core is migrated already (the snapshot); only what the plugin brings is applied here. Drift is asked of Django's
    autodetector under NetBox, which strips choices, help texts and verbose names from migrations
    (core/apps.py), so that plain Django's answer would be wrong.
    """
    labels = netbox.labels()
    loaded = _loader()
    own = [label for label in labels if label in loaded.migrated_apps]
    drift = _drift(labels, request, loaded)
    try:
        _migrate(own, None)
    except Exception as problem:
        return failed("a migration does not apply", [_finding(problem, request), *drift], applied=False)
    _clone_for_tests()
    findings = drift + _round_trip(own, request)
    count = sum(1 for label, _ in loaded.disk_migrations if label in own)
    if any(finding.severity == "error" for finding in findings):
        return failed("the migrations are not right", findings, applied=True)
    return passed(f"{count} migrations apply and reverse, no drift" if count else "no models, no migrations", findings)


def _loader() -> Any:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    return MigrationLoader(connection)


def _migrate(labels: list[str], target: str | None) -> None:
    """Migrate the plugin's applications to `target`, or to their newest; permissions and types follow as usual."""
    from django.core.management import call_command

    for label in labels:
        arguments = [label] if target is None else [label, target]
        call_command("migrate", *arguments, verbosity=1, interactive=False, skip_checks=True)


def _drift(labels: list[str], request: Request, loader: Any) -> list[Finding]:
    """Changes to the plugin's models that no migration makes, or to core's models that the plugin caused."""
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
    from django.db.migrations.state import ProjectState

    detector = MigrationAutodetector(
        loader.project_state(),
        ProjectState.from_apps(apps),
        NonInteractiveMigrationQuestioner(specified_apps=set(labels), dry_run=True, verbosity=0),
    )
    changes = detector.changes(graph=loader.graph, trim_to_apps=None, convert_apps=set(labels))
    findings = []
    for label, planned in changes.items():
        for operation in (operation for migration in planned for operation in migration.operations):
            what = f"{label}: {operation.describe()}"
            if label in labels:
                message, fix = f"no migration for: {what}", f"run `makemigrations {label}` and ship what it writes"
            else:
                message, fix = f"NetBox's own models changed: {what}", "a plugin must not modify core models"
            findings.append(Finding(message, f"{request.package.replace('.', '/')}/migrations", fix=fix))
    return findings


def _round_trip(labels: list[str], request: Request) -> list[Finding]:
    """Back to zero, newest application first, and forward again."""
    from django.db.migrations.exceptions import IrreversibleError

    try:
        _migrate(labels[::-1], "zero")
    except IrreversibleError as problem:
        fix = "give RunPython a reverse (migrations.RunPython.noop if there is nothing to undo), RunSQL a reverse_sql"
        return [Finding(f"the plugin cannot be removed again: {summary(problem)}", fix=fix)]
    except Exception as problem:
        return [_finding(problem, request)]
    try:
        _migrate(labels, None)
    except Exception as problem:
        return [_finding(problem, request)]
    return []


def _finding(problem: BaseException, request: Request) -> Finding:
    path, line = place(problem, request.site)
    return Finding(summary(problem), path, line)


def _clone_for_tests() -> None:
    """Keep the migrated database as it is now: the tests get it as theirs (checks/tests.py)."""
    from django.db import connection

    from .tests import test_database

    name = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - Django's own way to reach the maintenance database
        cursor.execute(f'CREATE DATABASE "{test_database(name)}" TEMPLATE "{name}"')
