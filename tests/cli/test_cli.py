"""What somebody at a terminal meets: help, one line for every mistake, exit statuses, nothing in colour in a pipe."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netbox_plugin_kit import __version__
from netbox_plugin_kit.cli import main
from tests.kit import NPK, Disk, Done, Machine, minimal_plugin

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


def mistake(done: Done, status: int = 2) -> str:
    """What a command says that cannot do what it was told: one line, and nothing else anywhere."""
    assert (done.status, done.stdout) == (status, ""), done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("npk: ")
    return line.removeprefix("npk: ")


def test_help_names_every_command(machine: Machine) -> None:
    done = machine.npk("--help")
    assert done.status == 0
    for command in ("test", "releases", "cache", "doctor"):
        assert f"\n  {command} " in done.stdout


def test_without_a_command_there_is_help(machine: Machine) -> None:
    assert machine.npk() == machine.npk("--help")


def test_version(machine: Machine) -> None:
    assert machine.npk("--version") == Done(0, f"npk, version {__version__}\n", "")


def test_help_waits_for_nothing_it_does_not_need() -> None:
    script = (
        "import sys\nfrom netbox_plugin_kit.cli import cli\ncli(['--help'], standalone_mode=False)\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"rich", "psutil", "jsonschema", "packaging", "uv", "platformdirs", "tomllib"}


def test_a_script_that_stops_reading_is_no_error(machine: Machine) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*NPK, "releases"], stdout=writer, stderr=subprocess.PIPE, check=False, env=machine.environment()
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@needs_full
@pytest.mark.parametrize("command", ["releases", "releases --format json", "--help", "cache list --format json"])
def test_output_that_cannot_be_written_is_one_line(machine: Machine, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*NPK, *command.split()], stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env=machine.environment(),
        )  # fmt: skip
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith("npk: no space left on the device; ")


@needs_full
def test_an_error_that_nobody_can_read_changes_nothing_about_the_status(machine: Machine) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*NPK, "nonsense"], stderr=full, check=False, env=machine.environment())
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("nonsense", "No such command 'nonsense' (see `npk --help`)"),
        ("--nonsense", "No such option '--nonsense' (see `npk --help`)"),
        ("test --nonsense", "No such option '--nonsense' (see `npk test --help`)"),
        ("test one two", "Got unexpected extra argument (two) (see `npk test --help`)"),
        ("test --checks loads,spelling", "there is no check spelling; there are install, loads, system"),
        ("test --memory lots", "lots is no amount of memory; write 512M, 2G, or 0 for no limit"),
        ("test --timeout 0", "'--timeout': 0.0 is not in the range x>=1"),
        ("test --format pdf", "'pdf' is not one of 'text', 'json'"),
        ("test --output nowhere/report.txt", "there is no directory "),
        ("test --output /", "File '/' is a directory"),
        ("test ./nowhere", "there is no directory or file ./nowhere"),
        ("test ~nobody-of-that-name/plugin", "there is no directory or file ~nobody-of-that-name/plugin"),
        ("test what?", "what? is no directory, no file and no requirement (such as netbox-qrcode==1.0.0)"),
        ("test netbox-qrcode=1", "netbox-qrcode=1 is no directory, no file and no requirement"),
        ("test notes.txt", "notes.txt is a file, but neither a wheel (.whl) nor a source archive (.tar.gz, .zip)"),
        ("test empty", "empty has no package that offers a PluginConfig"),
        ("test plugin --netbox 9.9", "NetBox 9.9 is newer than"),
        ("test plugin --netbox newest", "--netbox cannot be 'newest'; give a version (4.7.3), a minor (4.6)"),
        ("test plugin --netbox >=4.5", "releases; name one, or use `npk matrix`"),
        ("test plugin --netbox ./plugin", "plugin is not NetBox: it has no netbox/netbox/settings.py"),
        ("test plugin --netbox 4.7.3 --python 3.9", "NetBox 4.7.3 needs Python 3.12-3.14; --python asks for 3.9."),
        ("test plugin --netbox 4.7.3 --python ./plugin", "--python ./plugin is no CPython that works"),
        ("releases --netbox 9.9", "NetBox 9.9 is newer than"),
        ("cache", "Missing command (see `npk cache --help`)"),
        ("cache export", "Missing argument 'FILE' (see `npk cache export --help`)"),
        ("cache export snapshots.tar", "there is no snapshot to export; `npk test` makes one"),
        ("cache import nowhere.tar", "File 'nowhere.tar' does not exist (see `npk cache import --help`)"),
        ("cache import notes.txt", "notes.txt is damaged, or no file that `npk cache export` wrote"),
        ("cache prune --unused often", "'often' is not a valid float range (see `npk cache prune --help`)"),
    ],
)
def test_a_mistake_is_one_line(machine: Machine, tmp_path: Path, arguments: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("Notes.")
    minimal_plugin(tmp_path / "plugin")
    assert said in mistake(machine.npk(*arguments.split(), cwd=tmp_path))


def test_a_very_long_name_is_no_file(machine: Machine) -> None:
    assert "is no directory, no file and no requirement" in mistake(machine.npk("test", "x" * 5000 + "?"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda root: (root / "netbox_minimal" / "__init__.py").write_text("from netbox.plugins import (\n"),
            "__init__.py",
        ),
        (lambda root: (root / "netbox_minimal" / "__init__.py").write_bytes(b"# \xff\xfe\n"), "__init__.py"),
        (lambda root: (root / "pyproject.toml").write_text("[project\n"), "pyproject.toml"),
        (lambda root: (root / "pyproject.toml").write_bytes(b"# \xff\xfe\n"), "pyproject.toml"),
        (lambda root: (root / "pyproject.toml").write_text("tool.netbox-plugin-kit = 7\n"), "a table"),
        (
            lambda root: (root / "pyproject.toml").write_text('[tool.netbox-plugin-kit]\nconfigurations = "x"\n'),
            'has no key "configurations"; did you mean "configuration"?',
        ),
        (
            lambda root: (root / "pyproject.toml").write_text('[tool.netbox-plugin-kit]\nconfiguration = "no.py"\n'),
            'configuration is "no.py", but there is no ',
        ),
    ],
    ids=["syntax", "encoding", "toml", "toml encoding", "no table", "unknown key", "no configuration"],
)
def test_a_broken_project_is_one_line_before_anything_is_made(
    machine: Machine, tmp_path: Path, change: Callable[[Path], object], said: str
) -> None:
    root = minimal_plugin(tmp_path / "plugin")
    change(root)
    assert said in mistake(machine.npk("test", root, "--netbox", "4.7.3"))


def test_a_report_that_cannot_be_written_is_said_before_the_work(machine: Machine, tmp_path: Path, disk: Disk) -> None:
    root = minimal_plugin(tmp_path / "plugin")
    disk.make_read_only()
    said = mistake(machine.npk("test", root, "--output", disk.place / "report.txt"))
    assert said == f"Invalid value for '--output': {disk.place} cannot be written to (see `npk test --help`)"


def test_status_of_an_interruption(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("netbox_plugin_kit.cli.cli.main", interrupt)
    with pytest.raises(SystemExit) as caught:
        main(["releases"])
    assert caught.value.code == 130
    assert capsys.readouterr().err == "npk: interrupted\n"


def test_a_full_disk_anywhere_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fill(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/run/of/the/kit")

    monkeypatch.setattr("netbox_plugin_kit.cli.cli.main", fill)
    monkeypatch.setattr("netbox_plugin_kit.cli._forget_output", lambda: None)
    with pytest.raises(SystemExit) as caught:
        main(["test"])
    assert caught.value.code == 3
    assert capsys.readouterr().err == (
        "npk: no space left on the device (/run/of/the/kit); free some, or name other places with NPK_CACHE_DIR "
        "(what is kept) and TMPDIR (what a run needs)\n"
    )


COLOUR = re.compile(r"\x1b\[(?:[0-9]+;)*(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:;[0-9]+)*m")


@pytest.mark.parametrize("command", ["--help", "releases", "cache list", "doctor"])
def test_nothing_is_in_colour_when_that_is_not_wanted(machine: Machine, command: str) -> None:
    done = machine.npk(*command.split(), NO_COLOR="1", FORCE_COLOR="1")
    assert not COLOUR.search(done.stdout + done.stderr)


@pytest.mark.parametrize("command", ["--help", "releases", "cache list", "doctor"])
def test_nothing_is_in_colour_in_a_pipe(machine: Machine, command: str) -> None:
    done = machine.npk(*command.split())
    assert "\x1b" not in done.stdout + done.stderr


def test_what_ascii_cannot_say_is_written_out(machine: Machine, tmp_path: Path) -> None:
    done = machine.npk("cache", "list", NPK_CACHE_DIR=str(tmp_path / "größe"), PYTHONIOENCODING="ascii")
    assert (done.status, done.stderr) == (0, "")
