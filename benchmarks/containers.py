"""A warm cell in containers beside the same cell without: wall time and memory, on one machine, in one run.

    ./dev bench -- containers
    ./dev bench -- containers --netbox 4.7.3 --runs 5

Whole processes of `npk test --python 3.13`, one after the other in turns, so that both meet the same machine; what is
quoted are medians and their ratio. Memory is the most that all processes of a cell held at one time: the
proportional share of the kit and everything below it, and, in containers, what the engine counts for the cell's
containers without the cache of files. Both are looked at five times a second.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
from cell import dummy_plugin, place_for

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.containers.engine import connect
from netbox_plugin_kit.containers.resources import RUN
from netbox_plugin_kit.releases import Catalogue

BACKENDS = ("embedded", "docker")


def main() -> None:
    parser = argparse.ArgumentParser(description="A warm cell in containers beside the same cell without.")
    parser.add_argument("--netbox", default="4.7.3")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="npk-bench-") as scratch:
        with place_for(Catalogue.load().release(options.netbox), Cache()) as (netbox, _, _):
            project = dummy_plugin(netbox, Path(scratch) / "dummy")
        for backend in BACKENDS:  # whatever is cold
            _cell(project, options.netbox, backend)
        seconds: dict[str, list[float]] = {backend: [] for backend in BACKENDS}
        memory: dict[str, list[float]] = {backend: [] for backend in BACKENDS}
        for _ in range(options.runs):
            for backend in BACKENDS:
                took, held = _cell(project, options.netbox, backend)
                seconds[backend].append(took)
                memory[backend].append(held / 1024**2)
    for what, unit, figures in (("wall time", "s", seconds), ("memory", "MiB", memory)):
        medians = {backend: statistics.median(figures[backend]) for backend in BACKENDS}
        for backend, median in medians.items():
            spread = f"{min(figures[backend]):.1f}-{max(figures[backend]):.1f}"
            print(f"{what:10} {backend:9} {median:8.1f} {unit} ({spread})")
        print(f"{what:10} {'ratio':9} {medians['docker'] / medians['embedded']:8.2f}")


def _cell(project: Path, netbox: str, backend: str) -> tuple[float, float]:
    """Seconds and bytes of one cell."""
    command = [sys.executable, "-m", "netbox_plugin_kit", "test", str(project), "--netbox", netbox, "--python", "3.13"]
    begun = time.monotonic()
    process = subprocess.Popen([*command, "--backend", backend], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watch = _Watch(process.pid, backend)
    status = process.wait()
    took = time.monotonic() - begun
    assert status == 0, f"{backend}: exit status {status}"
    return took, watch.most()


class _Watch:
    """Looks at the memory of a cell until it ends."""

    def __init__(self, pid: int, backend: str) -> None:
        self._kit, self._most = psutil.Process(pid), 0
        self._client = connect() if backend == "docker" else None
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def most(self) -> int:
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while self._kit.is_running() and self._kit.status() != psutil.STATUS_ZOMBIE:
            self._most = max(self._most, self._of_processes() + self._of_containers())
            time.sleep(0.2)

    def _of_processes(self) -> int:
        total = 0
        with contextlib.suppress(psutil.Error):
            for process in [self._kit, *self._kit.children(recursive=True)]:
                with contextlib.suppress(psutil.Error):
                    total += process.memory_full_info().pss
        return total

    def _of_containers(self) -> int:
        if self._client is None:
            return 0
        total = 0
        for each in self._client.api.containers(filters={"label": RUN}):
            with contextlib.suppress(Exception):
                memory = self._client.api.stats(each["Id"], stream=False, one_shot=True)["memory_stats"]
                total += memory["usage"] - memory["stats"].get("total_inactive_file", 0)
        return total


if __name__ == "__main__":
    main()
