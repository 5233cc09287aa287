"""The database of the tests: a copy of the migrated one, made once."""

from __future__ import annotations

__all__ = ["copy_database", "use_copy"]


def copy_database() -> str:
    """Copy the database that Django is connected to, unless that was done before; the name of the copy."""
    from django.db import connection

    name = connection.settings_dict["NAME"]
    copy = f"test_{name}"
    connection.close()  # a database that somebody is connected to cannot be copied
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [copy])
        if cursor.fetchone() is None:
            # A thread that the plugin started may still be connected, which forbids a copy; nobody waits for it here.
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            # Copying files is faster than going through the log, which is PostgreSQL 15's new default.
            strategy = " STRATEGY file_copy" if connection.pg_version >= 150000 else ""  # noqa: PLR2004 - 15.0
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"{strategy}')
    return copy


def use_copy() -> None:
    """Point Django at the copy."""
    from django.db import connection

    connection.settings_dict["NAME"] = copy_database()
    connection.close()
