"""The process that runs one cell: `python -m netbox_plugin_kit.matrix.worker`, a task on standard input.

A cell has a process of its own so that nothing that happens in it, not even `kill -9`, takes the others down. It says
what it does on standard output, a line of JSON each, and last what came of it. When its standard input is closed, who
asked is gone, and it ends as on Ctrl-C.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from dataclasses import asdict
from typing import Any

from netbox_plugin_kit.backends.choosing import backend_for
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.wheel import what_is
from netbox_plugin_kit.errors import KitError, UsageError
from netbox_plugin_kit.matrix.records import cell_record
from netbox_plugin_kit.matrix.resolving import resolve
from netbox_plugin_kit.matrix.tasks import Task, named

__all__ = ["main"]


def main() -> None:
    """Run the task."""
    task = Task.read(json.loads(sys.stdin.readline()))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What the plugin's build or anything else prints must not be taken for an event.
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)

    def tell(event: str, **facts: Any) -> None:
        channel.write(json.dumps({"event": event, **facts}) + "\n")

    try:
        plugin, cell = _run(task, lambda message: tell("said", message=message))
    except KitError as error:
        tell("trouble", message=str(error), usage=isinstance(error, UsageError))
    else:
        tell("done", plugin=asdict(plugin), cell=cell_record(named(cell, task.planned)))


def _run(task: Task, progress: Any) -> Any:
    backend = backend_for(task.where, Cache())
    cell = resolve(
        task.planned,
        task.limits,
        backend,
        progress,
        require_tests=task.require_tests,
        companions=tuple(map(what_is, task.companions)),
        test_arguments=task.test_arguments,
    )
    return backend.run(cell, progress)


def _end_with_parent() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
