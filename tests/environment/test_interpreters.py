from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from netbox_plugin_kit.environment import interpreters
from netbox_plugin_kit.environment.interpreters import Interpreter, choose, discover
from netbox_plugin_kit.environment.uv import UvError
from netbox_plugin_kit.errors import UnavailableError, UsageError

RUNNING = Version(sys.version.split()[0].rstrip("+"))
MINOR = f"{RUNNING.major}.{RUNNING.minor}"
SHIM = "#!/bin/sh\necho 'pyenv: python3: command not found' >&2\nexit 127\n"

Machine = Callable[..., None]


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing on PATH, nothing in pyenv, nothing of uv's, and nothing to download."""
    for name in ("path", "pyenv", "uv"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    monkeypatch.setenv("UV_PYTHON_INSTALL_DIR", str(tmp_path / "uv"))
    monkeypatch.setenv("NPK_OFFLINE", "1")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Set what Pythons the machine has, as if `discover` had found them."""

    def has(*versions: str) -> None:
        found = tuple(Interpreter(Path(f"/opt/python{text}"), Version(text), "PATH") for text in versions)
        monkeypatch.setattr(interpreters, "discover", lambda _progress=None: found)
        monkeypatch.setattr(interpreters, "_candidates", lambda: iter(()))

    return has


def program(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    path.chmod(0o755)
    return path


def link(path: Path, target: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_running_python_comes_first_and_works() -> None:
    first = discover()[0]

    assert first.origin == "running"
    assert first.version == RUNNING
    assert first.minor == MINOR
    assert str(first) == f"{MINOR} ({first.path})"


def test_binary_with_many_names_is_found_once(tmp_path: Path) -> None:
    link(tmp_path / "path" / "python3", Path(sys.executable))
    link(tmp_path / "path" / f"python{MINOR}", Path(sys.executable))
    link(tmp_path / "pyenv" / "versions" / str(RUNNING) / "bin" / "python3", Path(sys.executable))
    link(tmp_path / "uv" / f"cpython-{RUNNING}-linux" / "bin" / "python3", Path(sys.executable))

    paths = [found.path for found in discover()]

    assert len(paths) == len(set(paths))
    assert paths.count(Path(sys.executable).resolve()) == 1


def test_shims_and_broken_programs_are_no_pythons(tmp_path: Path) -> None:
    program(tmp_path / "path" / "python3.12", SHIM)
    program(tmp_path / "path" / "python3.13", "\x7fELF but not really")
    program(tmp_path / "pyenv" / "versions" / "3.12.1" / "bin" / "python3", SHIM)
    link(tmp_path / "path" / "python3.14", program(tmp_path / "manager", "\x7fELF"))
    link(tmp_path / "path" / "python3.10", tmp_path / "removed")

    assert not [found for found in discover() if found.path.is_relative_to(tmp_path)]


def test_machine_without_path_or_pyenv_still_has_the_running_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PATH")
    monkeypatch.delenv("PYENV_ROOT")
    monkeypatch.setenv("HOME", os.devnull)

    assert discover()[0].origin == "running"


def test_what_it_looks_for_is_said() -> None:
    messages: list[str] = []
    discover(messages.append)

    assert messages == ["looking for Pythons"]


@pytest.mark.parametrize(
    ("there", "preferred", "chosen"),
    [
        (["3.11.2", "3.12.1", "3.13.0"], "3.12", "3.12.1"),
        (["3.11.2", "3.13.0", "3.14.1"], "3.12", "3.14.1"),
        (["3.13.0", "3.14.1"], None, "3.14.1"),
        (["3.13.0", "3.14.0rc1"], None, "3.13.0"),
        (["3.12.0a1", "3.13.0"], "3.12", "3.13.0"),
        (["3.11.2", "3.12.9", "3.12.1"], "3.12", "3.12.9"),
        (["3.14.0rc1", "3.15.0"], None, "3.14.0rc1"),
    ],
)
def test_preferred_minor_is_chosen_else_the_newest(
    machine: Machine, there: list[str], preferred: str | None, chosen: str
) -> None:
    machine(*there)

    found = choose(SpecifierSet(">=3.12,<3.15"), what="NetBox 4.7.3", preferred=preferred)

    assert str(found.version) == chosen


@pytest.mark.parametrize(
    ("asked", "chosen"), [("3.13", "3.13.5"), ("3.13.1", "3.13.1"), ("python3.12", "3.12.1"), ("3.12", "3.12.1")]
)
def test_asked_version_is_chosen(machine: Machine, asked: str, chosen: str) -> None:
    machine("3.12.1", "3.13.5", "3.13.1")

    found = choose(SpecifierSet(">=3.12,<3.15"), asked, what="NetBox 4.7.3", preferred="3.12")

    assert str(found.version) == chosen


def test_asked_binary_is_chosen() -> None:
    found = choose(SpecifierSet(">=3.8"), sys.executable, what="NetBox 4.7.3")

    assert (found.path, found.version, found.origin) == (Path(sys.executable), RUNNING, "--python")


def test_binary_that_is_not_accepted_is_a_usage_error() -> None:
    with pytest.raises(UsageError) as caught:
        choose(SpecifierSet(">=3.7,<3.9"), sys.executable, what="NetBox 3.0.0")

    assert str(caught.value) == (
        f"NetBox 3.0.0 needs Python 3.7-3.8; found {MINOR} ({sys.executable}). "
        "Install one of them, or name it with --python."
    )


def test_version_that_is_not_accepted_is_a_usage_error(machine: Machine) -> None:
    machine("3.11.2")

    with pytest.raises(UsageError) as caught:
        choose(SpecifierSet(">=3.12,<3.15"), "3.11", what="NetBox 4.7.3")

    assert str(caught.value) == "NetBox 4.7.3 needs Python 3.12-3.14; --python asks for 3.11. Ask for one of them."


@pytest.mark.parametrize("asked", ["", "3", "newest", "/nowhere/python3", "python9.x", "~", "3.12.1.2"])
def test_what_is_no_python_is_a_usage_error(asked: str) -> None:
    with pytest.raises(UsageError, match=r"is no CPython that works; give a version such as 3\.12, or a binary's path"):
        choose(SpecifierSet(">=3.12,<3.15"), asked, what="NetBox 4.7.3")


def test_program_that_is_no_python_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no CPython that works"):
        choose(SpecifierSet(">=3.8"), str(program(tmp_path / "python3.12", SHIM)), what="NetBox 4.7.3")


@pytest.mark.parametrize(
    ("there", "asked", "line"),
    [
        (["3.11.2"], None, "; found 3.11 (/opt/python3.11.2); nothing is downloaded because NPK_OFFLINE is set."),
        (["3.9.1", "3.11.2", "3.11.7", "3.10.1"], None, "; found 3.9, 3.10, 3.11; nothing is downloaded"),
        (["3.13.0"], "3.12", ", --python asks for 3.12; found 3.13 (/opt/python3.13.0); nothing"),
    ],
)
def test_machine_without_a_fitting_python_is_told_what_to_install(
    machine: Machine, there: list[str], asked: str | None, line: str
) -> None:
    machine(*there)

    with pytest.raises(UnavailableError) as caught:
        choose(SpecifierSet(">=3.12,<3.15"), asked, what="NetBox 4.7.3", preferred="3.12")

    assert str(caught.value).startswith(f"NetBox 4.7.3 needs Python 3.12-3.14{line}")
    assert str(caught.value).endswith("Install one with `uv python install 3.12`, or name it with --python.")


@pytest.mark.parametrize(
    ("asked", "preferred", "wanted"), [("3.14", "3.12", "3.14"), (None, "3.13", "3.13"), (None, None, "3.12")]
)
def test_missing_python_is_installed_with_uv(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, asked: str | None, preferred: str | None, wanted: str
) -> None:
    def install(*arguments: str) -> str:
        machine("3.11.2", f"{arguments[-1]}.0")
        return ""

    machine("3.11.2")
    monkeypatch.delenv("NPK_OFFLINE")
    monkeypatch.setattr(interpreters, "run_uv", install)
    messages: list[str] = []

    found = choose(
        SpecifierSet(">=3.12,<3.15"), asked, what="NetBox 4.7.3", preferred=preferred, progress=messages.append
    )

    assert found.minor == wanted
    assert messages == [f"downloading Python {wanted} with uv"]


def test_failed_download_is_said_in_a_line(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: str) -> str:
        raise UvError("Failed to install cause: Failed to download cause: no route to host")

    machine("3.11.2")
    monkeypatch.delenv("NPK_OFFLINE")
    monkeypatch.setattr(interpreters, "run_uv", refuse)

    with pytest.raises(UnavailableError, match=r"uv could not download 3\.12 \(no route to host\)\. Install one with"):
        choose(SpecifierSet(">=3.12,<3.15"), what="NetBox 4.7.3")


def test_python_that_is_wanted_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> Version:
        raise AssertionError("asked a Python that was not wanted")

    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    monkeypatch.setattr(interpreters, "discover", refuse)

    found = choose(SpecifierSet(">=3.8"), what="NetBox", preferred=here)

    assert found.minor == here
