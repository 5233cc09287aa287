"""Boots NetBox, asks every check in a fork of its own, and writes down the answers."""

from __future__ import annotations

import faulthandler
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from .boot import Booted, Refused, boot
from .entry import run
from .isolation import adopt_orphans, isolated
from .protocol import Answer, Finding, Request, Writer, error, failed, passed, skipped
from .trouble import from_plugin, summary, trouble

_ON_TABLES = {"api", "pages", "permissions", "tests", "removal"}


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
    netbox = _boot(request)
    seconds = time.monotonic() - begun
    faulthandler.cancel_dump_traceback_later()
    writer.said(f"NetBox is up after {seconds:.1f} s")
    if request.expect == "refuse":
        writer.answered("loads", _judge_refusal(netbox), seconds)
        return
    if isinstance(netbox, Refused):
        _refuse(request, netbox, writer, seconds)
        return
    _ask_all(request, netbox, writer, seconds)


def _boot(request: Request) -> Booted | Refused:
    """Start NetBox; beside other plugins, watch what they connect."""
    if not request.companions:
        return boot(request)
    from .namespaces.signals import witness

    with witness() as connections:
        netbox = boot(request)
    return netbox if isinstance(netbox, Refused) else replace(netbox, connections=tuple(connections))


def _refuse(request: Request, netbox: Refused, writer: Writer, seconds: float) -> None:
    for check in request.checks:
        if check == "loads":
            writer.answered(check, failed(netbox.reason, list(netbox.findings)), seconds)
        else:
            writer.answered(check, skipped(netbox.reason), 0)


def _judge_refusal(netbox: Booted | Refused) -> Answer:
    """Did NetBox refuse the plugin for its version, and for nothing else?"""
    if isinstance(netbox, Booted):
        finding = Finding(
            f"NetBox {netbox.version} loads the plugin, though its declared versions exclude it",
            fix="check that min_version and max_version stand in the PluginConfig that NetBox loads",
        )
        return failed("NetBox does not refuse the plugin", [finding])
    if netbox.incompatible:
        return passed(f"refused as declared: {netbox.findings[0].message}")
    fix = (
        "nothing that this NetBox lacks may be imported by the package's __init__ or the module of the PluginConfig: "
        "its users see this error instead of being told which versions the plugin supports"
    )
    return failed(f"{netbox.reason}, but not for its version", [replace(each, fix=fix) for each in netbox.findings])


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
    return None if applied or check not in _ON_TABLES else skipped("the plugin's migrations do not apply")


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


if __name__ == "__main__":
    run(main, sys.argv[1])
