"""What the doctor says, and with which status it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.version import Version

from netbox_plugin_kit.cli.doctor import doctor
from netbox_plugin_kit.environment import interpreters, postgres_binaries
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.postgres_binaries import PostgresBinaries, Refused


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A small machine that has everything but an engine for containers, which is not required."""
    monkeypatch.setenv("DOCKER_HOST", "tcp://127.0.0.1:1")
    monkeypatch.setenv("NPK_CACHE_DIR", str(tmp_path / "cache"))
    python = Interpreter(Path("/usr/bin/python3.12"), Version("3.12.4"), "PATH")
    monkeypatch.setattr(interpreters, "discover", lambda: (python,))
    have(monkeypatch, PostgresBinaries(Path("/usr/lib/postgresql/17/bin"), 17, "17.5", "/usr/lib/postgresql"))


def have(monkeypatch: pytest.MonkeyPatch, *verdicts: PostgresBinaries | Refused) -> None:
    monkeypatch.setattr(postgres_binaries, "examine", lambda *_: iter(verdicts))


def test_all_is_well() -> None:
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 0
    assert "3.12.4 /usr/bin/python3.12 (from PATH)" in result.output
    assert "17.5 /usr/lib/postgresql/17/bin (from /usr/lib/postgresql)" in result.output
    assert [line for line in result.output.splitlines() if line.startswith("missing")] == ["missing Docker engine"]
    assert "start one, or name another with DOCKER_HOST" in result.output


def test_a_refused_postgresql_is_shown_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    have(monkeypatch, Refused(Path("/usr/lib/postgresql/13/bin"), "PATH", "13.4 is older than 15"))
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 0, "npm brings another one"
    assert "/usr/lib/postgresql/13/bin (from PATH, refused: 13.4 is older than 15)" in result.output
    assert "downloaded when it is needed" in result.output


def test_a_named_postgresql_that_does_not_do_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("NPK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("NPK_POSTGRES_BIN", str(tmp_path))
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 3
    assert "there is no program `initdb` in it" in result.output
    assert "or name its bin directory with NPK_POSTGRES_BIN" in result.output


def test_no_python_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreters, "discover", lambda: ())
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 3
    assert "-> uv python install 3.12" in result.output


def test_an_old_python_does_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    python = Interpreter(Path("/usr/bin/python3.9"), Version("3.9.2"), "PATH")
    monkeypatch.setattr(interpreters, "discover", lambda: (python,))
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 3
    assert "(from PATH, refused: NetBox needs 3.10 or newer)" in result.output


def test_git_is_not_required(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 0
    assert "missing git" in result.output


def test_json_is_alone_on_standard_output() -> None:
    result = CliRunner().invoke(doctor, ["--format", "json"])
    answers = {answer["name"]: answer for answer in json.loads(result.stdout)["answers"]}
    assert answers["PostgreSQL"]["found"] is True
    assert answers["PostgreSQL"]["candidates"][0]["version"] == "17.5"
    assert answers["cache directory"]["candidates"][0]["refused"] is None


def test_a_cache_that_cannot_be_made_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPK_CACHE_DIR", "/proc/npk")
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 3
    assert "-> name a writable directory with NPK_CACHE_DIR" in result.output
