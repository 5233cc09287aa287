"""Migrated databases: core's migrations run once per release and PostgreSQL major, later runs copy the result."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import Polled, Start, follow, launch, place_inside
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.postgres import PostgresServer, create_cluster, save_cluster, start
from netbox_plugin_kit.environment.postgres_programs import PostgresBinaries
from netbox_plugin_kit.environment.valkey import ValkeyProgram, ValkeyServer
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.runs import Run

__all__ = ["LOG", "Programs", "prepare", "snapshot", "watch_migration"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Programs:
    """The programs behind NetBox."""

    postgres: PostgresBinaries
    valkey: ValkeyProgram


class Waited(Polled, Protocol):
    """Whatever can be waited for."""

    def wait(self) -> int:
        """Its exit status, when it has one."""


@contextlib.contextmanager
def snapshot(
    environment: Environment, programs: Programs, run: Run, cache: Cache, progress: Progress = silent
) -> Iterator[Path]:
    """The stopped cluster of a migrated NetBox without plugins; it stays for the length of the block.

    Raises:
        UnavailableError: Core's migrations fail; with NetBox's last words.
    """
    label = f"database of NetBox {environment.release} for PostgreSQL {programs.postgres.major}"

    def build(directory: Path) -> dict[str, Any]:
        progress(f"migrating NetBox {environment.release}: once per release, a minute or two")
        with create_cluster(programs.postgres, run, "snapshot") as data:
            with start(programs.postgres, data, run) as database, start_valkey(programs.valkey, run) as redis:
                workspace = run.path / "snapshot-workspace"
                migration = prepare(workspace, environment, database, redis)
                with (workspace / LOG).open("wb") as output:
                    watch_migration(launch(migration, run, output), migration, progress)
            save_cluster(data, directory / "data")
        return {"netbox": str(environment.release), "postgresql": programs.postgres.major}

    # A cluster's files fit the release's migrations, and one kind of PostgreSQL and machine.
    key = digest("snapshot", _FORMAT, environment.migrations, programs.postgres.data_format)
    with cache.entry("snapshot", key, label=label, build=build, progress=progress) as entry:
        yield entry.path / "data"


LOG = "migrate.log"
"""What the process that migrates prints, in its workspace."""


def prepare(workspace: Path, environment: Environment, database: PostgresServer, redis: ValkeyServer) -> Start:
    """The process that migrates, with its workspace filled; it is to print to `LOG` in there."""
    place_inside(workspace)
    variables = write_configuration(workspace, environment.release, database, redis, Parameters())
    return Start(environment, workspace, ["migrate", str(workspace / "results.jsonl")], variables)


def watch_migration(process: Waited, start: Start, progress: Progress) -> None:
    """Follow a process that migrates to its end.

    Raises:
        UnavailableError: It fails; NetBox's last words.
    """
    what = f"NetBox {start.netbox.release}"
    for event in follow(process, start.workspace / "results.jsonl"):
        if event is not None and event["event"] == "said":
            progress(f"migrating {what}: {event['message']}")
    if process.wait() != 0:
        said = (start.workspace / LOG).read_text(errors="replace").strip().splitlines()
        raise UnavailableError(f"{what} does not migrate: {said[-1] if said else 'no output'}")
