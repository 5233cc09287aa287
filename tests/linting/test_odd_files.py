"""Files that cannot be read or parsed, and places without a plugin: a clear word, and the rest is linted."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.linting.projects import BAD, MODELS, codes, linted, plugin

ODD = "netbox_example/odd.py"
FOUND = (MODELS, 4, "NBP104")


@pytest.mark.parametrize(
    ("content", "line", "code", "said"),
    [
        ("x = 1\ndef work(:\n", 2, "NBP001", "invalid syntax"),
        ("def work():\n  x = 1\n\ty = 2\n", 3, "NBP001", "tab"),
        ("x = 'a\n", 1, "NBP001", "unterminated"),
        ("x = '\x00'\n", 1, "NBP001", "null bytes"),
        ("(" * 50_000, 1, "NBP001", "nested"),
        ("x = " + "-" * 50_000 + "1", 1, "NBP001", "nested"),
        (b"x = 1\n# caf\xe9\n", 2, "NBP002", "it is not UTF-8: byte 0xe9 in line 2"),
        ("\ufeffx = 1\n".encode("utf-16"), 1, "NBP002", "it is not UTF-8: byte 0xff in line 1"),
        ("x = 1\n" * 900_000, None, "NBP002", "it has 5.4 MB, more than the 1 MB that are read"),
    ],
    ids=["syntax", "tabs", "string", "null", "brackets", "minus", "latin-1", "utf-16", "5 MB"],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, content: str | bytes, line: int | None, code: str, said: str
) -> None:
    root = plugin(tmp_path / "plugin", {MODELS: BAD, ODD: content})
    begun = time.monotonic()
    result = linted(root)
    assert time.monotonic() - begun < 20
    found = {(each.finding.path, each.finding.code): each.finding for each in result.violations}
    assert set(found) == {(MODELS, "NBP104"), (ODD, code)}
    assert said in found[ODD, code].message
    assert found[ODD, code].line == line


@pytest.mark.parametrize("content", ["", "\ufeff", "\r\n\r\n", "# only a comment", "\x0c\n", "'''only a docstring'''"])
def test_a_file_with_next_to_nothing_is_no_problem(tmp_path: Path, content: str) -> None:
    assert codes(plugin(tmp_path / "plugin", {ODD: content, MODELS: BAD})) == [FOUND]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("lead", ["", "\ufeff"], ids=["", "BOM"])
def test_places_are_right_whatever_ends_a_line(tmp_path: Path, end: str, lead: str) -> None:
    text = 'x = "\x0c\x1d\u2028"\n' + BAD + 'ü = "日本"; ' + BAD.splitlines()[-1] + "\n"
    root = plugin(tmp_path / "plugin", {MODELS: lead + text.replace("\n", end)})
    places = [(each.finding.line, each.finding.column) for each in linted(root).violations]
    assert places == [(5, 1), (6, 11)]


def test_links(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin", {MODELS: BAD})
    package = root / "netbox_example"
    (package / "again").symlink_to(package, target_is_directory=True)
    (package / "loop.py").symlink_to(package / "loop.py")
    (package / "nowhere.py").symlink_to(root / "there-is-no-such-file.py")
    (root / "everything").symlink_to("/", target_is_directory=True)
    os.mkfifo(package / "pipe.py")
    found = {(each.finding.path, each.finding.code, each.finding.severity) for each in linted(root).violations}
    assert found == {
        (MODELS, "NBP104", "warning"),
        ("netbox_example/again", "NBP002", "warning"),
        ("netbox_example/loop.py", "NBP002", "warning"),
        ("netbox_example/nowhere.py", "NBP002", "warning"),
        ("netbox_example/pipe.py", "NBP002", "warning"),
        ("everything", "NBP002", "info"),
    }


def test_a_link_to_a_file_is_read_where_it_leads(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin")
    (tmp_path / "elsewhere.py").write_text(BAD)
    (root / MODELS).symlink_to(tmp_path / "elsewhere.py")
    assert codes(root) == [FOUND]


def test_a_template_that_cannot_be_read_is_found_whatever_is_selected(tmp_path: Path) -> None:
    name = "netbox_example/templates/netbox_example/a.html"
    root = plugin(tmp_path / "plugin", {name: b"\xff"})
    assert codes(root, select=("NBP002",)) == [(name, 1, "NBP002")]
    assert codes(root) == [(name, 1, "NBP002")]


@pytest.mark.parametrize("content", ["[project\n", "a = 1\na = 2\n", b"# \xff\n"], ids=["syntax", "twice", "latin-1"])
def test_a_pyproject_that_cannot_be_read(tmp_path: Path, content: str | bytes) -> None:
    root = plugin(tmp_path / "plugin", {MODELS: BAD, "pyproject.toml": content})
    found = codes(root)
    assert FOUND in found
    assert {code for path, _, code in found if path == "pyproject.toml"} in ({"NBP001", "NBP006"}, {"NBP002", "NBP006"})


def test_a_project_without_a_plugin_is_linted_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("")
    (tmp_path / "package" / "work.py").write_text(BAD)
    found = codes(tmp_path)
    assert ("package/work.py", 4, "NBP104") in found
    assert ("", None, "NBP006") in found


def test_an_empty_directory(tmp_path: Path) -> None:
    (violation,) = linted(tmp_path).violations
    assert (violation.finding.code, violation.finding.severity) == ("NBP006", "error")
    assert violation.finding.message
    assert str(tmp_path) not in violation.finding.message


def test_two_plugins_are_a_finding_that_says_what_to_do(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin")
    other = (root / "netbox_example" / "__init__.py").read_text().replace("netbox_example", "netbox_other")
    (root / "netbox_other").mkdir()
    (root / "netbox_other" / "__init__.py").write_text(other)
    (violation,) = [each for each in linted(root).violations if each.finding.code == "NBP006"]
    assert "netbox_other" in violation.finding.message
    assert "package" in (violation.finding.fix or "")
