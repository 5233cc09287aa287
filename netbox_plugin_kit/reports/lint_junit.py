"""Findings as JUnit XML: a suite a project, a case a rule that was broken, all that it found in its failure."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.rules import rule_of

__all__ = ["findings_as_junit"]

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings_as_junit(results: tuple[LintResult, ...]) -> str:
    """The XML; a project without findings has one case that passed."""
    suites = ET.Element("testsuites", name="npk lint")
    for result in results:
        by_code: dict[str, list[str]] = {}
        for finding in (violation.finding for violation in result.violations):
            place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part is not None)
            by_code.setdefault(finding.code or "", []).append(_clean(f"{place}: {finding.severity}: {finding.message}"))
        suite = ET.SubElement(
            suites, "testsuite", name=_clean(result.plugin.name), tests=str(len(by_code) or 1),
            failures=str(len(by_code)), errors="0",
        )  # fmt: skip
        for code, lines in by_code.items() or {"npk lint": []}.items():
            case = ET.SubElement(suite, "testcase", classname="npk.lint", name=code)
            if lines:
                rule = rule_of(code)
                failure = ET.SubElement(case, "failure", message=rule.title if rule else code)
                failure.text = "\n".join(lines)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _clean(text: str) -> str:
    """Without what XML has no way to write."""
    return _FORBIDDEN.sub("?", text)
