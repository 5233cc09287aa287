"""Progress and reports on a terminal: progress goes to standard error, so that standard output is the answer alone."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Self

from rich.console import Console

from netbox_plugin_kit.progress import Progress

__all__ = ["captured", "narrator", "output_console"]

_HEARTBEAT = 20.0
"""Seconds: where nothing can move on the screen, a line at least this often."""


def output_console() -> Console:
    """Where answers go; colours only on a terminal, and not with NO_COLOR."""
    return Console(highlight=False, soft_wrap=True)


@contextlib.contextmanager
def captured(*, plain: bool) -> Iterator[tuple[Console, Callable[[], str]]]:
    """A console that keeps what is printed, and a function that gives it; plain: without colours in any case."""
    console = Console(highlight=False, soft_wrap=True, no_color=plain or None, force_terminal=False if plain else None)
    with console.capture() as capture:
        yield console, capture.get


@contextlib.contextmanager
def narrator() -> Iterator[Progress]:
    """Say what is being done: a line that changes on a terminal, a line each in a log."""
    console = Console(stderr=True, highlight=False)
    if console.is_terminal and not os.environ.get("CI"):
        with console.status("starting", spinner="dots") as status:
            begun = time.monotonic()

            def tell(message: str) -> None:
                status.update(f"[dim]{time.monotonic() - begun:4.0f} s[/dim] " + message.replace("[", r"\["))

            yield tell
    else:
        with _Log(console) as log:
            yield log


class _Log:
    """Prints a message when it is new: steps that tick (`... (112 of 336)`) only now and then."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._begun = self._printed = time.monotonic()
        self._message = ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()

    def __call__(self, message: str) -> None:
        ticking = message.partition(":")[0] == self._message.partition(":")[0]
        self._message = message
        if not ticking or time.monotonic() - self._printed > _HEARTBEAT:
            self._print(message)

    def _beat(self) -> None:
        while not self._stop.wait(1.0):
            if self._message and time.monotonic() - self._printed > _HEARTBEAT:
                self._print(self._message)

    def _print(self, message: str) -> None:
        self._printed = time.monotonic()
        self._console.print(f"{self._printed - self._begun:5.0f} s  {message}", markup=False, soft_wrap=True)
