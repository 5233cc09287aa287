"""Findings for programs: the same schema as the report of a cell, without cells."""

from __future__ import annotations

import json
from dataclasses import asdict

from netbox_plugin_kit import __version__
from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.reports.json import SCHEMA

__all__ = ["findings_as_json"]


def findings_as_json(results: tuple[LintResult, ...]) -> str:
    """A document for one project; a line each for several."""
    return "\n".join(json.dumps(_document(result), indent=2 if len(results) == 1 else None) for result in results)


def _document(result: LintResult) -> dict[str, object]:
    findings = [asdict(each.finding) | {"netbox": list(each.netbox)} for each in result.violations]
    return {"schema": SCHEMA, "kit": __version__, "plugin": asdict(result.plugin), "cells": [], "findings": findings}
