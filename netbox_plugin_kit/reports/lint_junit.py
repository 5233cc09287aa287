"""Findings as JUnit XML: a suite a project, a case a rule, all that it found in its failure or, milder, its output."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.matrix.results import Finding
from netbox_plugin_kit.reports.escaping import clean_xml
from netbox_plugin_kit.rules import Rule

__all__ = ["findings_as_junit"]


def findings_as_junit(results: tuple[LintResult, ...]) -> str:
    """The XML; what does not make the command fail is no failure here either."""
    suites = ET.Element("testsuites", name="npk lint")
    for result in results:
        suite = ET.SubElement(suites, "testsuite", name=clean_xml(result.plugin.name))
        failures = sum(_add_case(suite, rule, result) for rule in result.rules)
        suite.attrib |= {"tests": str(len(result.rules)), "failures": str(failures), "errors": "0", "skipped": "0"}
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _add_case(suite: ET.Element, rule: Rule, result: LintResult) -> bool:
    """Add the case of a rule: whether it failed."""
    case = ET.SubElement(suite, "testcase", classname="npk.lint", name=f"{rule.code} {rule.title}", time="0")
    found = [violation.finding for violation in result.violations if violation.finding.code == rule.code]
    severe = [finding for finding in found if result.counts(finding)]
    if severe:
        failure = ET.SubElement(case, "failure", message=clean_xml(severe[0].message), type=severe[0].severity)
        failure.text = "\n".join(map(_line, severe))
    if mild := [finding for finding in found if not result.counts(finding)]:
        ET.SubElement(case, "system-out").text = "\n".join(map(_line, mild))
    return bool(severe)


def _line(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part is not None)
    fix = f" (fix: {finding.fix})" if finding.fix else ""
    return clean_xml(f"{place}: {finding.severity}: {finding.message}{fix}")
