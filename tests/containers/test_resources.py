"""What is left on an engine: nothing of ours when a run is over, everything of anybody else's."""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.containers.resources import KIND, MACHINE, RUN, reap, remove_images, stay
from netbox_plugin_kit.containers.resources import machine as name_of_machine
from netbox_plugin_kit.progress import silent
from netbox_plugin_kit.runs import run_directory
from tests.cell.plugins import plugin
from tests.cell.running import CURRENT
from tests.kit import NPK, Machine, eventually

from .conftest import remains

if TYPE_CHECKING:
    import docker

BASE = "netbox-plugin-kit/debian:trixie"
NEVER_MADE = "4.7.1"
"""A release that no other test asks an image of."""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def make(engine: docker.DockerClient) -> Iterator[Callable[[dict[str, str]], set[str]]]:
    """Makes one thing of each kind with labels; the test's end removes what is left."""
    marks = []

    def make(labels: dict[str, str]) -> set[str]:
        labels = {**labels, "npk-test": "yes"}
        container = engine.containers.create(BASE, ["sleep", "60"], labels=labels)
        container.start()
        network = engine.networks.create("npk-test", labels=labels)
        volume = engine.volumes.create(labels=labels)
        image = container.commit(changes=[f"LABEL {name}={value}" for name, value in labels.items()])
        found = {str(container.id), str(network.id), str(volume.name), str(image.id)}
        marks.append(found)
        return found

    yield make
    for each in engine.containers.list(all=True, filters={"label": "npk-test"}):
        each.remove(force=True)
    for network in engine.networks.list(filters={"label": "npk-test"}):
        network.remove()
    for volume in engine.volumes.list(filters={"label": "npk-test"}):
        volume.remove()
    for image in engine.images.list(filters={"label": "npk-test"}):
        engine.images.remove(str(image.id), force=True)


def _there(engine: docker.DockerClient, wanted: set[str]) -> set[str]:
    found = {each["Id"] for each in engine.api.containers(all=True)}
    found |= {each["Id"] for each in engine.api.networks()}
    found |= {each["Name"] for each in engine.api.volumes()["Volumes"] or []}
    found |= {each["Id"] for each in engine.api.images(all=True)}
    return wanted & found


Make = Callable[[dict[str, str]], set[str]]


def test_what_a_dead_run_left_is_removed(engine: docker.DockerClient, make: Make, cache: Cache) -> None:
    things = make({RUN: "/nowhere/npk-0/long-dead", MACHINE: name_of_machine(cache)})

    removed = reap(engine, cache, silent)

    assert removed == len(things)
    assert _there(engine, things) == set()


def test_what_a_living_run_has_is_left_alone(engine: docker.DockerClient, make: Make, cache: Cache) -> None:
    with run_directory() as run:
        things = make({RUN: str(run.path), MACHINE: name_of_machine(cache)})

        assert reap(engine, cache, silent) == 0
        assert _there(engine, things) == things


@pytest.mark.parametrize("labels", [{}, {RUN: "/nowhere/npk-0/long-dead", MACHINE: "another"}, {"run": "x"}])
def test_what_is_somebody_elses_is_left_alone(
    engine: docker.DockerClient, make: Make, cache: Cache, labels: dict[str, str]
) -> None:
    things = make(labels)

    assert reap(engine, cache, silent) == 0
    assert _there(engine, things) == things


def test_a_stay_removes_its_own_and_not_its_neighbours(engine: docker.DockerClient, cache: Cache) -> None:
    with run_directory() as run, stay(engine, cache, run, silent) as here:
        kept = engine.volumes.create(labels=here.labels)
        with stay(engine, cache, run, silent) as other:
            gone = engine.volumes.create(labels=other.labels)

        assert _there(engine, {str(kept.name), str(gone.name)}) == {str(kept.name)}
    assert _there(engine, {str(kept.name)}) == set()


def test_a_machine_keeps_its_name(cache: Cache, tmp_path: Path) -> None:
    assert name_of_machine(cache) == name_of_machine(cache)
    assert name_of_machine(cache) != name_of_machine(Cache(tmp_path / "another"))


def test_images_in_use_are_not_removed(engine: docker.DockerClient) -> None:
    image = engine.containers.create(BASE, ["true"], labels={"npk-test": "yes"})
    made = image.commit("netbox-plugin-kit/database", "npk-test", changes=[f"LABEL {KIND}=npk-test"])
    user = engine.containers.create("netbox-plugin-kit/database:npk-test", ["true"])
    try:
        before = {tag for each in engine.images.list() for tag in each.tags}

        assert remove_images(engine, kinds=("npk-test",)) == 0
        assert {tag for each in engine.images.list() for tag in each.tags} == before
        user.remove()
        assert remove_images(engine, kinds=("npk-test",)) == 1
    finally:
        image.remove(force=True)
        assert made.id


def _images_of(engine: docker.DockerClient, machine: Machine) -> set[str]:
    """Images that runs on a machine made, intermediate ones among them."""
    mine = {"label": f"{MACHINE}={name_of_machine(Cache(machine.cache))}"}
    return {each["Id"] for each in engine.api.images(all=True, filters=mine)}


def _containers_of(engine: docker.DockerClient, machine: Machine) -> int:
    mine = {"label": f"{MACHINE}={name_of_machine(Cache(machine.cache))}"}
    return len(engine.api.containers(filters=mine))


@pytest.mark.netbox
@pytest.mark.parametrize("moment", ["build", "cell", "clean-up"])
def test_a_run_that_is_killed_leaves_nothing_that_the_next_does_not_remove(
    engine: docker.DockerClient, machine: Machine, tmp_path: Path, moment: str
) -> None:
    project = plugin(tmp_path / "project")
    netbox = NEVER_MADE if moment == "build" else CURRENT
    arguments = ("test", str(project), "--backend", "docker", "--netbox", netbox, "--checks", "loads")
    if moment != "build":
        # The images are made, and what is known of them is in this machine's cache.
        assert machine.npk(*arguments, seconds=1800).status == 0
    before = _images_of(engine, machine)
    with machine.begin(*arguments) as kit:
        if moment == "build":
            kit.await_words("building the image", 600)
            kit.await_that(lambda: _images_of(engine, machine) != before, 300)
        else:
            kit.await_words("asking loads", 600)
            if moment == "clean-up":
                assert eventually(lambda: kit.process.poll() is not None or _containers_of(engine, machine) < 3, 120)
        kit.process.kill()

    assert machine.npk("docker", "prune", seconds=300).status == 0

    assert eventually(lambda: remains(engine) == [], 60)
    assert _images_of(engine, machine) == before


def test_without_an_engine_there_is_one_line(machine: Machine, tmp_path: Path) -> None:
    project = plugin(tmp_path / "project")

    done = machine.npk("test", str(project), "--backend", "docker", DOCKER_HOST="unix:///nowhere/docker.sock")

    assert done.status == 3
    assert "there is no Docker engine" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


class _Relay(socketserver.ThreadingTCPServer):
    """Passes what comes by TCP on to the engine's socket, as an engine on another machine would be reached."""

    allow_reuse_address = True
    daemon_threads = True


class _Passage(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with socket.socket(socket.AF_UNIX) as engine:
            engine.connect("/var/run/docker.sock")
            back = threading.Thread(target=_pass, args=(engine, self.request), daemon=True)
            back.start()
            _pass(self.request, engine)
            back.join()


def _pass(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@pytest.mark.netbox
def test_an_engine_elsewhere_does_as_well(engine: docker.DockerClient, tmp_path: Path) -> None:
    assert engine.ping()
    with _Relay(("127.0.0.1", 0), _Passage) as relay:
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        there = f"tcp://127.0.0.1:{relay.server_address[1]}"
        command = [*NPK, "test", str(plugin(tmp_path / "project")), "--backend", "docker", "--checks", "loads"]
        done = subprocess.run(
            command, env={**os.environ, "DOCKER_HOST": there}, capture_output=True, text=True, timeout=1800, check=False
        )
        relay.shutdown()

    assert done.returncode == 0, done.stderr
