"""Findings as GitHub annotates them in a pull request: workflow commands, the worst first.

GitHub shows ten annotations of a severity for a step (its documentation, "Workflow commands").
"""

from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.linting.run import LintResult

__all__ = ["findings_as_commands"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def findings_as_commands(results: tuple[LintResult, ...], base: Path) -> str:
    """A command a finding; paths are relative to the directory of the checkout."""
    lines = []
    for severity, command in _COMMANDS.items():
        for result in results:
            for finding in (violation.finding for violation in result.violations):
                if finding.severity == severity:
                    path = result.root / (finding.path or "")
                    shown = path.relative_to(base) if path.is_relative_to(base) else path
                    place = {"file": shown.as_posix(), "line": finding.line, "col": finding.column}
                    words = ",".join(f"{key}={_value(str(item))}" for key, item in place.items() if item is not None)
                    said = f"{finding.message}\n{finding.fix}" if finding.fix else finding.message
                    lines.append(f"::{command} {words},title={finding.code}::{_data(said)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
