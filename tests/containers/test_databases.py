"""Databases in containers: each serves for itself, and a migrated one is kept as an image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.containers.bases import postgresql_base, valkey_base
from netbox_plugin_kit.containers.databases import ContainerDatabase
from netbox_plugin_kit.containers.resources import stay
from netbox_plugin_kit.matrix.cells import Limits
from netbox_plugin_kit.progress import silent
from netbox_plugin_kit.runs import run_directory
from tests.cell.plugins import plugin
from tests.cell.running import CURRENT, npk_test

if TYPE_CHECKING:
    import docker
    from docker.models.containers import Container


@pytest.fixture
def empty(engine: docker.DockerClient) -> Iterator[ContainerDatabase]:
    base, valkey = postgresql_base(engine, 14, None, silent), valkey_base(engine, silent)
    with run_directory() as run, stay(engine, Cache(), run, silent) as here:
        yield ContainerDatabase(here, base.name, base.version.major, new=True, valkey=valkey.name)


def _ask(container: Container, statement: str) -> str:
    status, said = container.exec_run(["psql", "-U", "netbox", "-h", "localhost", "-tAc", statement, "netbox"])
    assert status == 0, said
    assert isinstance(said, bytes)
    return said.decode().strip()


def test_a_new_database_is_empty_every_time(engine: docker.DockerClient, empty: ContainerDatabase) -> None:
    count = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
    for _ in range(2):
        with empty.serve(Limits()) as servers:
            container = engine.containers.get(servers.database.host)
            assert _ask(container, count) == "0"
            _ask(container, "CREATE TABLE thing (name text)")


@pytest.mark.netbox
def test_a_migrated_database_is_an_image_that_nobody_changes(
    engine: docker.DockerClient, empty: ContainerDatabase, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = plugin(tmp_path_factory.mktemp("migrated") / "project")
    assert npk_test(project, "--backend", "docker", "--checks", "migrations", timeout=1800).status == 0
    made = engine.api.images(filters={"label": "netbox-plugin-kit.kind=database"})
    name = next(tag for each in made for tag in each["RepoTags"] or () if f"database:{CURRENT}-" in tag)
    migrated = replace(empty, image=name, new=False)
    for _ in range(2):
        with migrated.serve(Limits()) as servers:
            container = engine.containers.get(servers.database.host)
            assert int(_ask(container, "SELECT count(*) FROM django_migrations")) > 300
            assert _ask(container, "SELECT to_regclass('thing') IS NULL") == "t"
            _ask(container, "CREATE TABLE thing (name text)")
