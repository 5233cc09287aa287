"""Base images: made here from Debian's packages, or brought from a registry."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from netbox_plugin_kit.containers.engine import engine_trouble
from netbox_plugin_kit.containers.resources import KIND
from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.environment.interpreters import preferable
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import Release, python_words
from netbox_plugin_kit.runs import Run

if TYPE_CHECKING:
    import docker
    from docker.models.images import Image

__all__ = ["REPOSITORY", "Base", "make_base", "obtained", "postgresql_base", "python_base", "suites", "valkey_base"]

REPOSITORY = "netbox-plugin-kit"
"""What names of the kit's own images begin with."""

_ADVICE = "where no registry can be reached, `npk docker base` makes base images from Debian's packages{}"


@dataclass(frozen=True, slots=True)
class Base:
    """An image that the engine has.

    Attributes:
        name: What the engine calls it.
        identity: Changes when anything in it does.
        version: Of the Python or the PostgreSQL in it.
    """

    name: str
    identity: str
    version: Version


@functools.cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(matrix_file("docker/bases.toml").read_text(encoding="utf-8"))


def suites() -> tuple[str, ...]:
    """Names of the Debian suites that base images are made of."""
    return tuple(_facts()["debian"])


def python_base(
    client: docker.DockerClient, release: Release, accepted: SpecifierSet, asked: str | None, progress: Progress
) -> Base:
    """The image with the Python for a release: one that was made here, else one of the registry.

    Args:
        client: The engine.
        release: What is to run on it.
        accepted: The Pythons that do.
        asked: What `--python` said.
        progress: Told before one is pulled.

    Raises:
        UsageError: The release does not run on the Python that was asked for.
        UnavailableError: There is none, or it cannot be brought.
    """
    minor = release.minor
    if asked and not accepted.contains(asked):
        raise UsageError(f"NetBox {release} needs Python {python_words(accepted)}; --python asks for {asked}")
    made = [base for base in _made(client, "python") if accepted.contains(base.version)]
    if asked:
        made = [base for base in made if _minor(base.version) == asked]
    if made:
        return max(made, key=lambda base: (_minor(base.version) == minor.python_preferred, base.version))
    python = asked or preferable(accepted, minor.python_preferred)
    name = _facts()["registry"]["python"].format(python=python)
    has = " and ".join(f"Python {facts['python']} ({suite})" for suite, facts in _facts()["debian"].items())
    return _pulled(client, name, "PYTHON_VERSION", progress, _ADVICE.format(f": {has}"))


def postgresql_base(client: docker.DockerClient, minimum: int, asked: int | None, progress: Progress) -> Base:
    """The image with PostgreSQL: one that was made here, else one of the registry.

    Raises:
        UnavailableError: There is none, or it cannot be brought.
    """
    made = [base for base in _made(client, "postgresql") if base.version.major >= minimum]
    if asked:
        made = [base for base in made if base.version.major == asked]
    if made:
        return max(made, key=lambda base: base.version)
    registry = _facts()["registry"]
    name = registry["postgresql"].format(postgresql=asked or registry["postgresql_default"])
    return _pulled(client, name, "PG_VERSION", progress)


def valkey_base(client: docker.DockerClient, progress: Progress) -> Base:
    """The image with Valkey: one that was made here, else one of the registry.

    Raises:
        UnavailableError: There is none, or it cannot be brought.
    """
    made = _made(client, "postgresql")  # the suites with the servers have both
    return made[0] if made else _pulled(client, _facts()["registry"]["valkey"], None, progress)


def _minor(version: Version) -> str:
    return f"{version.major}.{version.minor}"


def _made(client: docker.DockerClient, what: str) -> list[Base]:
    # As the list has them: an image that is being built inherits the labels, and may be gone when it is asked about.
    found = client.api.images(filters={"label": [f"{KIND}=base"]})
    label = f"netbox-plugin-kit.{what}"
    return [
        Base(names[0], each["Id"], Version(each["Labels"][label]))
        for each in found
        if label in each["Labels"] and (names := [name for name in each["RepoTags"] or () if "<none>" not in name])
    ]


def _pulled(
    client: docker.DockerClient, name: str, variable: str | None, progress: Progress, advice: str = _ADVICE.format("")
) -> Base:
    image = obtained(client, name, advice, progress)
    variables = dict(line.split("=", 1) for line in image.attrs["Config"]["Env"] or [])
    text = variables.get(variable or "", "0").partition("-")[0]
    return Base(name, str(image.id), Version(text))


def obtained(client: docker.DockerClient, name: str, advice: str, progress: Progress) -> Image:
    """An image that the engine has, or pulls.

    Raises:
        UnavailableError: It can do neither; with the advice.
    """
    from docker.errors import ImageNotFound

    try:
        return client.images.get(name)
    except ImageNotFound:
        progress(f"pulling {name}")
        with engine_trouble(f"cannot pull {name}", advice):
            return client.images.pull(name)


def make_base(client: docker.DockerClient, suite: str, mirror: str | None, run: Run, progress: Progress) -> str:
    """Make the base image of a Debian suite from its packages; its name.

    Args:
        client: The engine that gets it.
        suite: One of `suites()`.
        mirror: Where Debian's packages are; None for where debootstrap looks by itself.
        run: What is started belongs to it.
        progress: Told what is done.

    Raises:
        UsageError: Somebody but root asks, or debootstrap is not installed.
        UnavailableError: debootstrap fails; its last words.
    """
    facts: Mapping[str, Any] = _facts()["debian"][suite]
    if os.geteuid() != 0:
        raise UsageError("base images are made by debootstrap, which has to be root: sudo npk docker base")
    program = shutil.which("debootstrap") or shutil.which("debootstrap", path="/usr/sbin:/sbin")
    if program is None:
        raise UsageError("there is no debootstrap, which makes base images: apt-get install debootstrap")
    root, log = run.path / "root", run.path / "debootstrap.log"
    included = ",".join(facts["packages"])
    where: list[str | Path] = [suite, root, *([mirror] if mirror else [])]
    _call(run, [program, "--variant=minbase", f"--include={included}", *where], log, suite, progress)
    for place in ("var/cache/apt/archives", "var/lib/apt/lists", "var/lib/postgresql", "usr/share/doc", "var/log"):
        for leftover in (root / place).glob("*"):
            shutil.rmtree(leftover) if leftover.is_dir() and not leftover.is_symlink() else leftover.unlink()
    name = f"{REPOSITORY}/debian:{suite}"
    found = {f"{KIND}": "base", "netbox-plugin-kit.python": _python_version(root, run, suite)}
    if "postgresql" in facts:
        found["netbox-plugin-kit.postgresql"] = str(facts["postgresql"])
    progress(f"loading {name}")
    archive = run.path / "root.tar"
    _call(run, ["tar", "--create", "--file", archive, "--directory", root, "."], log, suite)
    changes = [f"LABEL {label}={value}" for label, value in found.items()]
    with engine_trouble(f"cannot load {name}"):
        # The tag is part of the name because Podman 4.3 does not listen to the parameter for it.
        client.api.import_image_from_file(str(archive), repository=name, changes=changes)
    return name


def _python_version(root: Path, run: Run, suite: str) -> str:
    """What the suite's Python says of itself."""
    said = run.path / "python-version"
    _call(run, ["chroot", root, "python3", "-c", "import platform; print(platform.python_version())"], said, suite)
    return said.read_text().strip()


def _call(run: Run, argv: list[str | Path], log: Path, suite: str, progress: Progress | None = None) -> None:
    with log.open("ab") as output:
        process = run.spawn(argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = process.wait(2)
                break
            if progress:
                said = log.read_text(errors="replace").splitlines()
                progress(f"debootstrap {suite}: {said[-1] if said else 'begins'}")
    if status:
        said = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
        raise UnavailableError(f"{argv[0]} {suite} failed: {said[-1] if said else 'no output'}")
