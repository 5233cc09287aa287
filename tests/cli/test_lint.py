"""`npk lint` as somebody at a terminal, a pre-commit hook or a CI has it."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import junitparser
import pytest
from sarif_kit import validation_errors

from netbox_plugin_kit.reports.json import schema
from tests.cli.test_cli import mistake
from tests.kit import NPK, Machine
from tests.linting.projects import BAD, MODELS, plugin

CORE = """from dcim.models import Device

Device.save = lambda self: None
"""
"""One error: NBP102, in line 3."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A plugin with an error and a warning."""
    return plugin(tmp_path / "plugin", {MODELS: BAD, "netbox_example/patches.py": CORE})


def test_text(machine: Machine, root: Path) -> None:
    done = machine.npk("lint", cwd=root)
    assert (done.status, done.stderr) == (1, "")
    assert f"{MODELS}:4:1: warning NBP104 " in done.stdout
    assert (
        "netbox_example/patches.py:3:1: error NBP102 "
        "an assignment replaces save of dcim.Device, a model of NetBox's core\n"
        "    | Device.save = lambda self: None\n"
        "    | ^\n"
        "    fix: "
    ) in done.stdout
    assert re.fullmatch(
        r"1 error, 1 warning in \d Python files; `npk rule CODE` explains", done.stdout.splitlines()[-1]
    )


def test_nothing_found(machine: Machine, tmp_path: Path) -> None:
    done = machine.npk("lint", plugin(tmp_path / "plugin"))
    assert (done.status, done.stderr) == (0, "")
    assert re.fullmatch(r"nothing found in \d Python files?\n", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("", 1),
        ("--fail-on error", 1),
        ("--fail-on never", 0),
        ("--ignore NBP102", 0),
        ("--ignore NBP102 --fail-on warning", 1),
        ("--ignore NBP102,NBP104 --fail-on info", 0),
        ("--select NBP104", 0),
        ("--select NBP104 --select NBP102", 1),
        ("--select nbp104 --fail-on info", 1),
        ("netbox_example/models.py", 0),
        ("netbox_example/models.py netbox_example/patches.py", 1),
        ("netbox_example", 1),
        ("README.md", 0),
    ],
)
def test_exit_status(machine: Machine, root: Path, arguments: str, status: int) -> None:
    assert machine.npk("lint", *arguments.split(), cwd=root).status == status


def test_paths_are_told_as_they_are_called_from_here(machine: Machine, root: Path) -> None:
    assert f"\n{MODELS}:4:1" in "\n" + machine.npk("lint", cwd=root).stdout
    assert f"\nplugin/{MODELS}:4:1" in "\n" + machine.npk("lint", "plugin", cwd=root.parent).stdout
    assert "\nmodels.py:4:1" in "\n" + machine.npk("lint", "..", cwd=root / "netbox_example").stdout
    assert f"\n{root}/{MODELS}:4:1" in "\n" + machine.npk("lint", root, cwd=machine.temporary).stdout


def test_several_projects(machine: Machine, root: Path) -> None:
    plugin(root.parent / "other", {MODELS: BAD})
    done = machine.npk("lint", "plugin", "other/netbox_example", cwd=root.parent)
    assert done.status == 1
    assert f"plugin/{MODELS}:4:1" in done.stdout
    assert f"other/{MODELS}:4:1" in done.stdout
    documents = [json.loads(line) for line in machine.npk(
        "lint", "plugin", "other", "--format", "json", cwd=root.parent
    ).stdout.splitlines()]  # fmt: skip
    assert [len(document["findings"]) for document in documents] == [2, 1]


def test_formats_for_programs_are_alone_on_standard_output(machine: Machine, root: Path) -> None:
    document = json.loads(machine.npk("lint", "--format", "json", cwd=root).stdout)
    jsonschema.validate(document, schema())
    assert [finding["code"] for finding in document["findings"]] == ["NBP104", "NBP102"]
    assert validation_errors(json.loads(machine.npk("lint", "--format", "sarif", cwd=root).stdout)) == []
    suites = junitparser.JUnitXml.fromstring(machine.npk("lint", "--format", "junit", cwd=root).stdout.encode())
    assert [suite.failures for suite in suites] == [1]
    commands = machine.npk("lint", "--format", "github", cwd=root).stdout.splitlines()
    assert [command.split(",")[0] for command in commands] == [
        "::error file=netbox_example/patches.py", f"::warning file={MODELS}"
    ]  # fmt: skip


def test_summary_and_statistics(machine: Machine, root: Path) -> None:
    summary = machine.npk("lint", "--format", "summary", cwd=root).stdout.splitlines()
    assert [line.split()[:2] for line in summary[:-1]] == [["1", "NBP102"], ["1", "NBP104"]]
    whole = machine.npk("lint", "--statistics", cwd=root).stdout.splitlines()
    assert whole[-2:] == summary[:-1]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "junit", "summary"])
def test_a_report_in_a_file(machine: Machine, root: Path, form: str) -> None:
    said = machine.npk("lint", "--format", form, cwd=root)
    done = machine.npk("lint", "--format", form, "--output", root.parent / "report", cwd=root)
    assert (done.status, done.stdout, done.stderr) == (1, "", "")
    assert (root.parent / "report").read_text() == said.stdout


def test_baseline(machine: Machine, root: Path) -> None:
    done = machine.npk("lint", "--write-baseline", "lint.json", cwd=root)
    assert (done.status, done.stderr) == (0, "wrote 2 findings to lint.json\n")
    known = machine.npk("lint", "--baseline", "lint.json", "--fail-on", "info", cwd=root)
    assert known.status == 0
    assert "; 2 in the baseline" in known.stdout
    (root / MODELS).write_text("")
    gone = machine.npk("lint", "--baseline", "lint.json", cwd=root)
    assert "; 1 in the baseline; 1 of the baseline no longer there" in gone.stdout


def test_fix(machine: Machine, root: Path) -> None:
    (root / MODELS).write_text("x = 1  # npk: ignore[NBP104] no longer needed\n")
    assert "(--fix does it)" in machine.npk("lint", cwd=root).stdout
    done = machine.npk("lint", "--fix", cwd=root)
    assert "; 1 mended" in done.stdout
    assert (root / MODELS).read_text() == "x = 1\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("nowhere", "nowhere does not exist; name a plugin's project directory, or a file of it"),
        ("plugin nowhere", "nowhere does not exist"),
        ("plugin --select NBP999", "there is no rule NBP999; `npk rule` lists them"),
        ("plugin --ignore E501", "there is no rule E501"),
        ("plugin --format pdf", "'pdf' is not one of 'text', 'json'"),
        ("plugin --fail-on fatal", "'fatal' is not one of 'error', 'warning'"),
        ("plugin --output nowhere/report", "there is no directory "),
        ("plugin --baseline nowhere.json", "the baseline nowhere.json cannot be read: No such file or directory"),
        ("plugin --baseline plugin/README.md", "plugin/README.md is not a baseline"),
        ("plugin other --write-baseline a.json", "--write-baseline takes the findings of one project; name one"),
        ("misset", "tool.netbox-plugin-kit.lint.fail-on is 'fatal'; allowed: "),
        ("mistyped", 'tool.netbox-plugin-kit has no key "lnit"; did you mean "lint"?'),
    ],
)
def test_a_mistake_is_one_line(machine: Machine, tmp_path: Path, arguments: str, said: str) -> None:
    for name in ("plugin", "other"):
        plugin(tmp_path / name)
    plugin(tmp_path / "misset", lint_settings='fail-on = "fatal"')
    with (plugin(tmp_path / "mistyped") / "pyproject.toml").open("a") as file:
        file.write("[tool.netbox-plugin-kit.lnit]\n")
    assert said in mistake(machine.npk("lint", *arguments.split(), cwd=tmp_path))


def test_a_directory_without_a_plugin(machine: Machine, tmp_path: Path) -> None:
    done = machine.npk("lint", cwd=tmp_path)
    assert (done.status, done.stderr) == (1, "")
    assert "error NBP006 " in done.stdout
    assert "Traceback" not in done.stdout


def test_a_file_of_a_name_that_is_no_text(machine: Machine, root: Path) -> None:
    try:
        (root / "netbox_example" / os.fsdecode(b"caf\xe9.py")).write_text("def work(:\n")
    except OSError:
        pytest.skip("this file system has no such names")
    for form in ("text", "json", "sarif", "github", "junit"):
        done = machine.npk("lint", "--format", form, cwd=root)
        assert (done.status, done.stderr) == (1, "")
        assert "NBP001" in done.stdout


def test_colours_are_for_terminals(machine: Machine, root: Path) -> None:
    assert "\x1b" not in machine.npk("lint", cwd=root, FORCE_COLOR="").stdout
    assert "\x1b[31merror\x1b[0m" in on_terminal(machine, root, TERM="xterm-256color")
    assert "\x1b[31m" not in on_terminal(machine, root, TERM="xterm-256color", NO_COLOR="1")


def on_terminal(machine: Machine, root: Path, **variables: str) -> str:
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in machine.environment(**variables).items() if name != "FORCE_COLOR"}
    with subprocess.Popen([*NPK, "lint"], stdout=theirs, cwd=root, env=environment):
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # how Linux says that nobody is there any more
            pass
    os.close(ours)
    return said.decode()


def test_it_starts_without_what_it_does_not_need(root: Path) -> None:
    script = (
        "import sys\nfrom netbox_plugin_kit.cli import cli\n"
        f"cli(['lint', {str(root)!r}, '--format', 'json', '--output', {os.devnull!r}], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"jsonschema", "psutil", "uv", "cookiecutter", "yaml", "rich", "ssl", "ruff"}


def test_nothing_of_the_plugin_is_run(machine: Machine, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    code = f"open({str(proof)!r}, 'w').write('it ran')\n"
    names = ("netbox_example/__init__.py", MODELS, "setup.py", "conftest.py", "sitecustomize.py", "netbox/__init__.py")
    root = plugin(tmp_path / "plugin", dict.fromkeys(names, code))
    machine.npk("lint", cwd=root)
    machine.npk("lint", "--fix", "--unsafe-fixes", cwd=root)
    assert not proof.exists()
