"""A report for programs: schema version 1, described in `report.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from netbox_plugin_kit import __version__
from netbox_plugin_kit.matrix.records import cell_record, finding_record
from netbox_plugin_kit.matrix.results import Report

__all__ = ["SCHEMA", "as_json", "schema"]

SCHEMA = 1


def schema() -> dict[str, Any]:
    """The JSON schema of a report."""
    stored: dict[str, Any] = json.loads((Path(__file__).parent / "report.schema.json").read_text())
    return stored


def as_json(*reports: Report) -> str:
    """A document for one plugin; a line each for several."""
    return "\n".join(json.dumps(_document(report), indent=_indent(reports)) for report in reports)


def _indent(reports: Sequence[Report]) -> int | None:
    return 2 if len(reports) == 1 else None


def _document(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "kit": __version__,
        "plugin": asdict(report.plugin),
        "cells": [cell_record(cell) for cell in report.cells],
        "findings": [finding_record(finding, releases) for finding, releases in report.findings()],
    }
