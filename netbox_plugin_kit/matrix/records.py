"""Results as JSON has them, and back: for reports, for another process, for the run after this one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, PluginSummary

__all__ = ["cell_record", "finding_record", "read_cell", "read_finding", "read_plugin"]


def cell_record(cell: CellResult) -> dict[str, Any]:
    """A cell as `report.schema.json` describes it."""
    return {
        "name": cell.name or cell.netbox,
        "netbox": cell.netbox,
        "python": cell.python,
        "postgresql": cell.postgresql,
        "backend": cell.backend,
        "role": cell.role,
        "expect": cell.expect,
        "forced": cell.forced,
        "verdict": cell.verdict,
        "seconds": cell.seconds,
        "checks": [_check_record(check, cell) for check in cell.checks],
    }


def _check_record(check: CheckResult, cell: CellResult) -> dict[str, Any]:
    return {
        "name": check.name,
        "outcome": check.outcome,
        "seconds": check.seconds,
        "detail": check.detail,
        "findings": [finding_record(finding, [cell.netbox]) for finding in check.findings],
        "log": str(check.log) if check.log else None,
    }


def finding_record(finding: Finding, releases: list[str]) -> dict[str, Any]:
    """A finding, with the releases it was seen on."""
    return asdict(finding) | {"netbox": releases}


def read_cell(record: dict[str, Any]) -> CellResult:
    """The cell of a record.

    Raises:
        KeyError: The record is no such record; TypeError, ValueError too.
    """
    return CellResult(
        netbox=record["netbox"],
        python=record["python"],
        backend=record["backend"],
        seconds=record["seconds"],
        checks=tuple(_read_check(check) for check in record["checks"]),
        expect=record["expect"],
        forced=record["forced"],
        name=record["name"],
        role=record["role"],
        postgresql=record["postgresql"],
    )


def _read_check(record: dict[str, Any]) -> CheckResult:
    return CheckResult(
        name=record["name"],
        outcome=record["outcome"],
        seconds=record["seconds"],
        detail=record["detail"],
        findings=tuple(map(read_finding, record["findings"])),
        log=Path(record["log"]) if record["log"] else None,
    )


def read_finding(record: dict[str, Any]) -> Finding:
    """The finding of a record; on which releases it was seen is not part of it."""
    return Finding(**{name: value for name, value in record.items() if name != "netbox"})


def read_plugin(record: dict[str, Any]) -> PluginSummary:
    """The plugin of a record."""
    return PluginSummary(**record)
