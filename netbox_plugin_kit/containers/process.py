"""A process in a container, as something to poll: what it prints comes to files of ours."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import docker
    from docker.models.containers import Container

__all__ = ["ContainerProcess"]

_SIGNALS = 128
"""What a shell adds to a signal's number to make an exit status of it."""


class ContainerProcess:
    """A container that was made and is started here.

    Args:
        client: The engine.
        container: The container.
        events: What it writes to its standard output is appended to this file of ours.
        output: What it writes to its standard error goes here.
    """

    def __init__(self, client: docker.DockerClient, container: Container, events: Path, output: IO[bytes]) -> None:
        self._container, self._events, self._output = container, events, output
        self._status: int | None = None
        self._ended = threading.Event()
        # Before the start, so that nothing is missed.
        self._stream = client.api.attach(str(container.id), stream=True, demux=True)
        container.start()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        status = -1
        try:
            with self._events.open("ab") as events:
                for said, complained in self._stream:
                    if said:
                        events.write(said)
                        events.flush()
                    if complained:
                        self._output.write(complained)
                        self._output.flush()
            status = self._container.wait()["StatusCode"]
        finally:
            self._status = _SIGNALS - status if status > _SIGNALS else status
            self._ended.set()

    def poll(self) -> int | None:
        """Its exit status (negative: the signal that ended it), or None while it runs."""
        return self._status if self._ended.is_set() else None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: It did not end within so many seconds.
        """
        if not self._ended.wait(timeout):
            raise subprocess.TimeoutExpired(str(self._container.name), timeout or 0)
        return -1 if self._status is None else self._status

    def kill(self) -> None:
        """End it, and everything it started."""
        from docker.errors import APIError

        with contextlib.suppress(APIError):  # it has ended
            self._container.kill()

    def close(self) -> None:
        """Make sure that it has ended, and that everything it said has come."""
        if self.poll() is None:
            self.kill()
        self._listener.join(60)
