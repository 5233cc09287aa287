"""Boots NetBox, asks every check in a fork of its own, and writes down the answers."""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

from .boot import Booted, Refused, boot
from .isolation import adopt_orphans, isolated
from .protocol import KIT_FAILED, Answer, Request, Writer, error, failed, passed, skipped
from .trouble import from_plugin, summary, trouble


def main(path: str) -> None:
    """Answer the request in the file `path`."""
    request = Request.read(Path(path))
    writer = Writer(request.results)
    adopt_orphans()
    # For crashes in C, and for a start that hangs: whoever watches will end it then.
    faulthandler.enable()
    faulthandler.dump_traceback_later(request.timeout * 0.95)
    writer.started("loads")
    begun = time.monotonic()
    netbox = boot(request)
    seconds = time.monotonic() - begun
    faulthandler.cancel_dump_traceback_later()
    writer.said(f"NetBox is up after {seconds:.1f} s")
    if isinstance(netbox, Refused):
        _refuse(request, netbox, writer, seconds)
        return
    _ask_all(request, netbox, writer, seconds)


def _refuse(request: Request, netbox: Refused, writer: Writer, seconds: float) -> None:
    for check in request.checks:
        if check == "loads":
            writer.answered(check, failed(netbox.reason, list(netbox.findings)), seconds)
        else:
            writer.answered(check, skipped(netbox.reason), 0)


def _ask_all(request: Request, netbox: Booted, writer: Writer, boot_seconds: float) -> None:
    from django.db import connections

    from .checks import CHECKS

    answers: dict[str, Answer] = {}
    for name in request.checks:
        writer.started(name)
        # A connection that two processes share is closed by whichever ends first.
        connections.close_all()
        begun = time.monotonic()
        answer = _obstacle(name, answers) or isolated(
            partial(_answer, partial(CHECKS[name], netbox, request), request),
            log=Path(request.logs) / f"{name}.log",
            timeout=request.timeout,
            memory=request.memory,
        )
        answers[name] = answer
        seconds = time.monotonic() - begun
        writer.answered(name, answer, seconds + (boot_seconds if name == "loads" else 0))


def _obstacle(check: str, answers: dict[str, Answer]) -> Answer | None:
    """Why a check need not be asked: without the plugin's tables there is nothing to query or test."""
    applied = answers.get("migrations", passed()).facts.get("applied", True)
    return None if applied or check not in {"api", "tests"} else skipped("the plugin's migrations do not apply")


def _answer(ask: Callable[[], Answer], request: Request) -> Answer:
    try:
        return ask()
    except (MemoryError, SystemExit):
        raise
    except BaseException as problem:
        import traceback

        traceback.print_exc()
        if from_plugin(problem, request.site):
            return failed(summary(problem), [trouble(problem, request.site)])
        return error(summary(problem))


def _run(path: str) -> NoReturn:
    """Answer the request, and end without waiting for threads that the plugin may have started."""
    status = KIT_FAILED
    try:
        main(path)
        status = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _run(sys.argv[1])
