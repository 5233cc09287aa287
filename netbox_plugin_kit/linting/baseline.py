"""Findings that were there when the linter came: a file that lists them, so that only new ones are told.

An entry names a rule, a file and what the line says, not its number: what moves stays known, what is edited is new.
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.linting.collecting import Collection
from netbox_plugin_kit.rules import Violation

__all__ = ["read_baseline", "without_known", "write_baseline"]

Entry = tuple[str, str, str]
"""Code, file, and the line without the spaces around it; for a file as a whole, the message."""

_SCHEMA = 1


def read_baseline(path: Path) -> Counter[Entry]:
    """The known findings, with how many there are of each.

    Raises:
        UsageError: There is no such file, or it is no baseline.
    """
    try:
        document: Any = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] != _SCHEMA:
            raise UsageError(
                f"{path} is a baseline of schema {document['schema']}; write it anew with --write-baseline"
            )
        return Counter(
            {(each["code"], each["path"], each["line"]): int(each["count"]) for each in document["findings"]}
        )
    except OSError as error:
        advice = "name another one, or make it with --write-baseline"
        raise UsageError(f"the baseline {path} cannot be read: {error.strerror or error}; {advice}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is not a baseline; make one with --write-baseline {path}") from error


def without_known(
    collection: Collection, found: Iterable[Violation], known: Counter[Entry], codes: Container[str]
) -> tuple[list[Violation], int, int]:
    """The findings that are new, how many were known, and how many entries fit nothing any more.

    Args:
        collection: The project.
        found: The findings.
        known: What the baseline lists.
        codes: The rules that were asked: entries of others are not stale for that.
    """
    left = Counter({entry: count for entry, count in known.items() if entry[0] in codes})
    new, violations = [], list(found)
    for violation in violations:
        entry = _entry(collection, violation)
        if left[entry] > 0:
            left[entry] -= 1
        else:
            new.append(violation)
    return new, len(violations) - len(new), sum(left.values())


def write_baseline(path: Path, collection: Collection, found: Iterable[Violation]) -> int:
    """Write the findings of now, in one step; how many there are.

    Raises:
        UnavailableError: The file cannot be written.
    """
    entries = Counter(_entry(collection, violation) for violation in found)
    findings = [
        {"code": code, "path": name, "line": line, "count": count}
        for (code, name, line), count in sorted(entries.items(), key=lambda item: (item[0][1], item[0]))
    ]
    beside = path.with_name(f".{path.name}.npk")
    try:
        beside.write_text(json.dumps({"schema": _SCHEMA, "findings": findings}, indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UnavailableError(f"cannot write the baseline to {path}: {error.strerror or error}") from error
    return sum(entries.values())


def _entry(collection: Collection, violation: Violation) -> Entry:
    finding = violation.finding
    name = finding.path or ""
    source = collection.text(name) if finding.line else None
    line = source.line(finding.line).strip() if source is not None else ""
    return finding.code or "", name, line or finding.message
