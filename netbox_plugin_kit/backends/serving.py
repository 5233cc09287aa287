"""A NetBox with plugins that is used rather than asked: for pictures, and for measuring with a lot of data."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from netbox_plugin_kit.backends.embedded import Embedded
from netbox_plugin_kit.backends.session import parameters
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.companions import companions
from netbox_plugin_kit.environment.configuration import write_configuration
from netbox_plugin_kit.environment.inside import Start, place_inside
from netbox_plugin_kit.environment.install import installed, project
from netbox_plugin_kit.environment.wheel import what_is
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.matrix.cells import Foundation, Limits
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.releases import Catalogue, provider_for
from netbox_plugin_kit.runs import Run, run_directory

__all__ = ["Site", "site"]

_PATIENCE = 120.0
"""Seconds that a server may take until it answers."""


@dataclass(frozen=True, slots=True)
class Site:
    """A migrated NetBox with plugins.

    Attributes:
        start: What its processes are started with.
        run: What is started belongs to it.
    """

    start: Start
    run: Run

    def manage(self, *arguments: str, script: str | None = None) -> str:
        """What a command of manage.py prints.

        Args:
            arguments: The command.
            script: Its standard input.

        Raises:
            UnavailableError: It fails; its last words.
        """
        process = self._spawn(arguments, subprocess.PIPE, stdin=subprocess.PIPE)
        said, _ = process.communicate((script or "").encode())
        words = bytes(said).decode(errors="replace")
        if process.returncode:
            raise UnavailableError(f"manage.py {' '.join(arguments)} fails: {words}")
        return words

    @contextlib.contextmanager
    def served(self) -> Iterator[str]:
        """The address at which it answers, for the length of the block.

        Raises:
            UnavailableError: It does not answer.
        """
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        log = self.start.workspace / "server.log"
        with log.open("wb") as output:
            process = self._spawn(("runserver", "--noreload", "--insecure", address), output)
            try:
                _await(process, f"http://{address}/login/", log)
                yield f"http://{address}"
            finally:
                process.terminate()
                process.wait()

    def _spawn(
        self, arguments: Sequence[str], output: int | IO[bytes], stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        start = self.start
        command: list[str | Path] = [start.netbox.python, "-m", "django", *arguments]
        variables = {"PATH": os.defpath, **start.variables, "PYTHONPATH": start.python_path(start.path)}
        return self.run.spawn(
            command, stdout=output, stderr=subprocess.STDOUT, env=variables, cwd=start.workspace, stdin=stdin
        )


def _await(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(address):  # noqa: S310 - our own server
            return
        time.sleep(0.2)
    raise UnavailableError(f"NetBox does not answer: {log.read_text(errors='replace')[-500:]}")


@contextlib.contextmanager
def site(
    plugin: str, netbox: str, *, beside: Sequence[str] = (), cache: Cache | None = None, progress: Progress = silent
) -> Iterator[Site]:
    """A NetBox with a plugin, its tests and its factories, and others beside it, migrated.

    Args:
        plugin: As in `npk test`.
        netbox: A release.
        beside: Other plugins.
        cache: Where everything expensive is kept; by default the user's.
        progress: Told what is done.

    Raises:
        UsageError: One of them is no plugin, or there is no such release.
        UnavailableError: What they need cannot be provided.
    """
    cache = cache or Cache()
    release, ground, given = Catalogue.load().release(netbox), Embedded(cache), what_is(plugin)
    python = ground.interpreter(release, release.minor.python, None, progress)
    with contextlib.ExitStack() as stack:
        run = stack.enter_context(run_directory(progress))
        root = stack.enter_context(project(given, run.path))
        on = stack.enter_context(ground.environment(Foundation(release, provider_for(release), python), progress))
        database = stack.enter_context(ground.database(on, run, progress, postgresql=None))
        database.prepare()
        servers = stack.enter_context(database.serve(Limits()))
        workspace = run.path / "site"
        others = stack.enter_context(companions([what_is(each) for each in beside], on, workspace, cache, progress))
        found = stack.enter_context(installed(given, root, on, workspace, cache, progress=progress, beside=others))
        place_inside(workspace)
        configured = parameters(found.plugin, force_load=False, beside=others)
        variables = write_configuration(workspace, release, servers.database, servers.redis, configured)
        made = Site(Start(on, workspace, (), variables, found.path), run)
        made.manage("migrate", "--no-input", "--verbosity", "0")
        yield made
