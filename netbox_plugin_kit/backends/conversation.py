"""Listening to the process inside NetBox: its answers, and what it means when it falls silent."""

from __future__ import annotations

import contextlib
import subprocess
import time
from pathlib import Path
from typing import Any

import psutil

from netbox_plugin_kit.environment.inside import follow
from netbox_plugin_kit.inside.protocol import KIT_FAILED, Request
from netbox_plugin_kit.matrix.results import CheckResult, Finding, Outcome
from netbox_plugin_kit.progress import Progress

__all__ = ["START_LOG", "converse"]

START_LOG = "netbox"
"""Name of the log of the process that starts NetBox, before any check has one of its own."""

_GRACE = 20.0
_FAREWELL = 2.0
"""Seconds for the process to end by itself when it has answered everything."""


def converse(
    process: subprocess.Popen[Any], request: Request, progress: Progress, *, grace: float = _GRACE
) -> list[CheckResult]:
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
                _kill(process)
        elif event["event"] == "said":
            up, begun = True, time.monotonic()
            progress(event["message"])
        elif event["event"] == "started":
            current, begun = event["check"], time.monotonic()
            progress(f"asking {current}" if up else "starting NetBox")
        else:
            answers[event["check"]] = _result(event, request)
            if len(answers) == len(request.checks):
                _part(process)
                break
    trouble, end = _end(process, request, hung=hung)
    unanswered = [check for check in request.checks if check not in answers]
    for check in unanswered:
        # It may have died between two checks: one of them has to stand for it, or nothing would have failed.
        if check == (current if current in unanswered else unanswered[0]):
            seconds = round(time.monotonic() - begun, 3)
            answers[check] = CheckResult(check, trouble, seconds, end, log=_log(check, request))
        else:
            answers[check] = CheckResult(check, "skip", detail=end)
    return [answers[check] for check in request.checks]


def _kill(process: subprocess.Popen[Any]) -> None:
    with contextlib.suppress(psutil.Error):
        leader = psutil.Process(process.pid)
        for victim in [*leader.children(recursive=True), leader]:
            with contextlib.suppress(psutil.Error):
                victim.kill()


def _part(process: subprocess.Popen[Any]) -> None:
    """Nothing more is expected of the process: see to it that it ends."""
    try:
        process.wait(_FAREWELL)
    except subprocess.TimeoutExpired:
        _kill(process)


def _end(process: subprocess.Popen[Any], request: Request, *, hung: bool) -> tuple[Outcome, str]:
    """What to make of a process that ended before it had answered everything."""
    code = process.wait()
    if hung:
        return "fail", f"time-out: NetBox's process said nothing for {request.timeout:g} s (--timeout)"
    if code == KIT_FAILED:
        return "error", "netbox-plugin-kit itself failed inside NetBox; its traceback is in the log"
    how = f"was ended by signal {-code}" if code < 0 else f"ended with status {code}"
    return "fail", f"NetBox's process {how} before it had answered"


def _result(event: dict[str, Any], request: Request) -> CheckResult:
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
    return CheckResult(check, event["outcome"], event["seconds"], event["detail"], findings, _log(check, request))


def _log(check: str, request: Request) -> Path | None:
    """The output of a check, if there was any; what NetBox said while it started belongs to `loads`."""
    names = [check, START_LOG] if check == "loads" else [check]
    logs = [Path(request.logs) / f"{name}.log" for name in names]
    return next((log for log in logs if log.exists() and log.stat().st_size), None)
