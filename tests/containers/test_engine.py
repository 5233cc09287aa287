"""The engine as the doctor finds it; what is said where there is none is in tests/cli."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import docker

    from tests.kit import Machine


def test_the_doctor_finds_the_engine(engine: docker.DockerClient, machine: Machine) -> None:
    done = machine.npk("doctor", "--format", "json")

    answers = {answer["name"]: answer for answer in json.loads(done.stdout)["answers"]}
    assert answers["Docker engine"]["found"] is True
    assert answers["Docker engine"]["candidates"][0]["version"] == engine.version()["Version"]
