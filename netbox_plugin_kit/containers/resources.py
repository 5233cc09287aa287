"""What a run makes on an engine: labelled, so that it can be removed when the run is over, however it ended.

Every container, network and volume, and every image while it is built, carries the run it belongs to and the machine
the run is on. What carries another machine's name, or a living run's, is never touched; nor is anything without labels.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.runs import Run, lives

if TYPE_CHECKING:
    import docker

__all__ = ["KIND", "MACHINE", "RUN", "Stay", "machine", "reap", "remove_images", "stay", "sweep"]

RUN = "netbox-plugin-kit.run"
MACHINE = "netbox-plugin-kit.machine"
KIND = "netbox-plugin-kit.kind"
"""Of an image: `base`, `netbox` or `database`."""


def machine(cache: Cache) -> str:
    """This machine's own name on engines that several machines may use; made up once and kept in the cache."""
    place = cache.root / "machine"
    with contextlib.suppress(OSError):
        return place.read_text(encoding="utf-8").strip()
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = cache.root / f"machine.{secrets.token_hex(4)}"
    draft.write_text(secrets.token_hex(8), encoding="utf-8")
    with contextlib.suppress(FileExistsError):  # another run was faster
        place.hardlink_to(draft)
    draft.unlink()
    return place.read_text(encoding="utf-8").strip()


@dataclass(frozen=True, slots=True)
class Stay:
    """A time on an engine, and what is left of it when it is over: nothing but images that have a name.

    Attributes:
        client: The engine.
        cache: Keeps what is known of images.
        run: What is made belongs to it.
        labels: Of everything that is made. They are the run's and this stay's own: cells that share a run do not
            remove each other's.
    """

    client: docker.DockerClient
    cache: Cache
    run: Run
    labels: dict[str, str]


@contextlib.contextmanager
def stay(client: docker.DockerClient, cache: Cache, run: Run, progress: Progress) -> Iterator[Stay]:
    """A time on an engine; what dead runs left there is removed first."""
    reap(client, cache, progress)
    labels = {RUN: str(run.path), MACHINE: machine(cache), f"{RUN}.part": secrets.token_hex(4)}
    try:
        yield Stay(client, cache, run, labels)
    finally:
        sweep(client, labels)


def reap(client: docker.DockerClient, cache: Cache, progress: Progress) -> int:
    """Remove what dead runs of this machine left behind; how many things that were."""
    here = machine(cache)
    found = {str(each[RUN]) for each in _labels(client, {MACHINE: here}) if each.get(RUN)}
    total = 0
    for run in sorted(found):
        if not lives(Path(run)):
            progress(f"removing what a run that was killed left on the Docker engine ({Path(run).name})")
            total += sweep(client, {MACHINE: here, RUN: run})
    return total


def _labels(client: docker.DockerClient, wanted: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Labels of everything that has some."""
    filters = _filters(wanted)
    for found in client.api.containers(all=True, filters=filters):
        yield found["Labels"]
    for found in client.api.networks(filters=filters):
        yield found["Labels"]
    for found in client.api.volumes(filters=filters)["Volumes"] or []:
        yield found["Labels"]
    for found in client.api.images(filters={**filters, "dangling": True}):
        yield found["Labels"]


def sweep(client: docker.DockerClient, wanted: Mapping[str, str]) -> int:
    """Remove everything that has these labels, but images that have a name; how many things that were."""
    filters = _filters(wanted)
    api, removed = client.api, 0
    for found in api.containers(all=True, filters=filters):
        removed += _gone(api.remove_container, found["Id"], force=True, v=True)
    for found in api.networks(filters=filters):
        removed += _gone(api.remove_network, found["Id"])
    for found in api.volumes(filters=filters)["Volumes"] or []:
        removed += _gone(api.remove_volume, found["Name"], force=True)
    for found in api.images(filters={**filters, "dangling": True}):
        removed += _gone(api.remove_image, found["Id"], force=True)
    return removed


def remove_images(client: docker.DockerClient, kinds: Sequence[str] = ("database", "netbox")) -> int:
    """Remove images that the kit made of NetBox and of databases, unless a container uses them; how many."""
    found = [image for kind in kinds for image in client.api.images(filters={"label": [f"{KIND}={kind}"]})]
    return sum(_gone(client.api.remove_image, name) for image in found for name in image["RepoTags"] or ())


def _gone(remove: Any, what: str, **options: Any) -> bool:
    """Remove a thing, unless somebody else was faster."""
    from docker.errors import APIError

    try:
        remove(what, **options)
    except APIError as error:
        if error.status_code not in {404, 409}:  # gone; being removed
            raise
        return False
    return True


def _filters(wanted: Mapping[str, str]) -> dict[str, Any]:
    return {"label": [f"{name}={value}" for name, value in wanted.items()]}
