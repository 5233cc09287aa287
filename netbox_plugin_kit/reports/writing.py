"""Reports in the form that was asked for, and all forms in a directory."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Report
from netbox_plugin_kit.reports.github import append_summary, as_github
from netbox_plugin_kit.reports.html import as_html
from netbox_plugin_kit.reports.json import as_json
from netbox_plugin_kit.reports.junit import as_junit
from netbox_plugin_kit.reports.markdown import as_compatibility, as_markdown
from netbox_plugin_kit.reports.problems import title

__all__ = ["rendered", "write_directory"]

Roots = Sequence[Path | None]

_RENDERERS: dict[str, Callable[[Sequence[Report], Roots], str]] = {
    "json": lambda reports, _: as_json(*reports),
    "junit": lambda reports, _: as_junit(*reports),
    "github": lambda reports, _: as_github(*reports),
    "markdown": lambda reports, _: as_markdown(*reports),
    "html": lambda reports, roots: as_html(*reports, roots=roots),
}


def rendered(reports: Sequence[Report], form: str, roots: Roots = ()) -> str:
    """The reports in a form other than `text`; for GitHub the summary of the job is added to where it shows it.

    Args:
        reports: A report for each plugin.
        form: `json`, `junit`, `github`, `markdown` or `html`.
        roots: Project directories of the plugins, for lines of source.
    """
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        append_summary(tuple(reports), Path(summary))
    return _RENDERERS[form](reports, roots)


def write_directory(reports: Sequence[Report], directory: Path, roots: Roots = ()) -> None:
    """Write report.json, junit.xml, report.md, report.html, a table for COMPATIBILITY.md, and the logs they name.

    Raises:
        UnavailableError: The directory cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        kept = [_with_logs(report, directory) for report in reports]
        for name, form in (("report.json", "json"), ("junit.xml", "junit"), ("report.md", "markdown")):
            (directory / name).write_text(_RENDERERS[form](kept, roots) + "\n", encoding="utf-8")
        tables = "\n".join(map(as_compatibility, reports))
        (directory / "compatibility.md").write_text(tables, encoding="utf-8")
        page = as_html(*reports, roots=roots)
        (directory / "report.html").write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        raise UnavailableError(f"cannot write the report to {directory}: {error.strerror or error}") from error


def _with_logs(report: Report, directory: Path) -> Report:
    """The report with its logs in the directory, named relative to it: it may be read on another machine."""
    cells = tuple(
        replace(cell, checks=tuple(_with_log(check, cell, report, directory) for check in cell.checks))
        for cell in report.cells
    )
    return replace(report, cells=cells)


def _with_log(check: CheckResult, cell: CellResult, report: Report, directory: Path) -> CheckResult:
    if check.log is None or not check.log.is_file():
        return replace(check, log=None)
    name = "".join(sign if sign.isalnum() or sign in ".-_" else "-" for sign in f"{report.plugin.name}-{title(cell)}")
    target = Path("logs") / name / f"{check.name}.log"
    (directory / target).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(check.log, directory / target)
    return replace(check, log=target)
