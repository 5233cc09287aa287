"""An installed NetBox: a virtual environment with one release and its pins, made once and shared by all runs."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.version import Version

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.releases import Provider, Release, Source

__all__ = ["Environment", "as_installed", "environment", "requirements", "write_pins"]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Environment:
    """A NetBox that is installed and never changes.

    Attributes:
        release: Which one.
        interpreter: The Python it runs on.
        identity: Changes when anything in it does.
        migrations: Changes when NetBox's migrations do, whatever Python they run on.
        python: The virtual environment's Python.
        netbox: Directory to put on the path for a release from source (`netbox/` of the repository); None when NetBox
            is installed as a package.
        pins: Constraints file: what NetBox pins, so that a plugin cannot change it.
        frozen: Requirements file: everything that is installed.
        image: The image of containers that all this is in; empty when it is on this machine.
    """

    release: Release
    interpreter: Interpreter
    identity: str
    migrations: str
    python: Path
    netbox: Path | None
    pins: Path
    frozen: Path
    image: str = ""

    @property
    def python_minor(self) -> str:
        """E.g. `3.12`."""
        return self.interpreter.minor

    def installed(self) -> dict[str, str]:
        """Version of every package that is installed, by normalised name."""
        lines = (line.partition("==") for line in self.frozen.read_text().splitlines())
        return {name: version for name, separator, version in lines if separator}


@contextlib.contextmanager
def environment(
    release: Release, provider: Provider, interpreter: Interpreter, cache: Cache, progress: Progress = silent
) -> Iterator[Environment]:
    """An environment of a release, made first if need be; it stays for the length of the block.

    Raises:
        UnavailableError: The release, or something it requires, cannot be had or installed.
    """
    with provider.source(release, cache, progress) as source:
        label = f"NetBox {release} ({source.kind}) on Python {interpreter.minor}"
        key = digest(
            "environment", _FORMAT, source.kind, source.identity, str(interpreter.path), str(interpreter.version)
        )

        def build(directory: Path) -> dict[str, Any]:
            progress(f"installing {label}")
            try:
                return _build(source, interpreter, directory)
            except UvError as error:
                raise UnavailableError(f"cannot install {label}: {error}{_advice(error)}") from error

        with cache.entry("environment", key, label=label, build=build, progress=progress) as entry:
            yield Environment(
                release=release,
                interpreter=interpreter,
                identity=key,
                migrations=source.migrations,
                python=entry.path / "venv/bin/python",
                netbox=source.root / "netbox" if source.root else None,
                pins=entry.path / "pins.txt",
                frozen=entry.path / "frozen.txt",
            )


def _advice(error: UvError) -> str:
    if os.environ.get("NPK_OFFLINE"):
        return " Nothing is downloaded because NPK_OFFLINE is set: unset it, or fill uv's cache first."
    if "Failed to fetch" in str(error) or "error sending request" in str(error):
        return " Check the network, and the index that uv or pip is told to use."
    return ""


def _build(source: Source, interpreter: Interpreter, directory: Path) -> dict[str, Any]:
    venv = directory / "venv"
    run_uv("venv", "--quiet", "--no-project", "--python", interpreter.path, venv)
    python = venv / "bin/python"
    (site,) = venv.glob("lib/python*/site-packages")
    where = ("--python", python)
    write_pins(requirements(source, interpreter, site, where), directory)
    run_uv("pip", "install", "--quiet", *where, "--requirements", directory / "requirements.txt")
    (directory / "frozen.txt").write_text(run_uv("pip", "freeze", "--quiet", "--python", python))
    return {"release": str(source.release), "kind": source.kind, "python": str(interpreter.version)}


def write_pins(wanted: Sequence[Requirement], directory: Path) -> None:
    """Write `requirements.txt`, and `pins.txt` with those among them that say which version."""
    pins = [requirement for requirement in wanted if requirement.specifier]
    (directory / "pins.txt").write_text("".join(f"{pin.name}{pin.specifier}\n" for pin in pins))
    (directory / "requirements.txt").write_text("".join(f"{requirement}\n" for requirement in wanted))


def requirements(
    source: Source, interpreter: Interpreter, site: Path, where: Sequence[str | Path]
) -> list[Requirement]:
    """What the release requires; see `as_installed`.

    Args:
        source: The release; one that is a package is installed by this.
        interpreter: The Python it is for.
        site: Where packages are installed.
        where: What tells uv to install there.

    Raises:
        UvError: The package cannot be had.
        UnavailableError: Its requirements make no sense.
    """
    if source.root is None:
        run_uv("pip", "install", "--quiet", "--no-deps", *where, f"netbox=={source.release}")
        lines = _required_by(site, "netbox")
    else:
        lines = (source.root / "requirements.txt").read_text().splitlines()
    try:
        return as_installed(lines, interpreter.version)
    except InvalidRequirement as error:
        what = str(error).splitlines()[0]
        raise UnavailableError(f"requirements.txt of NetBox {source.release} cannot be understood: {what}") from error


def as_installed(lines: Iterable[str], python: Version) -> list[Requirement]:
    """Requirements of NetBox that count on a Python, with psycopg's C extension as the binary of the same version.

    `psycopg[c]` needs a compiler and libpq at hand (netbox: requirements.txt, and the wheel's metadata from 4.7 on).

    Args:
        lines: Of requirements.txt, or of a distribution's metadata.
        python: The Python.

    Raises:
        InvalidRequirement: A line makes no sense.
    """
    plain = [line.partition(" #")[0].strip() for line in lines]
    found = [Requirement(line) for line in plain if line and not line.startswith(("#", "-"))]
    variables = {"extra": "", "python_version": f"{python.major}.{python.minor}", "python_full_version": str(python)}
    kept = [item for item in found if item.marker is None or item.marker.evaluate(variables)]
    for requirement in kept:
        if requirement.name == "psycopg" and "c" in requirement.extras:
            requirement.extras = requirement.extras - {"c"} | {"binary"}
    return kept


def _required_by(site: Path, distribution: str) -> list[str]:
    (metadata,) = site.glob(f"{distribution}-*.dist-info/METADATA")
    return HeaderParser().parsestr(metadata.read_text()).get_all("Requires-Dist") or []
