"""What programs read."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from netbox_plugin_kit import __version__
from netbox_plugin_kit.matrix.cells import CHECKS
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, PluginSummary, Report
from netbox_plugin_kit.reports.json import SCHEMA, as_json, schema
from tests.reports.examples import everything


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_everything_there_is_to_say(tmp_path: Path) -> None:
    said = as_json(everything(tmp_path / "tests.log")).replace(str(tmp_path), "LOGS")
    golden = Path(__file__).with_name("everything.json").read_text()
    assert json.loads(said) == json.loads(golden.replace("KIT", __version__))


def test_a_report_fits_the_schema(tmp_path: Path) -> None:
    jsonschema.validate(json.loads(as_json(everything(tmp_path / "tests.log"))), schema())


def test_a_report_about_next_to_nothing_fits_the_schema() -> None:
    document = json.loads(as_json(Report(PluginSummary("netbox-example"), ())))
    jsonschema.validate(document, schema())
    assert (document["schema"], document["cells"]) == (SCHEMA, [])


@pytest.mark.parametrize("name", CHECKS)
def test_every_check_is_in_the_schema(name: str) -> None:
    cell = CellResult("4.7.3", "3.12", "embedded", 1.0, (CheckResult(name, "pass"),))
    jsonschema.validate(json.loads(as_json(Report(PluginSummary("netbox-example"), (cell,)))), schema())


def test_what_no_encoding_can_say_is_still_json() -> None:
    found = Finding("no \udcff text", path="caf\udce9.py")
    cell = CellResult("4.7.3", "3.12", "embedded", 1.0, (CheckResult("loads", "fail", findings=(found,)),))
    assert as_json(Report(PluginSummary("netbox-example"), (cell,))).isascii()
