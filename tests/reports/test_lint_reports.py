"""What people and programs read about findings: golden files, and what each format's own rules say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import junitparser
import pytest
from rich.console import Console
from sarif_kit import validation_errors

from netbox_plugin_kit import __version__
from netbox_plugin_kit.cli.terminal import captured
from netbox_plugin_kit.linting.run import LintResult
from netbox_plugin_kit.reports.json import schema
from netbox_plugin_kit.reports.lint_github import findings_as_commands
from netbox_plugin_kit.reports.lint_json import findings_as_json
from netbox_plugin_kit.reports.lint_junit import findings_as_junit
from netbox_plugin_kit.reports.lint_sarif import findings_as_sarif
from netbox_plugin_kit.reports.lint_text import print_findings, print_statistics, print_summary
from tests.reports.lint_examples import BASE, everything, nothing

BOTH = (everything(), nothing())
GOLDEN = Path(__file__).parent


def printed(function: Callable[[Console], None]) -> str:
    with captured(plain=True) as (console, text):
        function(console)
    return text()


def as_text(*results: LintResult) -> str:
    return printed(lambda console: print_findings(results, console, BASE))


FORMS: dict[str, Callable[[], str]] = {
    "lint.txt": lambda: as_text(*BOTH),
    "lint_summary.txt": lambda: printed(lambda console: print_summary(BOTH, console)),
    "lint.json": lambda: findings_as_json(BOTH[:1]) + "\n",
    "lint.sarif": lambda: findings_as_sarif(BOTH, BASE) + "\n",
    "lint_github.txt": lambda: findings_as_commands(BOTH, BASE) + "\n",
    "lint_junit.xml": lambda: findings_as_junit(BOTH) + "\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_everything_there_is_to_say(name: str) -> None:
    assert FORMS[name]() == (GOLDEN / name).read_text(encoding="utf-8").replace("KIT-VERSION", __version__)


def test_the_mark_stands_under_the_finding_whatever_is_before_it() -> None:
    # A tab, and characters that take two columns each.
    lines = as_text(everything()).splitlines()
    (number,) = [number for number, line in enumerate(lines) if "add_to_class" in line]
    wide = sum(char in "日本" for char in lines[number])
    assert lines[number + 1].index("^") == lines[number].index("Device") + wide


def test_a_long_line_is_shown_around_the_mark() -> None:
    result = everything()
    source = result.sources["netbox_example/models.py"]
    long = type(source)(source.path, source.name, "x = [" + "1, " * 400 + "here, 2]")
    place = long.place_of(long.text.index("here"))
    found = (result.rules[0].finding(place, "something"),)
    shown = as_text(type(result)(result.plugin, result.root, result.rules, found, {long.name: long}, 1)).splitlines()
    assert max(map(len, shown)) < 200
    assert shown[2].index("^") == shown[1].index("here")


def test_nothing_that_a_terminal_would_obey() -> None:
    assert "\x1b" not in as_text(*BOTH)


def test_nothing_found_is_said() -> None:
    assert as_text(nothing()) == "nothing found in 1 Python file\n"


def test_statistics_count_by_rule_the_most_frequent_first() -> None:
    lines = printed(lambda console: print_statistics(BOTH, console)).splitlines()
    assert lines[0] == "     3  NBP108  Core objects cannot be deleted"
    assert len(lines) == 4


def test_json_fits_the_schema_of_reports() -> None:
    document = json.loads(findings_as_json(BOTH[:1]))
    jsonschema.validate(document, schema())
    assert document["cells"] == []
    assert document["findings"][1]["netbox"] == ["4.6", "4.7"]


def test_json_of_several_projects_is_a_line_each() -> None:
    lines = findings_as_json(BOTH).splitlines()
    assert [json.loads(line)["plugin"]["name"] for line in lines] == ["netbox-example", "netbox-other"]
    for line in lines:
        jsonschema.validate(json.loads(line), schema())


@pytest.mark.parametrize("results", [BOTH, BOTH[:1], BOTH[1:], ()], ids=["two", "findings", "none", "no project"])
def test_sarif_is_accepted_by_its_schema(results: tuple[LintResult, ...]) -> None:
    assert validation_errors(json.loads(findings_as_sarif(results, BASE))) == []


def test_sarif_names_files_relative_to_where_it_was_started() -> None:
    (run,) = json.loads(findings_as_sarif(BOTH, BASE))["runs"]
    addresses = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in run["results"]]
    assert addresses[0] == {"uri": "netbox-example/netbox_example/__init__.py", "uriBaseId": "%SRCROOT%"}
    assert addresses[4]["uri"] == "netbox-example/netbox_example/static/a%20b%2Cc%3A%1B%5B31m.css"
    elsewhere = json.loads(findings_as_sarif(BOTH, Path("/home/somebody")))["runs"][0]["results"][0]
    assert elsewhere["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "netbox_example/__init__.py"


def test_sarif_offers_safe_repairs_only() -> None:
    (run,) = json.loads(findings_as_sarif(BOTH, BASE))["runs"]
    (fixed,) = [each for each in run["results"] if "fixes" in each]
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert fixed["ruleId"] == "NBP602"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 19, "endLine": 2, "endColumn": 24},
            "insertedContent": {"text": '"4.5"'},
        }
    ]


def test_sarif_fingerprints_differ_and_outlive_lines_above() -> None:
    result = everything()
    prints = [each["partialFingerprints"]["content/v1"] for each in _results(result)]
    assert len(set(prints)) == len(prints)
    source = result.sources["netbox_example/models.py"]
    moved = type(source)(source.path, source.name, "\r\n\r\n" + source.text)
    place = moved.place_of(moved.text.index("Device.add"))
    again = (result.rules[0].finding(place, "whatever it says"),)
    later = type(result)(result.plugin, result.root, result.rules, again, {moved.name: moved}, 1)
    assert [each["partialFingerprints"]["content/v1"] for each in _results(later)] == prints[1:2]


def _results(result: LintResult) -> list[dict[str, dict[str, str]]]:
    found: list[dict[str, dict[str, str]]] = json.loads(findings_as_sarif((result,), BASE))["runs"][0]["results"]
    return found


def test_github_hears_errors_first() -> None:
    commands = [line.split(" ")[0] for line in findings_as_commands(BOTH, BASE).splitlines()]
    assert commands == ["::error", "::error", "::warning", "::notice", "::notice", "::notice"]


def test_junit_fails_what_fails_the_command() -> None:
    suites = junitparser.JUnitXml.fromstring(findings_as_junit(BOTH).encode())
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("netbox-example", 4, 2),
        ("netbox-other", 1, 0),
    ]
    milder = ET.fromstring(findings_as_junit(BOTH[:1])).findall(".//testcase/system-out")  # noqa: S314 - it is ours
    assert len(milder) == 2
