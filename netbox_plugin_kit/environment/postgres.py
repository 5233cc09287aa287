"""PostgreSQL clusters and servers of one run, for data that is thrown away.

A cluster is a directory `<run>/<name>/` with `data` (PGDATA), `log` and the server's socket. No server is shared
between runs and none listens on the network. A stopped cluster is a tree of files: migrated databases are kept as such
trees in the cache, and a copy of one is a database in a fifth of a second.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netbox_plugin_kit.environment.postgres_programs import (
    PostgresBinaries,
    change_owner,
    clean_environment,
    copy_tree,
    execute,
    give_to_server,
    initialise,
    reachable,
    server_user,
)
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.processes import how_it_ended
from netbox_plugin_kit.runs import Run

__all__ = ["SETTINGS", "PostgresServer", "create_cluster", "load_cluster", "save_cluster", "start"]

_PORT = 5432
"""Only a part of the socket's name: servers of other runs and clusters have other directories."""

_LONGEST_SOCKET = 103
"""Bytes, macOS; Linux has room for four more."""

_PATIENCE = 120.0
"""Seconds to start; 0.05 here, and minutes under a heavy load."""

_READY_LINE = 7
"""Of postmaster.pid: the state (src/include/utils/pidfile.h, LOCK_FILE_LINE_PM_STATUS)."""

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "40",
    "shared_buffers": "128MB",
    "huge_pages": "off",
    # Files in the data directory, which go with the run; /dev/shm keeps what a killed server had there, and has
    # 64 MB in a container.
    "dynamic_shared_memory_type": "mmap",
    # Nothing has to survive a crash.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "min_wal_size": "2MB",
    "max_wal_size": "1GB",
    # Segments that are kept for later would only be copied with every snapshot.
    "wal_recycle": "off",
    "wal_init_zero": "off",
    "checkpoint_timeout": "1h",
    "bgwriter_lru_maxpages": "0",
    # No process but those that work: tests are short, their tables small.
    "autovacuum": "off",
    "max_worker_processes": "0",
    "max_logical_replication_workers": "0",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "jit": "off",
    # NetBox has some 200 tables with 1000 indexes, and a test run may drop them in one transaction.
    "max_locks_per_transaction": "256",
    "logging_collector": "off",
    "log_destination": "stderr",
    "log_timezone": "UTC",
    "timezone": "UTC",
}


@dataclass(frozen=True)
class PostgresServer:
    """A running server: where to connect, and as whom (no password: nobody else reaches it).

    Attributes:
        host: The socket's directory, which is the run's own, or a name in a private network.
        port: Its port, or the part of the socket's name.
        user: Whom to connect as.
        database: NetBox's.
    """

    host: str
    port: int = _PORT
    user: str = "netbox"
    database: str = "netbox"


@contextlib.contextmanager
def create_cluster(binaries: PostgresBinaries, run: Run, name: str = "postgres") -> Iterator[Path]:
    """A new cluster with an empty database `netbox`, until the block ends.

    Yields:
        Its data directory; nothing runs on it yet.

    Raises:
        UnavailableError: What initdb said.
    """
    place = _place(run, name)
    usable = reachable(binaries, run)
    try:
        initialise(usable, place / "data", run)
        execute(usable, place / "data", run, "CREATE DATABASE netbox")
        yield place / "data"
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextlib.contextmanager
def start(binaries: PostgresBinaries, data_directory: Path, run: Run) -> Iterator[PostgresServer]:
    """A server on a cluster of this run; stopped, with everything written to its files, when the block ends.

    Raises:
        UnavailableError: It does not start, or ended before the block did; the end of its log.
    """
    place = data_directory.parent
    if len(os.fsencode(place / f".s.PGSQL.{_PORT}")) > _LONGEST_SOCKET:
        raise UnavailableError(f"{place} is too long a path for a unix socket; set TMPDIR to a short one")
    settings = SETTINGS | {"unix_socket_directories": str(place)}
    if binaries.major >= 18:  # noqa: PLR2004 - 18 reads through worker processes unless told otherwise
        settings["io_method"] = "sync"
    argv: list[str | Path] = [reachable(binaries, run).bin / "postgres", "-D", data_directory, "-p", str(_PORT)]
    for setting, value in settings.items():
        argv += ["-c", f"{setting}={value}"]
    log = place / "log"
    try:
        with log.open("wb") as output:
            log.chmod(0o600)
            process = run.spawn(
                argv,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=clean_environment(),
                cwd=run.path,
                user=server_user(),
                umask=0o077,
            )
    except OSError as error:
        raise UnavailableError(f"PostgreSQL ({argv[0]}) cannot be started: {error.strerror}") from error
    try:
        _await_ready(process, data_directory, log)
        yield PostgresServer(str(place))
        # What was asked meanwhile was answered by nobody: it says nothing about a plugin.
        if (status := process.poll()) is not None:
            raise UnavailableError(
                f"PostgreSQL {how_it_ended(status)} during the run, run it again: {_last_words(log)}"
            )
    finally:
        _stop(process)


def save_cluster(data_directory: Path, target: Path) -> None:
    """Copy a stopped cluster out of its run, into a directory that belongs to us.

    Args:
        data_directory: The cluster's.
        target: Does not exist yet, or is empty.
    """
    _copy_cluster(data_directory, target)
    if server_user():
        change_owner(target, os.getuid(), os.getgid())


def load_cluster(source: Path, run: Run, name: str = "postgres") -> Path:
    """Copy a saved cluster into a run.

    Args:
        source: What `save_cluster` wrote.
        run: Whose.
        name: Of its directory; one that is taken is lengthened.

    Returns:
        The data directory, ready for `start`.
    """
    place = _place(run, name)
    _copy_cluster(source, place / "data")
    give_to_server(place / "data")
    return place / "data"


def _place(run: Run, name: str) -> Path:
    """A new directory; cells of one run that ask for the same name at the same time get two."""
    place = run.path / name
    try:
        place.mkdir()
    except FileExistsError:
        place = run.path / f"{name}-{secrets.token_hex(4)}"
        place.mkdir()
    give_to_server(place)
    return place


def _copy_cluster(source: Path, target: Path) -> None:
    if (source / "postmaster.pid").exists():
        raise UnavailableError(f"the PostgreSQL cluster {source} is in use; stop its server before copying it")
    if target.exists():
        target.rmdir()
    copy_tree(source, target)
    (target / "postmaster.opts").unlink(missing_ok=True)
    target.chmod(0o700)


def _await_ready(process: subprocess.Popen[Any], data_directory: Path, log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise UnavailableError(f"PostgreSQL ended while starting: {_last_words(log)}")
        with contextlib.suppress(OSError):
            lines = (data_directory / "postmaster.pid").read_text().splitlines()
            # The first line is the pid: a file left by a killed server must not be believed.
            if lines[:1] == [str(process.pid)] and lines[_READY_LINE:] and lines[_READY_LINE].strip() == "ready":
                return
        time.sleep(0.01)
    raise UnavailableError(f"PostgreSQL did not start within {_PATIENCE:.0f} s: {_last_words(log)}")


def _last_words(log: Path) -> str:
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return " / ".join(lines[-3:]) or "its log is empty"


def _stop(process: subprocess.Popen[Any]) -> None:
    """Fast shutdown: clients are cut off, everything is written; then immediate; then the hard way."""
    for farewell, seconds in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
        process.send_signal(farewell)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
            return
