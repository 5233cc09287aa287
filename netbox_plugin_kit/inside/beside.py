"""Other plugins beside the one that is tested: their tables have to be there before anything is asked."""

from __future__ import annotations

import traceback

from .protocol import Request
from .trouble import summary

__all__ = ["companion_labels", "migrate_companions"]


def companion_labels(request: Request) -> set[str]:
    """Labels of the applications in the packages of companions."""
    from django.apps import apps

    return {
        app.label
        for app in apps.get_app_configs()
        if any(f"{app.name}.".startswith(f"{package}.") for package in request.companions)
    }


def migrate_companions(request: Request) -> str | None:
    """Apply the migrations of companions, and what those need; why not, if that fails."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection, load=False)
    loader.load_disk()  # without the graph: a dependency that the plugin invents is its own failure, told later
    for label in sorted(companion_labels(request) & loader.migrated_apps):
        try:
            call_command("migrate", label, interactive=False, verbosity=0, skip_checks=True)
        except Exception as problem:
            traceback.print_exc()
            return f"the migrations of {label} do not apply: {summary(problem)}"
    return None
