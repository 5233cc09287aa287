"""What came of the cells of a plugin's last run, kept as they end: for `--resume` and `--only-failed`.

`<cache>/runs/<plugin>/<cell>.json` holds a result, written in one go. Which plugin it was, down to its files, and what
was asked, is in the key beside it; a result is used again only where the same would be asked of the same.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.wheel import identity, what_is
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.records import cell_record, read_cell, read_plugin
from netbox_plugin_kit.matrix.tasks import Answer, Task

__all__ = ["Ledger"]


class Ledger:
    """The last results of one plugin; a cache that cannot be written keeps none, and nothing else suffers."""

    def __init__(self, plugin: str, cache: Cache) -> None:
        given = what_is(plugin)
        name = re.sub(r"[^A-Za-z0-9]+", "-", given.path.name if given.path else given.requirement).strip("-")
        self._directory = cache.root / "runs" / f"{name[:40]}-{digest(str(given))[:6]}"

    def begin(self, *, keep: bool) -> None:
        """A run begins; without `keep`, what was known is forgotten."""
        if not keep:
            shutil.rmtree(self._directory, ignore_errors=True)

    def write(self, task: Task, answer: Answer) -> None:
        """Keep the result of a task."""
        stored = {"key": _key(task), "plugin": asdict(answer.plugin), "cell": cell_record(answer.cell)}
        path = self._path(task)
        draft = path.with_suffix(f".{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(stored), encoding="utf-8")
            draft.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)

    def find(self, task: Task) -> Answer | None:
        """The result of a task, if the same was asked of the same plugin; never one that was the kit's own trouble."""
        stored = self._read(self._path(task))
        if stored is None or stored["key"] != _key(task):
            return None
        answer = _answer(stored)
        return answer if answer.cell.verdict != "error" else None

    def failed(self) -> set[str]:
        """Names of the cells that did not pass, whatever has changed since."""
        stored = (self._read(path) for path in self._files())
        return {one["cell"]["name"] for one in stored if one is not None and one["cell"]["verdict"] != "pass"}

    def is_empty(self) -> bool:
        """Is nothing known?"""
        return next(self._files(), None) is None

    def _files(self) -> Iterator[Path]:
        yield from self._directory.glob("*.json")

    def _path(self, task: Task) -> Path:
        return self._directory / f"{digest(task.planned.name)}.json"

    @staticmethod
    def _read(path: Path) -> dict[str, Any] | None:
        try:
            stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            _answer(stored)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return stored


def _answer(stored: dict[str, Any]) -> Answer:
    return Answer(read_plugin(stored["plugin"]), read_cell(stored["cell"]))


def _key(task: Task) -> str:
    given = [what_is(plugin) for plugin in (task.planned.plugin, *task.companions)]
    contents = [identity(one, one.path if one.kind == "directory" else None) for one in given]
    return digest("run", task.record(), contents)


def only_failed(tasks: list[Task], ledgers: dict[str, Ledger]) -> list[Task]:
    """The tasks whose cells did not pass when they were run last, or were not run.

    Raises:
        UsageError: There was no run of a plugin yet.
    """
    for plugin, ledger in ledgers.items():
        if ledger.is_empty():
            raise UsageError(f"--only-failed: there was no run of {plugin} yet; run `npk matrix` without it")
    failed = {plugin: ledger.failed() for plugin, ledger in ledgers.items()}
    return [task for task in tasks if task.planned.name in failed[task.planned.plugin]]
