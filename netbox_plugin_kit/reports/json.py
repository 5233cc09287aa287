"""A report for programs: schema version 1, described in `report.schema.json`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from netbox_plugin_kit import __version__
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, Report

__all__ = ["SCHEMA", "as_json", "schema"]

SCHEMA = 1


def schema() -> dict[str, Any]:
    """The JSON schema of a report."""
    stored: dict[str, Any] = json.loads((Path(__file__).parent / "report.schema.json").read_text())
    return stored


def as_json(report: Report) -> str:
    """The report as JSON."""
    document = {
        "schema": SCHEMA,
        "kit": __version__,
        "plugin": asdict(report.plugin),
        "cells": [_cell(cell) for cell in report.cells],
        "findings": [_finding(finding) | {"netbox": releases} for finding, releases in report.findings()],
    }
    return json.dumps(document, indent=2)


def _cell(cell: CellResult) -> dict[str, Any]:
    return {
        "netbox": cell.netbox,
        "python": cell.python,
        "backend": cell.backend,
        "expect": cell.expect,
        "forced": cell.forced,
        "verdict": cell.verdict,
        "seconds": cell.seconds,
        "checks": [_check(check, cell) for check in cell.checks],
    }


def _check(check: CheckResult, cell: CellResult) -> dict[str, Any]:
    return {
        "name": check.name,
        "outcome": check.outcome,
        "seconds": check.seconds,
        "detail": check.detail,
        "findings": [_finding(finding) | {"netbox": [cell.netbox]} for finding in check.findings],
        "log": str(check.log) if check.log else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return asdict(finding)
