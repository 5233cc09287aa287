"""Findings in SARIF 2.1.0, which GitHub's code scanning and many editors read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from netbox_plugin_kit import __version__
from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.rules import Rule, Violation, rule_of

__all__ = ["findings_as_sarif"]

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def findings_as_sarif(results: tuple[LintResult, ...]) -> str:
    """One log, with a run for each project."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result) for result in results]}
    return json.dumps(log, indent=2)


def _run(result: LintResult) -> dict[str, Any]:
    codes = sorted({violation.finding.code or "" for violation in result.violations})
    rules = [rule for code in codes if (rule := rule_of(code)) is not None]
    seen: Counter[str] = Counter()
    return {
        "tool": {
            "driver": {"name": "netbox-plugin-kit", "version": __version__, "rules": [_rule(rule) for rule in rules]}
        },
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The plugin's project directory"}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(violation, codes, seen) for violation in result.violations],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\nInstead of:\n\n{rule.bad}\n\nwrite:\n\n{rule.good}\n\nSource: {rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(violation: Violation, codes: list[str], seen: Counter[str]) -> dict[str, Any]:
    finding = violation.finding
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.path or "."), "uriBaseId": "SRCROOT"}}
    if finding.line:
        place["region"] = {"startLine": finding.line} | ({"startColumn": finding.column} if finding.column else {})
    said = f"{finding.message}. {finding.fix[:1].upper()}{finding.fix[1:]}." if finding.fix else f"{finding.message}."
    # The same through edits above it: what is found and where, but not in which line.
    content = "\0".join([finding.code or "", finding.path or "", finding.message])
    seen[content] += 1
    print_ = hashlib.sha256(f"{content}\0{seen[content]}".encode()).hexdigest()[:32]
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code or ""),
        "level": _LEVELS[finding.severity],
        "message": {"text": said},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"finding/v1": print_},
        "properties": {"netbox": list(violation.netbox)},
    }
