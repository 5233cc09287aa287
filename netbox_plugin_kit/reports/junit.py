"""JUnit XML, which GitLab, Jenkins and many others read: a suite a cell, a case a check."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, Report
from netbox_plugin_kit.reports.escaping import clean_xml, plain
from netbox_plugin_kit.reports.problems import title

__all__ = ["as_junit"]


def as_junit(*reports: Report) -> str:
    """The XML; what may fail is skipped when it does, so that it fails nobody's pipeline."""
    suites = ET.Element("testsuites", name="npk matrix")
    for report in reports:
        for cell in report.cells:
            _add_suite(suites, report, cell)
        if report.conclusions:
            _add_conclusions(suites, report)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _add_suite(suites: ET.Element, report: Report, cell: CellResult) -> None:
    name = clean_xml(f"{report.plugin.name} on NetBox {title(cell)}")
    suite = ET.SubElement(suites, "testsuite", name=name)
    kinds: Counter[str] = Counter(_add_case(suite, name, cell, check) for check in cell.checks)
    suite.attrib |= {
        "tests": str(len(cell.checks)),
        "failures": str(kinds["failure"]),
        "errors": str(kinds["error"]),
        "skipped": str(kinds["skipped"]),
        "time": f"{cell.seconds:.3f}",
    }


def _add_case(suite: ET.Element, name: str, cell: CellResult, check: CheckResult) -> str:
    """Add the case of a check; what kind of element says how it ended."""
    case = ET.SubElement(suite, "testcase", classname=name, name=check.name, time=f"{check.seconds:.3f}")
    kind = {"pass": "", "fail": "failure", "error": "error", "skip": "skipped"}[check.outcome]
    detail = clean_xml(plain(check.detail))
    if kind in {"failure", "error"} and cell.may_fail:
        kind, detail = "skipped", f"may fail, and did: {detail}"
    text = "\n".join(map(_line, check.findings))
    if kind:
        element = ET.SubElement(case, kind, message=detail)
        element.text = text or None
    elif text:
        ET.SubElement(case, "system-out").text = text
    return kind


def _add_conclusions(suites: ET.Element, report: Report) -> None:
    name = clean_xml(f"{report.plugin.name}: the whole range")
    suite = ET.SubElement(suites, "testsuite", name=name, tests="1", failures="0", errors="0", skipped="0", time="0")
    case = ET.SubElement(suite, "testcase", classname=name, name="range", time="0")
    ET.SubElement(case, "system-out").text = "\n".join(map(_line, report.conclusions))


def _line(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.path, finding.line) if part is not None)
    code = f"{finding.code} " if finding.code else ""
    fix = f" (fix: {finding.fix})" if finding.fix else ""
    return clean_xml(plain(f"{f'{place}: ' if place else ''}{finding.severity}: {code}{finding.message}{fix}"))
