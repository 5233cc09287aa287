"""Migrated databases: core's migrations run once per release and PostgreSQL major, every later run copies the result."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import follow, launch, place_inside
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.postgres import create_cluster, save_cluster, start
from netbox_plugin_kit.environment.postgres_binaries import PostgresBinaries
from netbox_plugin_kit.environment.valkey import ValkeyProgram
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.runs import Run

__all__ = ["snapshot", "snapshot_key"]

_FORMAT = 1


def snapshot_key(environment: Environment, binaries: PostgresBinaries) -> str:
    """Content key: a cluster's files fit the release's migrations, PostgreSQL's major version and the processor."""
    return digest("snapshot", _FORMAT, environment.source, binaries.major, platform.system(), platform.machine())


@contextlib.contextmanager
def snapshot(  # noqa: PLR0913 - everything that takes part in making one
    environment: Environment,
    binaries: PostgresBinaries,
    valkey: ValkeyProgram,
    run: Run,
    cache: Cache,
    progress: Progress = silent,
) -> Iterator[Path]:
    """The stopped cluster of a migrated NetBox without plugins; it stays for the length of the block.

    Raises:
        UnavailableError: Core's migrations fail; with NetBox's last words.
    """
    label = f"database of NetBox {environment.release} for PostgreSQL {binaries.major}"

    def build(directory: Path) -> dict[str, Any]:
        progress(f"migrating NetBox {environment.release}: once per release, some minutes")
        with create_cluster(binaries, run, "snapshot") as data:
            with start(binaries, data, run) as database, start_valkey(valkey, run) as redis:
                workspace = run.path / "snapshot-workspace"
                place_inside(workspace)
                variables = write_configuration(workspace, environment.release, database, redis, Parameters())
                _migrate(environment, workspace, variables, run, progress)
            save_cluster(data, directory / "data")
        return {"netbox": str(environment.release), "postgresql": binaries.major}

    with cache.entry(
        "snapshot", snapshot_key(environment, binaries), label=label, build=build, progress=progress
    ) as entry:
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
