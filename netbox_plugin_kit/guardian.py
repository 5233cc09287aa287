"""The process that outlives a killed kit just long enough to stop what it started.

`python -m netbox_plugin_kit.guardian <run directory>` reads one pipe. The kit writes a byte when the run ended well;
end of file without it means that the kit is gone (`kill -9`, out of memory), and the run directory is reaped at once.
It imports next to nothing, because it is started with every run, and runs in a session of its own, because the Ctrl-C
of a terminal is for the kit. Should it be killed too, the next run reaps (`runs.py`).
"""

from __future__ import annotations

import os
import signal
import sys
import time

__all__ = ["DONE", "main"]

DONE = b"d"

_PATIENCE = 30.0
"""Seconds for a lock that is still held to be let go: the kernel closes a dead kit's files one after the other."""


def main(directory: str) -> None:
    """Wait for the end of the run; reap its directory when nobody said that it ended well."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        # Whoever stops the kit stops us by closing the pipe; dying earlier would leave the servers alone.
        signal.signal(ignored, signal.SIG_IGN)
    if os.read(0, 1) != DONE:
        _reap(directory)
    os._exit(0)  # nothing to flush, and the kit waits for us


def _reap(directory: str) -> None:
    from pathlib import Path

    from netbox_plugin_kit.runs import reap

    deadline = time.monotonic() + _PATIENCE
    while Path(directory).exists() and time.monotonic() < deadline:
        reap(Path(directory))
        time.sleep(0.05)


if __name__ == "__main__":
    main(sys.argv[1])
