"""Cells in containers: NetBox, PostgreSQL and Valkey from images, on a network of their own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from packaging.specifiers import SpecifierSet

from netbox_plugin_kit.backends.base import Database
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.containers.bases import postgresql_base, python_base, valkey_base
from netbox_plugin_kit.containers.databases import ContainerDatabase, migrated_image
from netbox_plugin_kit.containers.engine import connect
from netbox_plugin_kit.containers.images import examined, interpreter_of, made, official
from netbox_plugin_kit.containers.resources import Stay, stay
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.matrix.cells import Foundation
from netbox_plugin_kit.matrix.tasks import Where
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.releases import Release
from netbox_plugin_kit.runs import Run, run_directory

if TYPE_CHECKING:
    import docker

__all__ = ["Docker"]


@dataclass(frozen=True)
class Docker:
    """An engine.

    Attributes:
        cache: Keeps what is known of images, and NetBox's sources.
        where: Which engine, and which images.
    """

    cache: Cache
    where: Where
    name: str = "docker"
    client: docker.DockerClient = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Connect."""
        object.__setattr__(self, "client", connect(self.where.context))

    def interpreter(
        self, release: Release, accepted: SpecifierSet, asked: str | None, progress: Progress
    ) -> Interpreter:
        """The Python of the image that the release is run in."""
        if name := self._image(release):
            with self._stay(progress) as here, examined(here, name, release, progress) as netbox:
                return netbox.interpreter
        return interpreter_of(self.client, python_base(self.client, release, accepted, asked, progress).version)

    @contextlib.contextmanager
    def environment(self, on: Foundation, progress: Progress) -> Iterator[Environment]:
        """An image."""
        with self._stay(progress) as here:
            if name := self._image(on.release):
                source = examined(here, name, on.release, progress)
            else:
                base = python_base(self.client, on.release, on.release.minor.python, on.interpreter.minor, progress)
                source = made(here, on, base, progress)
            with source as netbox:
                yield netbox

    @contextlib.contextmanager
    def database(
        self, netbox: Environment, run: Run, progress: Progress, *, postgresql: int | None, migrated: bool = True
    ) -> Iterator[Database]:
        """An image with the migrated database, or with PostgreSQL alone."""
        base = postgresql_base(self.client, netbox.release.minor.postgresql, postgresql, progress)
        valkey = valkey_base(self.client, progress)
        with stay(self.client, self.cache, run, progress) as here:
            empty = ContainerDatabase(here, base.name, base.version.major, new=True, valkey=valkey.name)
            if not migrated:
                yield empty
                return
            with migrated_image(netbox, base, empty, progress) as image:
                yield replace(empty, image=image, new=False)

    def _image(self, release: Release) -> str | None:
        if self.where.image == "official":
            return official(release)
        return self.where.image and self.where.image.replace("{netbox}", str(release))

    @contextlib.contextmanager
    def _stay(self, progress: Progress) -> Iterator[Stay]:
        with run_directory(silent) as run, stay(self.client, self.cache, run, progress) as here:
            yield here
