"""A run of the matrix in every form that somebody reads."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from rich.console import Console

from netbox_plugin_kit import __version__
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.cells import CHECKS
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, PluginSummary, Report
from netbox_plugin_kit.reports.differences import as_json as differences_as_json
from netbox_plugin_kit.reports.differences import as_markdown as differences_as_markdown
from netbox_plugin_kit.reports.differences import as_text as differences_as_text
from netbox_plugin_kit.reports.github import as_github
from netbox_plugin_kit.reports.grid import print_grid
from netbox_plugin_kit.reports.html import as_html
from netbox_plugin_kit.reports.json import as_json
from netbox_plugin_kit.reports.junit import as_junit
from netbox_plugin_kit.reports.markdown import as_compatibility, as_markdown
from netbox_plugin_kit.reports.merging import compare, merge
from netbox_plugin_kit.reports.problems import release_words
from netbox_plugin_kit.reports.reading import parse_reports
from netbox_plugin_kit.reports.writing import rendered, write_directory
from tests.reports.examples import matrix

GOLDEN = Path(__file__).parent


def grid(*reports: Report) -> str:
    file = io.StringIO()
    print_grid(reports, Console(file=file, highlight=False, soft_wrap=True))
    return file.getvalue()


FORMS: dict[str, Callable[..., str]] = {
    "matrix.txt": grid,
    "matrix.md": as_markdown,
    "matrix_junit.xml": as_junit,
    "matrix_github.txt": as_github,
    "matrix.html": as_html,
}


@pytest.mark.parametrize("name", FORMS)
def test_everything_there_is_to_say(name: str, tmp_path: Path) -> None:
    said = FORMS[name](matrix(tmp_path / "pages.log")).replace(str(tmp_path), "LOGS").replace(__version__, "KIT")
    assert said == (GOLDEN / name).read_text()


# JSON, and back

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FINDINGS = st.builds(
    Finding,
    message=TEXTS,
    code=st.sampled_from([None, "NBP101", "NBC001"]),
    severity=st.sampled_from(["error", "warning", "info"]),
    path=st.none() | TEXTS,
    line=st.none() | st.integers(1, 9999),
    column=st.none() | st.integers(1, 200),
    fix=st.none() | TEXTS,
    evidence=st.sampled_from(["static", "runtime"]),
)
ANSWERS = st.builds(
    CheckResult,
    name=st.sampled_from(CHECKS),
    outcome=st.sampled_from(["pass", "fail", "skip", "error"]),
    seconds=st.floats(0, 1000),
    detail=TEXTS,
    findings=st.lists(FINDINGS, max_size=2).map(tuple),
    log=st.none() | st.just(Path("logs/tests.log")),
)
CELLS = st.builds(
    CellResult,
    netbox=st.sampled_from(["4.5.0", "4.6.8", "4.7.3"]),
    python=st.just("3.12"),
    backend=st.just("embedded"),
    seconds=st.floats(0, 1000),
    checks=st.lists(ANSWERS, max_size=3).map(tuple),
    expect=st.sampled_from(["accept", "refuse"]),
    forced=st.booleans(),
    name=st.sampled_from(["4.5.0", "4.6.8-probe", "4.7.3-py3.13"]),
    role=st.sampled_from(["declared", "refusal", "probe", "lane"]),
    postgresql=st.none() | st.integers(13, 18),
)
REPORTS = st.builds(
    Report,
    plugin=st.builds(PluginSummary, name=TEXTS, version=st.none() | TEXTS),
    cells=st.lists(CELLS, max_size=3).map(tuple),
)


@given(st.lists(REPORTS, min_size=1, max_size=3))
def test_what_was_written_is_read_again(reports: list[Report]) -> None:
    assert parse_reports(as_json(*reports)) == tuple(reports)


def test_conclusions_are_read_again(tmp_path: Path) -> None:
    report = matrix(tmp_path / "pages.log")
    assert parse_reports(as_json(report)) == (report,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("{}", "it is no report of this kit"),
        ('{"schema": 2}', "update netbox-plugin-kit to read it"),
        ("3", "it is no report of this kit"),
    ],
)
def test_what_is_no_report_is_refused_in_a_line(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_reports(text)


# Forms


def test_junit_counts_what_counts(tmp_path: Path) -> None:
    suites = {suite.name: suite for suite in JUnitXml.fromstring(as_junit(matrix(tmp_path / "pages.log")))}
    kinds = {
        name: {case.name: type(case.result[0]) if case.result else None for case in suite}
        for name, suite in suites.items()
    }
    assert kinds["netbox-example on NetBox 4.5.0"]["permissions"] is Failure
    assert kinds["netbox-example on NetBox 4.7.3"]["install"] is Error
    assert kinds["netbox-example on NetBox 4.4.10-probe"]["loads"] is Skipped
    assert suites["netbox-example on NetBox 4.5.0"].failures == 1
    assert "NBP607" in as_junit(matrix(tmp_path / "pages.log"))


def _many(count: int) -> Report:
    findings = tuple(Finding(f"problem {number} {'x' * 500}", path="a.py", line=number + 1) for number in range(count))
    check = CheckResult("loads", "fail", 1.0, "much", findings)
    return Report(PluginSummary("netbox-example"), (CellResult("4.7.3", "3.12", "embedded", 1.0, (check,)),))


def test_github_gets_ten_annotations_and_the_last_says_how_many_more() -> None:
    lines = as_github(_many(25)).splitlines()
    assert len(lines) == 10
    assert "16 more are in the report" in lines[-1]


def test_githubs_summary_is_added_to_the_file_it_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    rendered([_many(1)], "github")
    assert (tmp_path / "summary.md").read_text().startswith("before\n### netbox-example fails")


@given(st.integers(0, 300), st.integers(2_000, 70_000))
def test_markdown_stays_within_its_limit_and_says_what_is_left_out(count: int, limit: int) -> None:
    text = as_markdown(_many(count), limit=limit)
    assert len(text) <= limit
    assert ("are left out here" in text) == (text.count("<details>") < count)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"src", "href", "action", "data"}]


def test_the_page_needs_nothing_else_and_runs_nothing(tmp_path: Path) -> None:
    text = as_html(matrix(tmp_path / "pages.log"), matrix(tmp_path / "pages.log"))
    page = _Page()
    page.feed(text)
    assert {"script", "link", "iframe", "img"}.isdisjoint(page.tags)
    assert all(address.startswith("#") for address in page.addresses)
    assert not re.search(r"url\(|@import", text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\x1b" not in text


def test_the_page_has_the_end_of_the_log_and_the_source(tmp_path: Path) -> None:
    source = tmp_path / "netbox_example" / "views.py"
    source.parent.mkdir()
    source.write_text("one = 1\ntwo = 2\nthree = '<3>'\nfour = 4\n")
    text = as_html(matrix(tmp_path / "pages.log"), roots=[tmp_path])
    assert "line 300 &lt;b&gt;" in text
    assert "line 100 &lt;b&gt;" not in text
    assert "three = &#39;&lt;3&gt;&#39;" in text


def test_a_place_outside_the_project_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("password = 'x'\n")
    (tmp_path / "project").mkdir()
    finding = Finding("look", path="../secret.py", line=1)
    cell = CellResult("4.7.3", "3.12", "embedded", 1.0, (CheckResult("loads", "fail", findings=(finding,)),))
    assert "password" not in as_html(Report(PluginSummary("x"), (cell,)), roots=[tmp_path / "project"])


def test_a_directory_has_every_form_and_the_logs(tmp_path: Path) -> None:
    write_directory([matrix(tmp_path / "pages.log")], tmp_path / "report")
    names = {str(path.relative_to(tmp_path / "report")) for path in (tmp_path / "report").rglob("*") if path.is_file()}
    assert names == {
        "report.json", "report.md", "report.html", "junit.xml", "compatibility.md",
        "logs/netbox-example-4.6.8/pages.log",
    }  # fmt: skip
    (report,) = parse_reports((tmp_path / "report" / "report.json").read_text())
    assert report.cells[4].checks[2].log == Path("logs/netbox-example-4.6.8/pages.log")


def test_what_was_proven_is_a_table_for_compatibility(tmp_path: Path) -> None:
    report = matrix(tmp_path / "pages.log")
    passing = CellResult("4.6.0", "3.12", "embedded", 1.0, (CheckResult("loads", "pass"),), postgresql=15)
    assert "| 4.6.0 | 3.12 | 15 |" in as_compatibility(Report(report.plugin, (*report.cells, passing)))


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (["4.5.0"], "4.5.0"),
        (["4.5.0", "4.5.10", "4.6.0"], "4.5.0-4.6.0"),
        (["4.5.0", "4.6.0", "4.6.8"], "4.5.0, 4.6.0-4.6.8"),
    ],
)
def test_releases_as_people_write_them(seen: list[str], words: str) -> None:
    assert release_words(seen, ["4.6.8", "4.5.0", "4.5.10", "4.6.0"]) == words


# Several reports


def _cell(netbox: str, *findings: Finding, outcome: str = "pass") -> CellResult:
    check = CheckResult("pages", outcome, 1.0, "", findings)  # type: ignore[arg-type]
    return CellResult(netbox, "3.12", "embedded", 1.0, (check,), name=netbox)


def _report(*cells: CellResult) -> Report:
    return Report(PluginSummary("netbox-example", "netbox_example", "1.0", "4.6.0", "4.7.99"), cells)


def test_shards_are_joined_in_order_and_the_last_result_of_a_cell_counts() -> None:
    bad = _cell("4.6.8", outcome="fail")
    (report,) = merge([_report(_cell("4.7.3"), bad), _report(_cell("4.6.0"), _cell("4.6.8"))])
    assert [(cell.netbox, cell.verdict) for cell in report.cells] == [
        ("4.6.0", "pass"),
        ("4.6.8", "pass"),
        ("4.7.3", "pass"),
    ]


def test_the_range_is_judged_anew_when_reports_are_joined() -> None:
    (report,) = merge([_report(_cell("4.6.0", outcome="fail")), _report(_cell("4.6.8"))])
    assert [finding.code for finding in report.conclusions] == ["NBP607"]


OLD, NEW = Finding("a dead link"), Finding("another dead link", path="a.py", line=7)


def test_what_is_new_and_what_is_gone() -> None:
    before = _report(_cell("4.6.8", OLD, outcome="fail"), _cell("4.7.3"))
    after = _report(_cell("4.6.8"), _cell("4.7.3", NEW, outcome="fail"))
    (difference,) = compare([before], [after])
    assert difference.is_worse
    assert differences_as_text([difference]).splitlines() == [
        "netbox-example: 4 differences",
        "  4.6.8: fail -> pass",
        "  4.7.3: pass -> fail",
        "  + error: a.py:7: another dead link (pages on 4.7.3)",
        "  - error: a dead link (pages on 4.6.8)",
    ]
    (record,) = differences_as_json([difference])
    assert [found["message"] for found in record["new"]] == ["another dead link"]
    assert "- + error: a.py:7: another dead link" in differences_as_markdown([difference])


def test_a_line_that_moved_is_nothing_new() -> None:
    moved = Finding("another dead link", path="a.py", line=70)
    (difference,) = compare(
        [_report(_cell("4.7.3", NEW, outcome="fail"))], [_report(_cell("4.7.3", moved, outcome="fail"))]
    )
    assert (difference.new, difference.gone, difference.is_worse) == ((), (), False)
