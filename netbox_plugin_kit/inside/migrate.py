"""Migrates core on an empty database, once per release: the snapshot that every later run starts from."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any

from .protocol import Writer
from .reloads import narrow_reloads

__all__ = ["main"]


def main(results: str) -> None:
    """Apply all of core's migrations and say how far it is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "netbox.settings"
    writer = Writer(results)

    import django

    django.setup()

    from django.core.management import call_command
    from django.db import connection

    counter = _Counter(writer, _pending(connection))
    try:
        with narrow_reloads():
            call_command("migrate", verbosity=1, interactive=False, skip_checks=True, stdout=counter)
    except Exception:
        # Django's own way decides: what was applied stays, and the migration that failed was rolled back.
        traceback.print_exc()
        call_command("migrate", verbosity=1, interactive=False, skip_checks=True, stdout=counter)
    # Hundreds of migrations leave the system tables full of holes; every later copy would carry them along.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (FULL, ANALYZE)")
        cursor.execute("CHECKPOINT")


def _pending(connection: Any) -> int:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


class _Counter:
    """Reads what `migrate` prints, and counts the migrations in it."""

    def __init__(self, writer: Writer, total: int) -> None:
        self._writer = writer
        self._total = total
        self._count = 0

    def write(self, text: str) -> int:
        line = text.strip()
        if line.startswith("Applying "):
            self._count += 1
            self._writer.said(f"{line.removeprefix('Applying ').rstrip('.')} ({self._count} of {self._total})")
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


if __name__ == "__main__":
    main(sys.argv[1])
