"""Findings as GitHub annotates them in a pull request: workflow commands, the worst first.

GitHub shows ten annotations of a severity for a step (its documentation, "Workflow commands").
"""

from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.reports.escaping import COMMANDS, command
from netbox_plugin_kit.rules import Violation

__all__ = ["findings_as_commands"]


def findings_as_commands(results: tuple[LintResult, ...], base: Path) -> str:
    """A command a finding; paths are relative to the directory of the checkout."""
    return "\n".join(
        _command(violation, result, base)
        for severity in COMMANDS
        for result in results
        for violation in result.violations
        if violation.finding.severity == severity
    )


def _command(violation: Violation, result: LintResult, base: Path) -> str:
    finding = violation.finding
    place = {
        "file": result.path_from(base, finding.path),
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.code}: {result.title(finding.code)}",
    }
    said = f"{finding.message}\nfix: {finding.fix}" if finding.fix else finding.message
    return command(finding.severity, said, **place)
