"""Cells on a real Dask scheduler with real workers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import distributed
import psutil
import pytest

from netbox_plugin_kit.cache import Cache
from tests.cell.plugins import plugin
from tests.cell.running import CURRENT
from tests.conftest import short_directory
from tests.kit import Machine, eventually

pytestmark = pytest.mark.netbox


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with short_directory() as place:
        yield Machine(place, Cache().root)


class Cluster:
    """A scheduler with two workers, each a process that can be killed."""

    def __init__(self, place: Path, machine: Machine) -> None:
        self._file = place / "scheduler.json"
        self._machine, self._place = machine, place
        self.processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        assert eventually(self._file.exists, 60)
        self.workers = [self._start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(2)]
        # A worker of a busy machine takes its time to register, and a scheduler without workers is refused.
        with distributed.Client(self.address, timeout=60) as client:
            client.wait_for_workers(len(self.workers), timeout=120)

    @property
    def address(self) -> str:
        return str(json.loads(self._file.read_text())["address"])

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        place = ["--scheduler-file", str(self._file)]
        local = ["--local-directory", str(self._place)] if what == "worker" else []
        process = subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_" + what, *place, *local, *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self._machine.environment(), cwd=self._place,
        )  # fmt: skip
        self.processes.append(process)
        return process

    def close(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path, machine: Machine) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path, machine)
    try:
        yield cluster
    finally:
        cluster.close()


def test_a_worker_that_dies_costs_its_cell_an_attempt_and_nothing_else(
    cluster: Cluster, machine: Machine, tmp_path: Path
) -> None:
    project = plugin(tmp_path / "project", files={"tests.py": "import unittest\nprint('said by a test')\n"})
    arguments = ("--netbox", CURRENT, "--checks", "loads,tests", "--dask", cluster.address, "--format", "json")

    with machine.begin("matrix", str(project), *arguments) as kit:
        busy: list[subprocess.Popen[bytes]] = []

        def somebody_works() -> bool:
            busy[:] = [worker for worker in cluster.workers if psutil.Process(worker.pid).children()]
            return bool(busy)

        kit.await_that(somebody_works, 300)
        busy[0].kill()
        assert kit.end(400) == 0, kit.said

    (cell,) = json.loads(kit.answer)["cells"]
    assert cell["verdict"] == "pass"
    assert machine.remains() == []


def test_a_scheduler_without_workers_is_said_in_a_line(cluster: Cluster, machine: Machine, tmp_path: Path) -> None:
    for worker in cluster.workers:
        worker.kill()
        worker.wait()
    project = plugin(tmp_path / "project")

    done = machine.npk("matrix", project, "--netbox", CURRENT, "--dask", cluster.address)

    assert done.status == 3
    assert "has no workers; start some with `dask worker ADDRESS`" in done.stderr
