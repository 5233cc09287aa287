"""Tasks on the workers of a Dask scheduler: hundreds of plugins on dozens of releases, on many machines.

Every worker needs this kit, in the same version, and what cells need (`npk doctor`); a project is sent along. A worker
that dies mid-cell costs that cell another attempt: Dask gives it to the next one (`allowed-failures`).
"""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from netbox_plugin_kit import __version__
from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.wheel import copy_sources, what_is
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.matrix.processes import Processes
from netbox_plugin_kit.matrix.records import cell_record, read_cell, read_plugin
from netbox_plugin_kit.matrix.results import CellResult
from netbox_plugin_kit.matrix.tasks import Answer, Task, trouble
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.runs import run_directory
from netbox_plugin_kit.tarball import extract_all

__all__ = ["Dask", "Parcel", "run_parcel"]

_PATIENCE = 10.0
"""Seconds for the scheduler to answer."""

_LOG_LIMIT = 1024 * 1024
"""Bytes of the end of each check's output that are sent back."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A task for another machine.

    Attributes:
        kit: Version of the kit that sends it.
        task: Record of the task; plugins that are here are named by where they are in `files`.
        files: The plugins that are directories or files: name and content (a directory as a tar archive).
    """

    kit: str
    task: dict[str, Any]
    files: dict[str, bytes]


class Dask:
    """A scheduler and its workers.

    Raises:
        UnavailableError: `distributed` is not installed, or the scheduler does not answer.
    """

    def __init__(self, address: str, cache: Cache) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise UnavailableError("--dask needs `distributed`: pip install 'netbox-plugin-kit[dask]'") from None
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            advice = "start one with `dask scheduler`, and name its address (tcp://host:8786)"
            raise UnavailableError(f"no Dask scheduler answers at {address}: {error}; {advice}") from error
        self._cache = cache
        self._futures: set[Any] = set()

    @property
    def jobs(self) -> int:
        """How many cells the workers can run at a time: a thread of a worker runs one.

        Raises:
            UnavailableError: There is no worker.
        """
        threads = sum(map(int, self._client.nthreads().values()))
        if not threads:
            raise UnavailableError("the Dask scheduler has no workers; start some with `dask worker ADDRESS`")
        return threads

    def run(self, task: Task, progress: Progress, died: Callable[[], None]) -> Answer:  # noqa: ARG002 - Dask does not tell
        """Run a task on whichever worker is free."""
        progress("waiting for a Dask worker")
        future = self._client.submit(run_parcel, _pack(task), pure=False)
        self._futures.add(future)
        try:
            returned: dict[str, Any] = future.result()
        except Exception as error:  # noqa: BLE001 - whatever Dask or the network raises costs this cell, not the run
            return trouble(task, f"Dask could not run it: {type(error).__name__}: {error}")
        finally:
            self._futures.discard(future)
        if "trouble" in returned:
            return trouble(task, returned["trouble"], usage=returned["usage"])
        cell = self._with_logs(task, read_cell(returned["cell"]), returned["logs"])
        return Answer(read_plugin(returned["plugin"]), cell)

    def stop(self) -> None:
        """Take back what has not ended."""
        self._client.cancel(list(self._futures), force=True)

    def close(self) -> None:
        """Leave the scheduler."""
        self._client.close()

    def _with_logs(self, task: Task, cell: CellResult, logs: dict[str, str]) -> CellResult:
        """The output of checks, kept here; the paths in the result are the worker's."""
        place = self._cache.root / "logs" / f"dask-{digest(task.planned.plugin, task.planned.name)}"
        place.mkdir(parents=True, exist_ok=True)
        checks = []
        for check in cell.checks:
            path = place / f"{check.name}.log" if check.name in logs else None
            if path is not None:
                path.write_text(logs[check.name], encoding="utf-8")
            checks.append(replace(check, log=path))
        return replace(cell, checks=tuple(checks))


def run_parcel(parcel: Parcel) -> dict[str, Any]:
    """Run a task on this machine: what a Dask worker does."""
    if parcel.kit != __version__:
        there = f"the worker has netbox-plugin-kit {__version__}, not {parcel.kit}"
        return {"trouble": f"{there}: install the same version there", "usage": False}
    with run_directory() as run:
        answer = Processes(run).run(_unpack(parcel, run.path / "parcel"), silent, lambda: None)
        return {
            "plugin": asdict(answer.plugin),
            "cell": cell_record(answer.cell),
            "logs": {check.name: _tail(check.log) for check in answer.cell.checks if check.log},
        }


def _tail(log: Path) -> str:
    content = log.read_bytes()[-_LOG_LIMIT:]
    return content.decode("utf-8", errors="replace")


def _pack(task: Task) -> Parcel:
    files: dict[str, bytes] = {}

    def sent(plugin: str) -> str:
        given = what_is(plugin)
        if given.path is None:
            return plugin
        name = f"{len(files)}/{given.path.name}"
        files[name] = _archive(given.path) if given.kind == "directory" else given.path.read_bytes()
        return name

    planned = replace(task.planned, plugin=sent(task.planned.plugin))
    companions = tuple(map(sent, task.companions))
    return Parcel(__version__, replace(task, planned=planned, companions=companions).record(), files)


def _archive(root: Path) -> bytes:
    buffer = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="npk-") as place:
        copy = Path(place) / root.name
        copy_sources(root, copy)
        with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
            tar.add(copy, arcname=".", filter=lambda member: None if member.name == "./.git" else member)
    return buffer.getvalue()


def _unpack(parcel: Parcel, place: Path) -> Task:
    for name, content in parcel.files.items():
        path = place / name
        path.parent.mkdir(parents=True)
        if path.suffix in {".whl", ".gz", ".zip"}:
            path.write_bytes(content)
        else:
            with tarfile.open(fileobj=io.BytesIO(content)) as tar:
                path.mkdir()
                extract_all(tar, path)
    task = Task.read(parcel.task)

    def here(plugin: str) -> str:
        return str(place / plugin) if plugin in parcel.files else plugin

    planned = replace(task.planned, plugin=here(task.planned.plugin))
    return replace(task, planned=planned, companions=tuple(map(here, task.companions)))
