"""Listening to the process inside NetBox: its answers, and what it means when it falls silent."""

from __future__ import annotations

import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from netbox_plugin_kit.backends.base import Process
from netbox_plugin_kit.environment.inside import follow
from netbox_plugin_kit.inside.protocol import KIT_FAILED, Request
from netbox_plugin_kit.matrix.results import CheckResult, Finding, Outcome
from netbox_plugin_kit.processes import how_it_ended
from netbox_plugin_kit.progress import Progress

__all__ = ["START_LOG", "converse", "with_log"]

START_LOG = "netbox"
"""Name of the log of the process that starts NetBox, before any check has one of its own."""

_GRACE = 20.0
_FAREWELL = 2.0
"""Seconds for the process to end by itself when it has answered everything."""


def converse(process: Process, request: Request, progress: Progress, *, grace: float = _GRACE) -> list[CheckResult]:
    """Every check's answer, in the order of the request; none is missing, whatever became of the process.

    Args:
        process: The one inside NetBox; it has ended when this returns.
        request: What it was asked.
        progress: Told what it says.
        grace: Seconds on top of a check's own time-out, which the process enforces by itself; start-up has no grace.
    """
    answers: dict[str, CheckResult] = {}
    current, begun = request.checks[0], time.monotonic()
    hung = up = False
    for event in follow(process, Path(request.results)):
        if event is None:
            if not hung and time.monotonic() - begun > request.timeout + (grace if up else 0):
                hung = True
                process.kill()
        elif event["event"] == "said":
            up, begun = True, time.monotonic()
            progress(event["message"])
        elif event["event"] == "started":
            current, begun = event["check"], time.monotonic()
            progress(f"asking {current}" if up else "starting NetBox")
        else:
            answers[event["check"]] = _result(event)
            if len(answers) == len(request.checks):
                _part(process)
                break
    trouble, end = _end(process, request, hung=hung)
    unanswered = [check for check in request.checks if check not in answers]
    for check in unanswered:
        # It may have died between two checks: one of them has to stand for it, or nothing would have failed.
        if check == (current if current in unanswered else unanswered[0]):
            seconds = round(time.monotonic() - begun, 3)
            answers[check] = CheckResult(check, trouble, seconds, end)
        else:
            answers[check] = CheckResult(check, "skip", detail=end)
    return [answers[check] for check in request.checks]


def _part(process: Process) -> None:
    """Nothing more is expected of the process: see to it that it ends."""
    try:
        process.wait(_FAREWELL)
    except subprocess.TimeoutExpired:
        process.kill()


def _end(process: Process, request: Request, *, hung: bool) -> tuple[Outcome, str]:
    """What to make of a process that ended before it had answered everything."""
    code = process.wait()
    if hung:
        return "fail", f"time-out: NetBox's process said nothing for {request.timeout:g} s (--timeout)"
    if code == KIT_FAILED:
        return "error", "netbox-plugin-kit itself failed inside NetBox; its traceback is in the log"
    return "fail", f"NetBox's process {how_it_ended(code)} before it had answered"


def _result(event: dict[str, Any]) -> CheckResult:
    findings = tuple(
        Finding(
            message=found["message"],
            severity=found["severity"],
            path=found["path"],
            line=found["line"],
            fix=found["fix"],
        )
        for found in event["findings"]
    )
    check = event["check"]
    return CheckResult(check, event["outcome"], event["seconds"], event["detail"], findings)


def with_log(answer: CheckResult, directory: Path) -> CheckResult:
    """The answer with the output of its check, if there was any; what NetBox said while it started belongs to `loads`.

    Args:
        answer: The answer.
        directory: Where the process left logs; from a container they come when it is over.
    """
    names = [answer.name, START_LOG] if answer.name == "loads" else [answer.name]
    logs = [directory / f"{name}.log" for name in names]
    return replace(answer, log=next((log for log in logs if log.exists() and log.stat().st_size), None))
