"""Migrates core on an empty database, once per release: the snapshot that every later run starts from."""

from __future__ import annotations

import os
import sys

from .protocol import Writer

__all__ = ["main"]


def main(results: str) -> None:
    """Apply all of core's migrations and say how far it is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "netbox.settings"
    writer = Writer(results)

    import django

    django.setup()

    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    total = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    call_command("migrate", verbosity=1, interactive=False, skip_checks=True, stdout=_Counter(writer, total))


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
