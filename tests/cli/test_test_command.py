"""`npk test` where something is missing: what to do, in one line, and nothing left behind.

What it says about plugins is in `tests/cell`; what becomes of it when it is stopped in `tests/test_cold.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from netbox_plugin_kit.cli.options import Bytes, Checks, write
from netbox_plugin_kit.cli.test import test as command
from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.matrix.cells import CHECKS, QUICK_CHECKS
from netbox_plugin_kit.matrix.results import PluginSummary, Report
from netbox_plugin_kit.reports.grid import print_grid
from tests.kit import Done, Machine, minimal_plugin


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    return minimal_plugin(tmp_path / "plugin")


def last_line(done: Done, status: int) -> str:
    """What the command ends with; before it there is progress only."""
    *progress, line = done.stderr.splitlines()
    assert (done.status, done.stdout) == (status, ""), done.stderr
    assert all(" s  " in one for one in progress), done.stderr
    return line.removeprefix("npk: ")


def test_without_network_and_with_nothing_cached(machine: Machine, plugin: Path, tmp_path: Path) -> None:
    done = machine.npk("test", plugin, "--netbox", "4.7.3", NPK_OFFLINE="1", UV_CACHE_DIR=str(tmp_path / "uv"))
    said = last_line(done, 3)
    assert said.startswith("cannot install NetBox 4.7.3 (index) on Python 3.")
    assert said.endswith("Nothing is downloaded because NPK_OFFLINE is set: unset it, or fill uv's cache first.")
    assert machine.remains() == []


def test_with_an_index_that_cannot_be_reached(machine: Machine, plugin: Path, tmp_path: Path) -> None:
    nobody = {"UV_DEFAULT_INDEX": "http://127.0.0.1:9/simple", "UV_HTTP_RETRIES": "0", "UV_CACHE_DIR": str(tmp_path)}
    said = last_line(machine.npk("test", plugin, "--netbox", "4.7.3", variables=nobody), 3)
    assert said.endswith("Check the network, and the index that uv or pip is told to use.")
    assert machine.remains() == []


def test_without_a_git_repository(machine: Machine, plugin: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "netbox.git")
    said = last_line(machine.npk("test", plugin, "--netbox", "4.5.10", NPK_NETBOX_REPO=missing), 3)
    assert said.startswith(f"cannot bring NetBox v4.5.10 from the git repository {missing}: ")
    assert said.endswith("or name a repository that has it with NPK_NETBOX_REPO")


def test_without_an_interpreter(machine: Machine, plugin: Path, tmp_path: Path) -> None:
    nowhere = {"PATH": str(tmp_path), "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path), "NPK_OFFLINE": "1"}
    done = machine.npk("test", plugin, "--netbox", "4.7.3", "--python", "3.14.99", variables=nowhere)
    said = last_line(done, 3)
    assert said.startswith("NetBox 4.7.3 needs Python 3.12-3.14, --python asks for 3.14.99; found ")
    assert said.endswith("Install one with `uv python install 3.14.99`, or name it with --python.")


def test_with_a_cache_that_cannot_be_there(machine: Machine, plugin: Path) -> None:
    said = last_line(machine.npk("test", plugin, "--netbox", "4.7.3", NPK_CACHE_DIR=str(plugin / "pyproject.toml")), 3)
    assert said.endswith("Not a directory; name a writable directory with NPK_CACHE_DIR")


@pytest.mark.netbox
@pytest.mark.timeout(300)
@pytest.mark.parametrize("variable", ["NPK_POSTGRES_BIN", "NPK_VALKEY_SERVER"])
def test_with_a_server_that_does_not_do(machine: Machine, plugin: Path, variable: str) -> None:
    done = machine.npk("test", plugin, "--netbox", "4.7.3", seconds=240, variables={variable: str(plugin)})
    said = last_line(done, 2)
    assert said.startswith(f"{variable}={plugin} does not do: ")
    assert machine.remains() == []


def test_no_space_left_for_the_report() -> None:
    with pytest.raises(UnavailableError, match="cannot write the report to /dev/full: No space left on device"):
        write([Report(PluginSummary("netbox-example"), ())], "json", Path("/dev/full"), print_grid)


def test_a_report_goes_to_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write([Report(PluginSummary("netbox-größe"), ())], "json", tmp_path / "report.json", print_grid)
    assert '"netbox-gr\\u00f6\\u00dfe"' in (tmp_path / "report.json").read_text()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("loads", ("install", "loads")),
        ("tests", ("install", "loads", "migrations", "tests")),
        ("api, system", ("install", "loads", "system", "migrations", "api")),
        (",".join(reversed(CHECKS)), CHECKS),
    ],
)
def test_checks_bring_what_they_build_on(asked: str, made: tuple[str, ...]) -> None:
    assert Checks().convert(asked, None, None) == made


@pytest.mark.parametrize(
    ("text", "amount"),
    [("0", None), ("512M", 512 * 1024**2), ("2g", 2 * 1024**3), ("1GiB", 1024**3), ("4096", 4096), ("1KB", 1024)],
)
def test_amounts_of_memory(text: str, amount: int | None) -> None:
    assert Bytes().convert(text, None, None) == amount


def test_help_says_what_comes_after_the_dashes() -> None:
    said = CliRunner().invoke(command, ["--help"]).output
    assert "[-- TEST ARGUMENTS]" in said
    for check in QUICK_CHECKS:
        assert check in said
