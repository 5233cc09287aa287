"""What the kit and the process inside NetBox tell each other: one request in, one line of JSON per event out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["KIT_FAILED", "Answer", "Finding", "Request", "Writer", "error", "failed", "passed", "skipped"]

KIT_FAILED = 70
"""Exit status of the process inside NetBox when the kit itself is at fault (EX_SOFTWARE of sysexits.h)."""


@dataclass(frozen=True)
class Request:
    """What is to be asked, of which plugin.

    Attributes:
        package: The plugin as it stands in `PLUGINS`.
        site: The directory the plugin was installed to; paths in findings are relative to it.
        label: Django app label of the plugin, as read from its source.
        checks: Names of the checks, in order.
        results: File that events are appended to.
        logs: Directory for the output of each check.
        timeout: Seconds that one check may take.
        memory: Bytes of private memory that one process may allocate, or None for no limit.
        tests: Who runs the plugin's tests and where they are, or None when it has none.
        test_arguments: What the user wants to hand to the test runner.
        objects: `module:function` of the plugin that makes objects, or None.
        public_urls: Names of pages and REST endpoints that anybody may see.
        public_graphql_fields: Names of GraphQL fields that anybody may ask for.
        upgrade_drops: Models and fields of the plugin that an upgrade may lose.
        state: File by which one process tells the next what there was.
        expect: Whether NetBox is to `accept` the plugin or to `refuse` it for its version.
        companions: Other plugins beside it: the directory each was installed to, by package.
    """

    package: str
    site: str
    label: str
    checks: tuple[str, ...]
    results: str
    logs: str
    timeout: float
    memory: int | None = None
    tests: dict[str, str] | None = None
    test_arguments: tuple[str, ...] = ()
    objects: str | None = None
    public_urls: tuple[str, ...] = ()
    public_graphql_fields: tuple[str, ...] = ()
    upgrade_drops: tuple[str, ...] = ()
    state: str = ""
    expect: str = "accept"
    companions: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Request:
        """Read what `write` wrote."""
        stored: dict[str, Any] = json.loads(path.read_text())
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()
        }
        return cls(**values)

    def write(self, path: Path) -> None:
        """Write the request where the process inside NetBox finds it."""
        path.write_text(json.dumps(asdict(self)))


@dataclass(frozen=True)
class Finding:
    """One problem: what is wrong, where, and how to mend it.

    Attributes:
        message: What is wrong, in NetBox's words where it said something.
        path: File, relative to the site directory, or None.
        line: Line in it, or None.
        severity: `error`, `warning` or `info`; only errors fail a check.
        fix: What to do about it.
    """

    message: str
    path: str | None = None
    line: int | None = None
    severity: str = "error"
    fix: str | None = None


@dataclass(frozen=True)
class Answer:
    """What came of a check: `outcome` is pass, fail, skip or error (the kit's own trouble)."""

    outcome: str
    detail: str = ""
    findings: list[Finding] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


def passed(detail: str = "", findings: Iterable[Finding] = (), **facts: Any) -> Answer:
    """The plugin is fine."""
    return Answer("pass", detail, list(findings), facts)


def failed(detail: str, findings: Iterable[Finding] = (), **facts: Any) -> Answer:
    """The plugin is not."""
    return Answer("fail", detail, list(findings), facts)


def skipped(reason: str) -> Answer:
    """The question could not be asked, or there was nothing to ask it of."""
    return Answer("skip", reason)


def error(detail: str) -> Answer:
    """The kit is at fault."""
    return Answer("error", detail)


class Writer:
    """Appends events to the results file; a line is written in one go, so a reader never sees half of one."""

    def __init__(self, path: str) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)

    def started(self, check: str) -> None:
        """From now on this check is being asked."""
        self._write({"event": "started", "check": check})

    def said(self, message: str) -> None:
        """Progress for people."""
        self._write({"event": "said", "message": message})

    def answered(self, check: str, answer: Answer, seconds: float) -> None:
        """The check has its answer."""
        self._write({"event": "answered", "check": check, "seconds": round(seconds, 3), **asdict(answer)})

    def _write(self, event: dict[str, Any]) -> None:
        os.write(self._file, (json.dumps(event, default=str) + "\n").encode())
