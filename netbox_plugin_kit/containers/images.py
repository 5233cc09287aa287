"""Images of NetBox releases: made here, the official ones, or the user's own."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.utils import canonicalize_name
from packaging.version import Version

from netbox_plugin_kit.cache import Entry, digest
from netbox_plugin_kit.containers.bases import REPOSITORY, Base, obtained
from netbox_plugin_kit.containers.engine import engine_identity, engine_trouble
from netbox_plugin_kit.containers.resources import KIND, MACHINE, RUN, Stay
from netbox_plugin_kit.containers.transfer import USER, packing
from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.netbox import Environment, as_installed, requirements, write_pins
from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.matrix.cells import Foundation
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.releases import Release, Source

if TYPE_CHECKING:
    import docker
    from docker.models.images import Image

__all__ = ["examined", "identity_of", "interpreter_of", "keep", "made", "official", "recorded"]

_FORMAT = 1
_PYTHON = Path("/opt/netbox/venv/bin/python")
_NETBOX = Path("/opt/netbox/netbox")
"""Where netbox-docker's images have them (its Dockerfile), and those that are made here."""

_TRIPLES = {"amd64": "x86_64", "arm64": "aarch64"}
"""How Podman calls kinds of machines, and how Docker and uv do."""

_EXAMINATION = """
import json, pathlib, platform, re
from importlib.metadata import distributions
root = pathlib.Path("/opt/netbox/netbox")
source = (root / "manage.py").exists()
installed = {each.metadata["Name"]: each for each in distributions()}
pins = root.parent / "requirements.txt"
required = pins.read_text().splitlines() if pins.exists() else (
    list(installed["netbox"].requires or []) if "netbox" in installed else [])
version = installed["netbox"].version if "netbox" in installed and not source else None
if source:
    release = root / "release.yaml"
    text = release.read_text() if release.exists() else (root / "netbox/settings.py").read_text()
    version = re.search(r"(?m)^(?:version:|VERSION =) *['\\"]?([0-9.]+)", text)[1]
print(json.dumps({
    "python": platform.python_version(), "source": source, "netbox": version,
    "required": required, "installed": {name: each.version for name, each in installed.items()},
}))
"""


def interpreter_of(client: docker.DockerClient, version: Version) -> Interpreter:
    """The Python of an image, for uv to choose wheels by: the engine's machine may be another kind than this one."""
    architecture = client.info()["Architecture"]
    return Interpreter(_PYTHON, version, "image", f"{_TRIPLES.get(architecture, architecture)}-unknown-linux-gnu")


def official(release: Release) -> str:
    """The image that netbox-docker publishes for a release.

    Raises:
        UsageError: It is not known to have one.
    """
    line = release.minor.netbox_docker
    if line is None:
        raise UsageError(f"no netbox-docker release is known for NetBox {release}; name an image with --image")
    return f"netboxcommunity/netbox:v{release}-{line}"


@contextlib.contextmanager
def made(stay: Stay, on: Foundation, base: Base, progress: Progress) -> Iterator[Environment]:
    """An image of a release on a base, built first if need be.

    Raises:
        UnavailableError: The release cannot be had, or the engine does not build it.
    """
    client, release = stay.client, on.release
    interpreter = interpreter_of(client, base.version)
    with on.provider.source(release, stay.cache, progress) as source:
        key = digest("image", _FORMAT, source.kind, source.identity, base.identity, engine_identity(client))
        name, label = f"{REPOSITORY}/netbox:{release}-{key}", f"image of NetBox {release} on {base.name}"

        def build(directory: Path) -> dict[str, Any]:
            if found := identity_of(client, name):  # another cache's run made it
                _record(_examine(stay, name), directory)
                return {"image": name, "identity": found}
            progress(f"building the {label}")
            _install(source, interpreter, directory)
            return {"image": name, "identity": keep(client, _build(stay, source, directory, base), name)}

        with recorded(stay, "image", key, label, build, progress) as entry:
            yield _environment(release, interpreter, entry, source.migrations, _NETBOX if source.root else None)


@contextlib.contextmanager
def recorded(  # noqa: PLR0913, PLR0917 - those of Cache.entry
    stay: Stay, kind: str, key: str, label: str, build: Callable[[Path], dict[str, Any]], progress: Progress
) -> Iterator[Entry]:
    """What is recorded of an image that the engine still has; it is built (again) if it has not.

    Raises:
        UnavailableError: Somebody removes it all the time.
    """
    for _ in range(2):
        with stay.cache.entry(kind, key, label=label, build=build, progress=progress) as entry:
            if identity_of(stay.client, entry.facts["image"]) == entry.facts["identity"]:
                yield entry
                return
        stay.cache.remove(kind, key)
    raise UnavailableError(f"the {label} vanishes from the engine as soon as it is there; is somebody pruning it?")


def identity_of(client: docker.DockerClient, name: str) -> str | None:
    """What changes when anything in an image does, or None if the engine does not have it."""
    from docker.errors import ImageNotFound

    with contextlib.suppress(ImageNotFound):
        return client.images.get(name).id
    return None


def _environment(
    release: Release, interpreter: Interpreter, entry: Entry, migrations: str, netbox: Path | None
) -> Environment:
    return Environment(
        release=release,
        interpreter=interpreter,
        identity=entry.key,
        migrations=migrations,
        python=_PYTHON,
        netbox=netbox,
        pins=entry.path / "pins.txt",
        frozen=entry.path / "frozen.txt",
        image=entry.facts["image"],
    )


def _install(source: Source, interpreter: Interpreter, directory: Path) -> None:
    """Everything NetBox needs, from uv's cache or the index, in `site-packages`."""
    site = directory / "site-packages"
    where = (*interpreter.options, "--target", site)
    try:
        wanted = requirements(source, interpreter, site, where)
        write_pins(wanted, directory)
        run_uv("pip", "install", "--quiet", *where, "--requirements", directory / "requirements.txt")
    except UvError as error:
        raise UnavailableError(f"cannot install NetBox {source.release} for an image: {error}") from error
    _freeze({each.metadata["Name"]: each.version for each in distributions(path=[str(site)])}, directory)


def _freeze(installed: Mapping[str, str], directory: Path) -> None:
    lines = (f"{canonicalize_name(name)}=={version}\n" for name, version in installed.items())
    (directory / "frozen.txt").write_text("".join(sorted(lines)))


def _build(stay: Stay, source: Source, directory: Path, base: Base) -> Image:
    site = directory / "site-packages"
    with packing() as (pack, file):
        pack.text("Dockerfile", matrix_file("docker/Dockerfile").read_text(encoding="utf-8"))
        pack.tree("site-packages", site)
        pack.directory("source")
        if source.root:
            pack.tree("source/netbox", source.root / "netbox")
            pack.text("source/requirements.txt", (source.root / "requirements.txt").read_text(encoding="utf-8"))
        pack.close()
        file.seek(0)
        arguments = {
            "BASE": base.name,
            "PYTHON": f"{base.version.major}.{base.version.minor}",
            "RUN": stay.labels[RUN],
            "MACHINE": stay.labels[MACHINE],
        }
        with engine_trouble(f"cannot build the image of NetBox {source.release}"):
            from docker.errors import BuildError

            try:
                image, _ = stay.client.images.build(
                    fileobj=file, custom_context=True, buildargs=arguments, rm=True, forcerm=True,
                    labels={KIND: "netbox", "netbox-plugin-kit.netbox": str(source.release)},
                )  # fmt: skip
            except BuildError as error:
                raise UnavailableError(f"cannot build the image of NetBox {source.release}: {error.msg}") from error
    shutil.rmtree(site)
    return image


def keep(client: docker.DockerClient, image: Image, name: str) -> str:
    """Give a new image its name, which keeps it; its identity.

    Where a run with another cache was faster, its image stays, and this one goes.
    """
    if found := identity_of(client, name):
        client.images.remove(str(image.id), force=True)
        return found
    repository, _, tag = name.partition(":")
    image.tag(repository, tag)
    return str(image.id)


@contextlib.contextmanager
def examined(stay: Stay, name: str, release: Release, progress: Progress) -> Iterator[Environment]:
    """The environment in somebody else's image, laid out as netbox-docker's are.

    Args:
        stay: On the engine.
        name: The image; it is pulled if the engine does not have it.
        release: The NetBox release that it has to have.
        progress: Told what is done.

    Raises:
        UsageError: It is no image of NetBox, or of another release.
        UnavailableError: It cannot be pulled.
    """
    advice = "name an image that the engine has, or can pull, with --image"
    image = obtained(stay.client, name, advice, progress)

    def build(directory: Path) -> dict[str, Any]:
        facts = _examine(stay, name)
        _record(facts, directory)
        return {"image": name, "identity": image.id, **{key: facts[key] for key in _KEPT}}

    key = digest("image", _FORMAT, str(image.id), engine_identity(stay.client))
    with recorded(stay, "image", key, f"image {name}", build, progress) as entry:
        facts = entry.facts
        if Version(facts["netbox"]) != release.version:
            raise UsageError(
                f"the image {name} has NetBox {facts['netbox']}, not {release}; name that release with --netbox, or "
                "write {netbox} in --image where its releases have theirs"
            )
        interpreter = interpreter_of(stay.client, Version(facts["python"]))
        yield _environment(release, interpreter, entry, str(image.id), _NETBOX if facts["source"] else None)


def _record(facts: Mapping[str, Any], directory: Path) -> None:
    """Write down what NetBox requires, and what is installed."""
    write_pins(as_installed(facts["required"], Version(facts["python"])), directory)
    _freeze(facts["installed"], directory)


_KEPT = ("netbox", "python", "source")


def _examine(stay: Stay, name: str) -> dict[str, Any]:
    from docker.errors import APIError, ContainerError

    advice = "the layout has to be that of netbox-docker: /opt/netbox/venv, and /opt/netbox/netbox or the package"
    with engine_trouble(f"the image {name} cannot be examined", advice):
        try:
            said = stay.client.containers.run(
                name, [str(_PYTHON), "-c", _EXAMINATION], entrypoint="", network_mode="none", remove=True,
                user=f"{USER}:{USER}", read_only=True, cap_drop=["ALL"], labels=stay.labels,
            )  # fmt: skip
            facts: dict[str, Any] = json.loads(said)
        except (APIError, ContainerError, ValueError) as error:
            raise UsageError(f"{name} is no image of NetBox that the kit can use; {advice}") from error
    if not facts["netbox"]:
        raise UsageError(f"{name} has no NetBox; {advice}")
    return facts
