"""A report with one of everything in it."""

from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, PluginSummary, Report

__all__ = ["everything"]

PLUGIN = PluginSummary("netbox-example", "netbox_example", "1.2", "4.5.0", None)

MISSING = Finding(
    "not in the wheel",
    path="netbox_example/templates/thing.html",
    severity="warning",
    fix="include it in the package data of the build",
)
OUTSIDE = Finding(
    "'title' is not a field of Thing\nchoices are: id, name",
    code="NBP701",
    path="netbox_example/tables.py",
    line=14,
    column=5,
    evidence="static",
)


def everything(log: Path) -> Report:
    """A cell that passes, one that fails, one in which the kit fails, and one that was forced."""
    log.write_text("Found 3 test(s).\n\x1b[31mFAIL\x1b[0m: test_list [things]\n  assert 1 == 2\n")
    good = (
        CheckResult("install", "pass", 1.234, "netbox-example 1.2; 1 file is not in the wheel", (MISSING,)),
        CheckResult("loads", "pass", 9.1, "netbox_example is loaded"),
        CheckResult("tests", "skip", 0.0, "the project has no tests"),
    )
    bad = (
        CheckResult("install", "pass", 1.0, "netbox-example 1.2", (MISSING,)),
        CheckResult("api", "fail", 2.0, "2 errors", (OUTSIDE, Finding("a warning without a place", severity="info"))),
        CheckResult("tests", "fail", 61.04, "1 of 3 tests fails", log=log),
        CheckResult("migrations", "skip", 0.5, "not asked"),
    )
    ours = (CheckResult("loads", "error", 3.0, "the kit's own trouble", log=log.with_name("gone.log")),)
    return Report(
        PLUGIN,
        (
            CellResult("4.7.3", "3.12", "embedded", 14.25, good),
            CellResult("4.6.5", "3.12", "embedded", 65.0, bad),
            CellResult("4.5.10", "3.11", "embedded", 3.0, ours),
            CellResult("4.2.9", "3.10", "embedded", 12.0, good[1:2], forced=True),
        ),
    )
