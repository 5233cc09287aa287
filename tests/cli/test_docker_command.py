"""`npk docker` as far as it needs no engine; the rest is in tests/containers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit import Machine, minimal_plugin

NOWHERE = "unix:///nowhere/docker.sock"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["base", "sid"], 2, "there is no base image of sid; there are trixie, bookworm"),
        (["base"], 3, "there is no Docker engine"),
        (["prune"], 3, "start one, or name another with DOCKER_HOST or --docker-context"),
        (["prune", "--docker-context", "nowhere"], 2, "there is no context nowhere"),
    ],
)
def test_a_mistake_is_one_line(machine: Machine, arguments: list[str], status: int, said: str) -> None:
    done = machine.npk("docker", *arguments, DOCKER_HOST=NOWHERE)

    assert done.status == status
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["test", "matrix"])
def test_images_are_for_containers(machine: Machine, command: str, tmp_path: Path) -> None:
    done = machine.npk(command, minimal_plugin(tmp_path / "project"), "--image", "official")

    assert done.status == 2
    assert done.stderr.splitlines()[-1].endswith("--image is for containers: add --backend docker")
