"""A report with one of everything in it."""

from __future__ import annotations

from pathlib import Path

from netbox_plugin_kit.matrix.results import (
    CellResult,
    CheckResult,
    Expect,
    Finding,
    PluginSummary,
    Report,
    Role,
)

__all__ = ["everything", "matrix"]

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


HOSTILE = Finding(
    "</div><script>alert(1)</script> | `x` @everybody\n\x1b[31msecond\x1b[0m \x00 line %0A::error::",
    path="netbox_example/views.py",
    line=3,
    fix="escape <it> & mind the | bar",
)
EVERYWHERE = Finding("type Thing has no get_queryset", code="NBP801", path="netbox_example/graphql.py", line=9)


def matrix(log: Path) -> Report:
    """A run of the matrix with every role and outcome in it."""
    log.write_text("".join(f"line {number} <b>\n" for number in range(1, 301)))

    def cell(netbox: str, *checks: CheckResult, role: Role = "declared", seconds: float = 10.0) -> CellResult:
        suffix = f"-{role}" if role in {"refusal", "probe"} else ""
        expect: Expect = "refuse" if role == "refusal" else "accept"
        forced = role in {"probe", "lane"}
        name = "git:feature" if role == "lane" else f"{netbox}{suffix}"
        return CellResult(netbox, "3.12", "embedded", seconds, checks, expect, forced, name, role, 15)

    install, loads = CheckResult("install", "pass", 0.1), CheckResult("loads", "pass", 9.0, "24 modules import")
    leak = CheckResult("permissions", "fail", 2.0, "94 requests", (EVERYWHERE,))
    return Report(
        PLUGIN,
        (
            cell("4.4.10", install, CheckResult("loads", "pass", 1.0, "refused as declared: ..."), role="refusal"),
            cell("4.4.10", install, CheckResult("loads", "fail", 1.0, "no", (HOSTILE,)), role="probe"),
            cell("4.5.0", install, loads, leak, seconds=20.5),
            cell("4.5.10", install, loads, leak),
            cell("4.6.8", install, loads, CheckResult("pages", "fail", 3.0, "2 pages", (HOSTILE, MISSING), log)),
            cell("4.7.3", CheckResult("install", "error", detail="no PostgreSQL 17"), CheckResult("loads", "skip")),
            cell("4.8.0b1", install, CheckResult("loads", "fail", 1.0, "not yet"), role="lane"),
        ),
        (Finding("the cells prove NetBox 4.4.10 to 4.6.8", "NBP607", "info", fix="npk matrix --write"),),
    )
