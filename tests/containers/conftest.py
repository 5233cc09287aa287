"""Container tests need an engine with the base image; `.ci/run` sees to both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from netbox_plugin_kit.containers.engine import connect
from netbox_plugin_kit.containers.resources import RUN
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.runs import lives

if TYPE_CHECKING:
    import docker


@pytest.fixture(scope="session")
def engine() -> Iterator[docker.DockerClient]:
    """A real engine with the base image of `npk docker base`."""
    try:
        client = connect()
    except UnavailableError as error:
        pytest.skip(str(error))
    if not client.images.list(filters={"label": "netbox-plugin-kit.kind=base"}):
        pytest.skip("the engine has no base image: npk docker base")
    yield client
    client.close()


def remains(client: docker.DockerClient) -> list[str]:
    """Containers, networks, volumes and nameless images that runs made and did not live to remove."""
    filters: dict[str, Any] = {"label": RUN}
    found = {each["Names"][0]: each for each in client.api.containers(all=True, filters=filters)}
    found |= {each["Name"]: each for each in client.api.networks(filters=filters)}
    found |= {each["Name"]: each for each in client.api.volumes(filters=filters)["Volumes"] or []}
    found |= {each["Id"]: each for each in client.api.images(filters={"label": RUN, "dangling": True})}
    return [name for name, each in found.items() if not lives(Path(each["Labels"][RUN]))]
