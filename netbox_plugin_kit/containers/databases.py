"""Migrated databases as images: a container of one serves at once, and what it changes goes with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from netbox_plugin_kit.cache import digest
from netbox_plugin_kit.containers.bases import REPOSITORY, Base
from netbox_plugin_kit.containers.engine import engine_identity, engine_trouble
from netbox_plugin_kit.containers.images import identity_of, keep, recorded
from netbox_plugin_kit.containers.resources import KIND, Stay
from netbox_plugin_kit.containers.servers import ContainerServers, postgres_command, serve
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.snapshots import LOG, prepare, watch_migration
from netbox_plugin_kit.matrix.cells import Limits
from netbox_plugin_kit.progress import Progress

__all__ = ["ContainerDatabase", "migrated_image"]

_FORMAT = 1
_UNHURRIED = Limits(timeout=3600, memory=None)


@dataclass(frozen=True, slots=True)
class ContainerDatabase:
    """An image with PostgreSQL, and what to start in it.

    Attributes:
        stay: On the engine.
        image: The image.
        major: PostgreSQL's major version.
        new: Whether the cluster has to be made first.
        valkey: The image with Valkey.
    """

    stay: Stay
    image: str
    major: int
    new: bool
    valkey: str

    def prepare(self) -> None:
        """There is nothing to prepare: the engine copies what is written to, when it is."""

    def serve(self, limits: Limits) -> contextlib.AbstractContextManager[ContainerServers]:
        """Start the containers."""
        command = postgres_command(new=self.new)
        database = (self.image, self.major, command)
        return serve(self.stay, limits, database=database, valkey=self.valkey)


@contextlib.contextmanager
def migrated_image(
    netbox: Environment, postgresql: Base, empty: ContainerDatabase, progress: Progress
) -> Iterator[str]:
    """The image of a migrated NetBox without plugins, made first if need be.

    Raises:
        UnavailableError: Core's migrations fail; with NetBox's last words.
    """
    client = empty.stay.client
    key = digest("database", _FORMAT, netbox.migrations, postgresql.identity, engine_identity(client))
    name = f"{REPOSITORY}/database:{netbox.release}-{key}"
    label = f"database of NetBox {netbox.release} on {postgresql.name}"

    def build(_directory: Any) -> dict[str, Any]:
        if found := identity_of(client, name):  # another cache's run made it
            return {"image": name, "identity": found}
        progress(f"migrating NetBox {netbox.release}: once per release, a minute or two")
        with empty.serve(_UNHURRIED) as servers:
            workspace = empty.stay.run.path / "snapshot-workspace"
            migration = prepare(workspace, netbox, servers.database, servers.redis)
            with (workspace / LOG).open("wb") as output, servers.launch(migration, output) as process:
                watch_migration(process, migration, progress)
            with engine_trouble(f"the {label} cannot be kept"):
                container = client.containers.get(servers.database.host)
                container.stop(timeout=60)  # everything is written then
                identity = keep(client, container.commit(changes=[f"LABEL {KIND}=database"]), name)
                container.start()  # whoever ends the servers expects them alive
        return {"image": name, "identity": identity}

    with recorded(empty.stay, "database", key, label, build, progress) as entry:
        yield entry.facts["image"]
