"""Tasks on this machine: a process each."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any

from netbox_plugin_kit.matrix.records import read_cell, read_plugin
from netbox_plugin_kit.matrix.tasks import Answer, Task, trouble
from netbox_plugin_kit.processes import how_it_ended
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.runs import Run

__all__ = ["Processes"]

_ATTEMPTS = 2
_LAST_WORDS = 20
"""Lines of what a process that died had on its standard error."""


@dataclass
class Processes:
    """Runs each task in a worker process that cannot outlive the run."""

    owner: Run
    _living: set[subprocess.Popen[Any]] = field(default_factory=set)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def run(self, task: Task, progress: Progress, died: Callable[[], None]) -> Answer:
        """Run a task; a worker that dies costs a second attempt."""
        words = ""
        for attempt in range(_ATTEMPTS):
            if self._stopped.is_set():
                break
            if attempt:
                died()
            answer, words = self._attempt(task, progress)
            if answer is not None:
                return answer
        return trouble(task, f"the process of this cell {words or 'was stopped'}")

    def stop(self) -> None:
        """Ask all workers to end; each stops what it started."""
        self._stopped.set()
        for process in list(self._living):
            with contextlib.suppress(OSError):
                process.terminate()

    def _attempt(self, task: Task, progress: Progress) -> tuple[Answer | None, str]:
        """The answer, or what became of the worker."""
        process = self.owner.spawn(
            [sys.executable, "-m", "netbox_plugin_kit.matrix.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        assert process.stdin and process.stdout  # noqa: S101, PT018 - they were asked for
        self._living.add(process)
        said: deque[str] = deque(maxlen=_LAST_WORDS)
        listener = threading.Thread(target=said.extend, args=(process.stderr,), daemon=True)
        listener.start()
        try:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(json.dumps(task.record()) + "\n")
                process.stdin.flush()
            answer = _listen(process.stdout, task, progress)
            status = process.wait()
            listener.join(1.0)
        finally:
            self._living.discard(process)
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    pipe.close()
        last = next((line.strip() for line in reversed(said) if line.strip()), "")
        return answer, f"{how_it_ended(status)}, {_ATTEMPTS} times{f': {last}' if last else ''}"


def _listen(events: IO[str], task: Task, progress: Progress) -> Answer | None:
    for line in events:
        event = json.loads(line)
        if event["event"] == "said":
            progress(event["message"])
        elif event["event"] == "trouble":
            return trouble(task, event["message"], usage=event["usage"])
        else:
            return Answer(read_plugin(event["plugin"]), read_cell(event["cell"]))
    return None
