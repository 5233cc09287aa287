"""`npk report` on reports that were written before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from junitparser import JUnitXml

from netbox_plugin_kit.cli import cli
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.results import Report
from netbox_plugin_kit.reports.json import as_json
from netbox_plugin_kit.reports.writing import write_directory
from tests.reports.examples import matrix


def npk(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)), standalone_mode=False)


def file(path: Path, *reports: Report) -> Path:
    path.write_text(as_json(*reports))
    return path


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return matrix(tmp_path / "pages.log")


def _only(report: Report, names: Sequence[str]) -> Report:
    return replace(report, cells=tuple(cell for cell in report.cells if cell.name in names), conclusions=())


def test_a_report_in_another_form(tmp_path: Path, report: Report) -> None:
    stored = file(tmp_path / "report.json", report)

    shown = npk("report", "show", stored, "--format", "junit")

    assert shown.return_value == 3
    assert len(JUnitXml.fromstring(shown.output)) == 8
    assert "netbox-example 1.2 on NetBox" in npk("report", "show", stored).output


def test_a_page_goes_to_a_file(tmp_path: Path, report: Report) -> None:
    npk("report", "show", file(tmp_path / "r.json", report), "--format", "html", "--output", tmp_path / "r.html")

    assert (tmp_path / "r.html").read_text().startswith("<!doctype html>")


def test_shards_are_joined_with_their_logs(tmp_path: Path, report: Report) -> None:
    for number, names in enumerate((["4.5.0", "4.6.8"], ["4.4.10-refusal", "4.5.10"])):
        write_directory([_only(report, names)], tmp_path / f"shard{number}")
    shards = [tmp_path / f"shard{number}" / "report.json" for number in (1, 0)]

    joined = npk("report", "merge", *shards, "--report", tmp_path / "whole", "--format", "json")

    document = json.loads(joined.output)
    assert [cell["name"] for cell in document["cells"]] == ["4.4.10-refusal", "4.5.0", "4.5.10", "4.6.8"]
    assert joined.return_value == 1
    assert "line 300" in (tmp_path / "whole" / "logs" / "netbox-example-4.6.8" / "pages.log").read_text()


def test_what_is_new_fails(tmp_path: Path, report: Report) -> None:
    before = file(tmp_path / "before.json", _only(report, ["4.4.10-refusal"]))
    after = file(tmp_path / "after.json", _only(report, ["4.4.10-refusal", "4.5.0"]))

    worse, better = npk("report", "diff", before, after), npk("report", "diff", after, before)

    assert worse.return_value == 1
    assert "+ error: netbox_example/graphql.py:9: type Thing has no get_queryset" in worse.output
    assert better.return_value == 0
    assert json.loads(npk("report", "diff", before, after, "--format", "json").output)[0]["new"]


def test_what_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")

    done = npk("report", "show", tmp_path / "other.json")

    assert isinstance(done.exception, UsageError)
    assert "other.json: it is no report of this kit" in str(done.exception)
