"""What people read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from netbox_plugin_kit.matrix.results import CellResult, CheckResult, PluginSummary, Report
from netbox_plugin_kit.reports.text import print_report
from tests.reports.examples import everything


def printed(report: Report, *, terminal: bool = False) -> str:
    file = io.StringIO()
    print_report(report, Console(file=file, force_terminal=terminal, width=40, highlight=False, soft_wrap=True))
    return file.getvalue()


def one(check: CheckResult) -> Report:
    return Report(PluginSummary("netbox-example"), (CellResult("4.7.3", "3.12", "embedded", 1.0, (check,)),))


def test_everything_there_is_to_say(tmp_path: Path) -> None:
    said = printed(everything(tmp_path / "tests.log")).replace(str(tmp_path), "LOGS")
    assert said == Path(__file__).with_name("everything.txt").read_text()


def test_a_pipe_gets_no_escape_codes(tmp_path: Path) -> None:
    assert "\x1b" not in printed(everything(tmp_path / "tests.log"))


def test_a_terminal_gets_the_colours_of_what_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[31mFAIL\x1b[0m: test_list" in printed(everything(tmp_path / "tests.log"), terminal=True)


def test_square_brackets_are_no_markup() -> None:
    assert "[red]netbox[/nothing]" in printed(one(CheckResult("loads", "fail", 1.0, "[red]netbox[/nothing]")))


def test_only_the_end_of_a_long_output_is_shown(tmp_path: Path) -> None:
    log = tmp_path / "tests.log"
    log.write_text("".join(f"line {number}\n" for number in range(1, 1001)))
    said = printed(one(CheckResult("tests", "fail", 1.0, "1 of 3 tests fails", log=log)))
    assert f"output of tests (last 200 of 1000 lines, kept in {log}):" in said
    assert "| line 800\n" not in said
    assert "| line 801\n" in said


def test_output_that_is_no_text_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    log = tmp_path / "tests.log"
    log.write_bytes(b"caf\xe9\n")
    assert "| caf\ufffd\n" in printed(one(CheckResult("tests", "fail", 1.0, "no", log=log)))


def test_the_output_of_what_passed_is_not_shown(tmp_path: Path) -> None:
    log = tmp_path / "tests.log"
    log.write_text("3 tests\n")
    assert "3 tests" not in printed(one(CheckResult("tests", "pass", 1.0, "fine", log=log)))
