"""Findings in SARIF 2.1.0, which GitHub's code scanning and many editors read.

One run for all projects: GitHub refuses a file with several runs of one tool.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from netbox_plugin_kit import __version__
from netbox_plugin_kit.linting.repairs import Edit
from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.linting.sources import Source
from netbox_plugin_kit.rules import Rule, Violation

__all__ = ["findings_as_sarif"]

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"


def findings_as_sarif(results: tuple[LintResult, ...], base: Path) -> str:
    """One log; addresses are relative to `base`, or to their project where that lies elsewhere."""
    rules = {rule.code: rule for result in results for rule in result.rules}
    places = {code: number for number, code in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {
            "driver": {
                "name": "netbox-plugin-kit",
                "version": __version__,
                "rules": [_rule(rule) for rule in rules.values()],
            }
        },
        "originalUriBaseIds": {_BASE: {"description": {"text": "The directory in which npk lint was started"}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, result, places, seen, base) for result in results for each in result.violations],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    parts = [rule.why, f"Instead of:\n\n{rule.bad}", f"write:\n\n{rule.good}", rule.limits, f"Source: {rule.source}"]
    blocks = [
        rule.why, f"Instead of\n\n```\n{rule.bad}\n```", f"write\n\n```\n{rule.good}\n```", rule.limits,
        f"Source: {rule.source}",
    ]  # fmt: skip
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": _joined(parts), "markdown": _joined(blocks)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def _result(
    violation: Violation, result: LintResult, places: dict[str, int], seen: Counter[str], base: Path
) -> dict[str, Any]:
    finding = violation.finding
    code, source = finding.code or "", result.sources.get(finding.path or "")
    line = source.line(finding.line) if source else ""
    place: dict[str, Any] = {"artifactLocation": _address(result.path_from(base, finding.path))}
    if finding.line:
        column = {"startColumn": finding.column} if finding.column else {}
        place["region"] = {"startLine": finding.line, **column} | ({"snippet": {"text": line}} if line else {})
    # The same through edits above it: what is found and where, but not in which line.
    content = "\0".join([code, finding.path or "", line.strip() or finding.message])
    seen[content] += 1
    fingerprint = hashlib.sha256(f"{content}\0{seen[content]}".encode(errors="surrogatepass")).hexdigest()[:32]
    fixes = _fixes(violation, result, base)
    return {
        "ruleId": code,
        **({"ruleIndex": places[code]} if code in places else {}),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}. Fix: {finding.fix}." if finding.fix else f"{finding.message}."},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"content/v1": fingerprint},
        **({"fixes": fixes} if fixes else {}),
        "properties": {"netbox": list(violation.netbox)},
    }


def _address(path: str) -> dict[str, Any]:
    return {"uri": quote(os.fsencode(path)), "uriBaseId": _BASE}


def _fixes(violation: Violation, result: LintResult, base: Path) -> list[dict[str, Any]]:
    """What `--fix` would do; offered only where it is safe, as those who read this do not ask further."""
    repair = violation.repair
    if repair is None or not repair.safe:
        return []
    by_file: dict[str, list[dict[str, Any]]] = {}
    for edit in repair.edits:
        region = _region(edit, result.sources.get(edit.name))
        by_file.setdefault(edit.name, []).append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    changes = [
        {"artifactLocation": _address(result.path_from(base, name)), "replacements": replacements}
        for name, replacements in by_file.items()
    ]
    return [{"description": {"text": violation.finding.fix or violation.finding.message}, "artifactChanges": changes}]


def _region(edit: Edit, source: Source | None) -> dict[str, Any]:
    if source is None:  # a file that is made
        return {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    begin, end = source.place_of(edit.start), source.place_of(edit.end)
    return {"startLine": begin.line, "startColumn": begin.column, "endLine": end.line, "endColumn": end.column}
