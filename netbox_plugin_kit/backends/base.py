"""Where cells run: the small protocol that this machine (`embedded`) and containers (`docker`) implement."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import IO, Protocol

from packaging.specifiers import SpecifierSet

from netbox_plugin_kit.environment.inside import Start
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.postgres import PostgresServer
from netbox_plugin_kit.environment.valkey import ValkeyServer
from netbox_plugin_kit.matrix.cells import Foundation, Limits
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import Release
from netbox_plugin_kit.runs import Run

__all__ = ["Database", "Ground", "Process", "Servers"]


class Process(Protocol):
    """A process inside NetBox; `subprocess.Popen` is nearly one."""

    def poll(self) -> int | None:
        """Its exit status (negative: the signal that ended it), or None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: It did not end within so many seconds.
        """

    def kill(self) -> None:
        """End it, and everything it started."""


class Servers(Protocol):
    """A database and a cache that run, and NetBox beside them."""

    @property
    def database(self) -> PostgresServer:
        """Where NetBox finds its database."""

    @property
    def redis(self) -> ValkeyServer:
        """Where NetBox finds its queue and cache."""

    def launch(self, start: Start, output: IO[bytes]) -> AbstractContextManager[Process]:
        """A process of `inside/`; what it left in its workspace, and its end, are certain when the block is over.

        Args:
            start: What to start.
            output: What it prints is written here.
        """


class Database(Protocol):
    """A database that can be served."""

    @property
    def major(self) -> int:
        """The major version of its PostgreSQL."""

    def prepare(self) -> None:
        """Do what `serve` would have to do first; may be called from another thread."""

    def serve(self, limits: Limits) -> AbstractContextManager[Servers]:
        """Start a server on it, and what NetBox needs beside it, for the length of the block.

        Args:
            limits: What a check may take.

        Raises:
            UnavailableError: One does not start, or did not live as long as the block.
        """


class Ground(Protocol):
    """Where NetBox and its servers run."""

    @property
    def name(self) -> str:
        """What results call it."""

    def interpreter(
        self, release: Release, accepted: SpecifierSet, asked: str | None, progress: Progress
    ) -> Interpreter:
        """The Python for a release.

        Args:
            release: What is to run on it.
            accepted: The Pythons that do.
            asked: What `--python` said.
            progress: Told before anything is downloaded.

        Raises:
            UsageError: The one that was asked for is none, or not for this release.
            UnavailableError: There is none.
        """

    def environment(self, on: Foundation, progress: Progress) -> AbstractContextManager[Environment]:
        """An installed NetBox, for the length of the block.

        Raises:
            UnavailableError: It cannot be had.
        """

    def database(
        self, netbox: Environment, run: Run, progress: Progress, *, postgresql: int | None, migrated: bool = True
    ) -> AbstractContextManager[Database]:
        """A database for an environment: one that core is migrated in, or an empty one.

        Args:
            netbox: The environment.
            run: What is started belongs to it.
            progress: Told what is done.
            postgresql: The major version of PostgreSQL, or None for whatever suits.
            migrated: Whether core's migrations are to be applied.

        Raises:
            UnavailableError: There is no PostgreSQL for it, or the migrations fail.
        """
