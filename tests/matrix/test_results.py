"""What follows from what was found out."""

from __future__ import annotations

import pytest

from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, Outcome, PluginSummary, Report


def cell(*outcomes: Outcome, netbox: str = "4.7.3", findings: tuple[Finding, ...] = ()) -> CellResult:
    checks = tuple(CheckResult(f"check-{number}", outcome, 1.0) for number, outcome in enumerate(outcomes))
    return CellResult(netbox, "3.12", "embedded", 1.0, (*checks, CheckResult("found", "pass", findings=findings)))


def report(*cells: CellResult) -> Report:
    return Report(PluginSummary("netbox-example"), cells)


@pytest.mark.parametrize(
    ("outcomes", "verdict"),
    [
        ((), "pass"),
        (("pass", "skip"), "pass"),
        (("pass", "fail", "skip"), "fail"),
        (("pass", "error"), "error"),
        (("fail", "error", "pass"), "error"),
    ],
)
def test_verdict(outcomes: tuple[Outcome, ...], verdict: str) -> None:
    assert cell(*outcomes).verdict == verdict


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ((), 0),
        ((cell("pass"), cell("skip")), 0),
        ((cell("pass"), cell("fail")), 1),
        ((cell("fail"), cell("error")), 3),
    ],
)
def test_exit_status(cells: tuple[CellResult, ...], status: int) -> None:
    assert report(*cells).exit_code == status


def test_a_warning_alone_is_no_failure() -> None:
    assert report(cell("pass", findings=(Finding("strange", severity="warning"),))).exit_code == 0


def test_a_finding_is_reported_once_with_every_release_it_was_seen_on() -> None:
    everywhere, once = Finding("everywhere", path="a.py", line=3), Finding("once")
    found = report(
        cell(findings=(everywhere, once)), cell(netbox="4.6.5", findings=(everywhere,)), cell(findings=(everywhere,))
    ).findings()
    assert list(found) == [(everywhere, ["4.7.3", "4.6.5"]), (once, ["4.7.3"])]


def test_the_same_words_elsewhere_are_another_finding() -> None:
    found = (Finding("unused", path="a.py", line=3), Finding("unused", path="a.py", line=4))
    assert len(list(report(cell(findings=found)).findings())) == 2
