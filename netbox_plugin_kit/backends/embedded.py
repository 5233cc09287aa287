"""Cells on this machine: NetBox in a virtual environment, with PostgreSQL and Valkey of its own, no containers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from packaging.specifiers import SpecifierSet

from netbox_plugin_kit.backends.base import Database, Servers
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.inside import Start, launch
from netbox_plugin_kit.environment.interpreters import Interpreter, choose
from netbox_plugin_kit.environment.netbox import Environment, environment
from netbox_plugin_kit.environment.postgres import PostgresServer, create_cluster, load_cluster
from netbox_plugin_kit.environment.postgres import start as start_postgres
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.environment.snapshots import Programs, snapshot
from netbox_plugin_kit.environment.valkey import ValkeyServer, find_server
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.matrix.cells import Foundation, Limits
from netbox_plugin_kit.processes import ProcessTree
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import Release
from netbox_plugin_kit.runs import Run

__all__ = ["Embedded"]


@dataclass(frozen=True, slots=True)
class Embedded:
    """This machine."""

    cache: Cache
    name: str = "embedded"

    def interpreter(
        self, release: Release, accepted: SpecifierSet, asked: str | None, progress: Progress
    ) -> Interpreter:
        """One of this machine's, or one that uv brings."""
        minor = release.minor
        what = f"NetBox {release}" if accepted == minor.python else f"NetBox {release} with this plugin"
        return choose(accepted, asked, what=what, preferred=minor.python_preferred, progress=progress)

    def environment(self, on: Foundation, progress: Progress) -> contextlib.AbstractContextManager[Environment]:
        """A virtual environment."""
        return environment(on.release, on.provider, on.interpreter, self.cache, progress)

    @contextlib.contextmanager
    def database(
        self, netbox: Environment, run: Run, progress: Progress, *, postgresql: int | None, migrated: bool = True
    ) -> Iterator[Database]:
        """A cluster: a copy of the snapshot's files, or a new one."""
        minor = netbox.release.minor
        binaries = find_binaries(minor.postgresql, minor.extensions, self.cache, progress, exactly=postgresql)
        programs = Programs(binaries, find_server(minor.redis))
        # NetBox refuses a plugin before it looks at the database, and migrating one takes a minute.
        source = snapshot(netbox, programs, run, self.cache, progress) if migrated else create_cluster(binaries, run)
        with source as cluster:
            yield _Cluster(run, programs, cluster, copied=migrated)


@dataclass(slots=True)
class _Cluster:
    """Files of a database; they belong to this run, or have to be copied."""

    run: Run
    programs: Programs
    source: Path
    copied: bool
    _data: Path | None = None

    @property
    def major(self) -> int:
        return self.programs.postgres.major

    def prepare(self) -> None:
        if self._data is None:
            self._data = load_cluster(self.source, self.run) if self.copied else self.source

    @contextlib.contextmanager
    def serve(self, limits: Limits) -> Iterator[Servers]:  # noqa: ARG002 - processes limit themselves here
        self.prepare()
        assert self._data  # noqa: S101 - prepared
        with (
            start_postgres(self.programs.postgres, self._data, self.run) as database,
            start_valkey(self.programs.valkey, self.run) as redis,
        ):
            yield _Servers(self.run, database, redis)


@dataclass(frozen=True, slots=True)
class _Servers:
    run: Run
    database: PostgresServer
    redis: ValkeyServer

    @contextlib.contextmanager
    def launch(self, start: Start, output: IO[bytes]) -> Iterator[ProcessTree]:
        yield ProcessTree(launch(start, self.run, output))
