"""uv: what it says in the end, whom it asks, and that it ends with the kit."""

from __future__ import annotations

import builtins
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.environment import uv
from netbox_plugin_kit.environment.uv import UvError, run_uv, uv_program
from netbox_plugin_kit.errors import UnavailableError
from tests.kit import Machine, eventually

Fake = Callable[[str], None]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """A uv that is a shell script."""
    uv_program.cache_clear()

    def write(script: str) -> None:
        program = tmp_path / "uv"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(uv, "uv_program", lambda: str(program))

    yield write
    uv_program.cache_clear()


def reason(fake: Fake, said: str) -> str:
    fake(f"cat >&2 <<'END'\n{said}\nEND\nexit 1")
    with pytest.raises(UvError) as caught:
        run_uv("pip", "install")
    return str(caught.value)


def test_the_real_one_answers() -> None:
    assert run_uv("--version").startswith("uv ")


def test_the_reason_is_one_line_without_decoration(fake: Fake) -> None:
    said = """Using Python 3.12.1 environment at: venv
  \u00d7 No solution found when resolving dependencies:
  \u2570\u2500\u25b6 Because only netbox-example==1.0 is available and you require
      netbox-example==2.0, we can conclude that your requirements are
      unsatisfiable.
hint: Pre-releases are available"""
    assert reason(fake, said) == (
        "No solution found when resolving dependencies: Because only netbox-example==1.0 is available and you require "
        "netbox-example==2.0, we can conclude that your requirements are unsatisfiable."
    )


def test_a_chain_of_causes_is_one_line(fake: Fake) -> None:
    said = "error: Failed to build `example`\n  cause: The build backend returned an error\n  cause: exit status: 1"
    assert reason(fake, said) == "Failed to build `example`: The build backend returned an error: exit status: 1"


def test_a_failure_without_a_word_is_said(fake: Fake) -> None:
    assert reason(fake, "") == "uv failed without a word"


def test_what_is_no_text_is_shown_as_far_as_it_goes(fake: Fake) -> None:
    fake(r"printf 'caf\351\n' >&2; exit 1")
    with pytest.raises(UvError, match="caf\ufffd"):
        run_uv("pip", "install")


def test_a_program_that_cannot_be_started_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uv, "uv_program", lambda: "/nowhere/uv")
    with pytest.raises(UvError, match=r"uv \(/nowhere/uv\) cannot be started: No such file or directory"):
        run_uv("pip", "install")


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package uv is not there."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name == "uv":
            raise ModuleNotFoundError(name)
        return real(name, *rest, **named)

    uv_program.cache_clear()
    monkeypatch.setattr(builtins, "__import__", refuse)
    yield
    uv_program.cache_clear()


@pytest.mark.usefixtures("without_package")
def test_the_uv_on_path_does_as_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "uv").write_text("#!/bin/sh\n")
    (tmp_path / "uv").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert uv_program() == str(tmp_path / "uv")


@pytest.mark.usefixtures("without_package")
def test_without_any_uv_there_is_something_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnavailableError, match="Install it: pip install uv"):
        uv_program()


def told(fake: Fake, variable: str) -> str:
    """What uv's environment says."""
    fake(f'printf %s "${variable}"')
    return run_uv("pip", "install")


@pytest.mark.parametrize(
    ("variables", "name", "value"),
    [
        ({"PIP_INDEX_URL": "https://pip.example"}, "UV_DEFAULT_INDEX", "https://pip.example"),
        (
            {"PIP_INDEX_URL": "https://pip.example", "UV_DEFAULT_INDEX": "https://uv.example"},
            "UV_DEFAULT_INDEX",
            "https://uv.example",
        ),
        ({"NPK_OFFLINE": "1"}, "UV_OFFLINE", "1"),
        ({"VIRTUAL_ENV": "/some/venv"}, "VIRTUAL_ENV", ""),
        ({"PYTHONPATH": "/some/path"}, "PYTHONPATH", ""),
    ],
)
def test_environment(
    fake: Fake, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], name: str, value: str
) -> None:
    monkeypatch.delenv("UV_DEFAULT_INDEX", raising=False)
    for variable, text in variables.items():
        monkeypatch.setenv(variable, text)
    assert told(fake, name) == value


def test_a_project_around_does_not_matter(fake: Fake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    fake("pwd")
    assert run_uv("pip", "install").strip() == "/"


def test_what_uv_started_ends_with_a_kit_that_is_killed(machine: Machine, tmp_path: Path) -> None:
    program = tmp_path / "uv"
    program.write_text("#!/bin/sh\nsleep 600 &\necho started >&2\nwait\n")
    program.chmod(0o755)
    script = (
        "import sys\nfrom netbox_plugin_kit.environment import uv\n"
        f"uv.uv_program = lambda: {json.dumps(str(program))}\nuv.run_uv('pip', 'install')"
    )
    kit = subprocess.Popen([sys.executable, "-c", script], env=machine.environment())
    try:
        assert eventually(lambda: any("sleep 600" in line for line in machine.processes()), 20)
    finally:
        os.kill(kit.pid, signal.SIGKILL)
        kit.wait()
    assert machine.remains() == []
