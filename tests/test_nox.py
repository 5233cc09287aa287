"""A plugin's noxfile, run by a real nox."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from netbox_plugin_kit.releases import Catalogue
from tests.kit import Done, minimal_plugin

NOXFILE = """
import nox
from netbox_plugin_kit import nox as npk

nox.options.sessions = ["tests"]


@nox.session(venv_backend="none")
@nox.parametrize("netbox", npk.declared())
def tests(session, netbox):
    npk.test(session, netbox)


@nox.session(venv_backend="none")
def metadata(session):
    npk.metadata(session)


@nox.session(venv_backend="none")
def unavailable(session):
    npk.test(session, "4.5.0", skip_unavailable=SKIP)
"""


def project(root: Path, bounds: str = "", noxfile: str = NOXFILE) -> Path:
    minimal_plugin(root)
    package = root / "netbox_minimal" / "__init__.py"
    package.write_text(package.read_text().replace('    version = "1.0"\n', f'    version = "1.0"\n{bounds}'))
    (root / "noxfile.py").write_text(noxfile)
    return root


def bounds(lowest: str, highest: str) -> str:
    return f"    min_version = {lowest!r}\n    max_version = {highest!r}\n"


def nox(root: Path, *arguments: str, seconds: float = 120, **variables: str) -> Done:
    # Without the terminal's and a CI's say in how nox looks.
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("NOX") and name != "FORCE_COLOR"}
    done = subprocess.run(
        [sys.executable, "-m", "nox", "--nocolor", *arguments],
        cwd=root, env={**quiet, **variables},
        capture_output=True, text=True, check=False, timeout=seconds, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def sessions(root: Path) -> list[str]:
    listed = nox(root, "--list", "--json")
    assert listed.status == 0, listed.stderr
    return [item["session"] for item in json.loads(listed.stdout) if item["name"] == "tests"]


def test_there_is_a_session_for_every_minor_that_the_plugin_declares(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.5.0", "4.7.99"))

    assert sessions(root) == ["tests(netbox='4.5')", "tests(netbox='4.6')", "tests(netbox='4.7')"]


def test_a_minor_whose_newest_patch_is_refused_is_tested_on_the_newest_that_is_not(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.6.0", "4.7"))

    assert sessions(root) == ["tests(netbox='4.6')", "tests(netbox='4.7.0')"]


def test_a_plugin_that_declares_nothing_is_tested_on_every_minor(tmp_path: Path) -> None:
    minors = dict.fromkeys(release.minor.version for release in Catalogue.load().releases)

    assert sessions(project(tmp_path / "plugin")) == [f"tests(netbox='{minor}')" for minor in minors]


TWO_LINES = """
from netbox_plugin_kit import nox as npk

npk.sessions()
"""


def test_two_lines_give_a_noxfile_all_sessions(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.6.0", "4.7.99"), TWO_LINES)

    listed = nox(root, "--list", "--json")

    found = {item["session"]: item["description"] for item in json.loads(listed.stdout)}
    assert list(found) == ["matrix", "matrix-4.5", "matrix-4.6", "matrix-4.7", "lint", "metadata"]
    assert found["matrix-4.6"] == "The cells of NetBox 4.6: 4.6.0, 4.6.8."
    assert "4.5.10-refusal" in found["matrix-4.5"]


def test_a_session_of_a_minor_runs_its_cells(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.6.0", "4.7.99"), TWO_LINES)

    ran = nox(root, "-s", "matrix-4.6", "--", "--plan", "--format", "github")

    assert ran.status == 0, ran.stderr
    assert '"cell": "4.6.8"' in ran.stdout


def test_a_noxfile_with_a_lint_session_of_its_own(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.6.0", "4.7.99"), TWO_LINES.replace("()", "(lint=False)"))

    listed = nox(root, "--list", "--json")

    assert "lint" not in [item["session"] for item in json.loads(listed.stdout)]


def test_the_linter_is_a_session(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.6.0", "4.7.99"), TWO_LINES)

    assert nox(root, "-s", "lint").status == 0


@pytest.mark.parametrize(
    ("declaration", "message"),
    [
        (bounds("9.0", "9.9"), "npk: the plugin declares no NetBox release that is known"),
        (bounds("four", "4.7.99"), "npk: the plugin's min_version 'four' is not a version"),
        ("    max_version = open('x').read()\n", "npk: the max_version of netbox-minimal is not known without running"),
    ],
)
def test_a_mistake_in_the_project_is_one_line(tmp_path: Path, declaration: str, message: str) -> None:
    listed = nox(project(tmp_path / "plugin", declaration), "--list")

    assert listed.status == 2
    assert listed.stderr.startswith(message)
    assert len(listed.stderr.splitlines()) == 1


def test_options_after_the_dashes_go_to_npk(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.7.0", "4.7.99"))

    ran = nox(root, "-s", "tests(netbox='4.7')", "--", "--checks", "nonsense")

    assert ran.status == 1
    assert "there is no check nonsense" in ran.stdout


@pytest.mark.parametrize(("skip", "status", "word"), [("False", 1, "failed"), ("True", 0, "skipped")])
def test_what_cannot_be_provided_is_skipped_when_that_is_asked_for(
    tmp_path: Path, skip: str, status: int, word: str
) -> None:
    root = project(tmp_path / "plugin", bounds("4.5.0", "4.7.99"), NOXFILE.replace("SKIP", skip))

    ran = nox(
        root, "-s", "unavailable", NPK_NETBOX_REPO=str(tmp_path / "nowhere"), NPK_CACHE_DIR=str(tmp_path / "cache")
    )

    assert ran.status == status, ran.stderr
    assert f"Session unavailable {word}" in ran.stderr.replace(" was ", " ")
    assert "npk: " in ran.stdout


def test_versions_that_disagree_fail_the_session(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.5.0", "4.7.99"))
    assert nox(root, "-s", "metadata").status == 0

    (root / "COMPATIBILITY.md").write_text("| Version | from | to |\n| --- | --- | --- |\n| 1.0 | 4.4.0 | 4.7.99 |\n")
    ran = nox(root, "-s", "metadata")

    assert ran.status == 1
    assert "COMPATIBILITY.md" in ran.stderr


@pytest.mark.netbox
@pytest.mark.timeout(1800)
def test_a_session_tests_the_plugin(tmp_path: Path) -> None:
    root = project(tmp_path / "plugin", bounds("4.7.3", "4.7.99"))

    ran = nox(root, "-s", "tests(netbox='4.7')", "--", "--checks", "loads", seconds=1800)

    assert ran.status == 0, ran.stderr
    assert "Session tests(netbox='4.7') was successful" in ran.stderr
