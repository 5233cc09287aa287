"""Migrated databases: core's migrations run once per release and PostgreSQL major, later runs copy the result."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import follow, launch, place_inside
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.postgres import create_cluster, save_cluster, start
from netbox_plugin_kit.environment.postgres_programs import PostgresBinaries
from netbox_plugin_kit.environment.valkey import ValkeyProgram
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.runs import Run

__all__ = ["Servers", "snapshot"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Servers:
    """The programs behind NetBox."""

    postgres: PostgresBinaries
    valkey: ValkeyProgram


@contextlib.contextmanager
def snapshot(
    environment: Environment, servers: Servers, run: Run, cache: Cache, progress: Progress = silent
) -> Iterator[Path]:
    """The stopped cluster of a migrated NetBox without plugins; it stays for the length of the block.

    Raises:
        UnavailableError: Core's migrations fail; with NetBox's last words.
    """
    label = f"database of NetBox {environment.release} for PostgreSQL {servers.postgres.major}"

    def build(directory: Path) -> dict[str, Any]:
        progress(f"migrating NetBox {environment.release}: once per release, a minute or two")
        with create_cluster(servers.postgres, run, "snapshot") as data:
            with start(servers.postgres, data, run) as database, start_valkey(servers.valkey, run) as redis:
                workspace = run.path / "snapshot-workspace"
                place_inside(workspace)
                variables = write_configuration(workspace, environment.release, database, redis, Parameters())
                _migrate(environment, workspace, variables, run, progress)
            save_cluster(data, directory / "data")
        return {"netbox": str(environment.release), "postgresql": servers.postgres.major}

    # A cluster's files fit the release's migrations, and one kind of PostgreSQL and machine.
    key = digest("snapshot", _FORMAT, environment.migrations, servers.postgres.data_format)
    with cache.entry("snapshot", key, label=label, build=build, progress=progress) as entry:
        yield entry.path / "data"


def _migrate(
    environment: Environment, workspace: Path, variables: dict[str, str], run: Run, progress: Progress
) -> None:
    results = workspace / "results.jsonl"
    log = workspace / "migrate.log"
    with log.open("wb") as output:
        process = launch(
            environment, workspace, ["migrate", str(results)], variables=variables, path=(), run=run, output=output
        )
        for event in follow(process, results):
            if event is not None and event["event"] == "said":
                progress(f"migrating NetBox {environment.release}: {event['message']}")
    if process.wait() != 0:
        said = log.read_text(errors="replace").strip().splitlines()
        raise UnavailableError(f"NetBox {environment.release} does not migrate: {said[-1] if said else 'no output'}")
