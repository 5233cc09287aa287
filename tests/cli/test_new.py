"""`npk new` at the command line: what it says, asks, makes, and leaves behind when it cannot."""

from __future__ import annotations

import errno
import json
import os
import pty
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.kit import NPK, Disk, Machine, eventually


def test_defaults_make_a_project_and_say_how_to_go_on(machine: Machine, tmp_path: Path) -> None:
    done = machine.npk("new", "--no-input", "--output", tmp_path)

    project = tmp_path / "netbox-access-lists"
    assert (done.status, done.stderr) == (0, "")
    assert done.stdout == f"made {project}: a plugin with AccessList\n\nnext:\n  cd {project}\n  npk test\n"
    assert [path.name for path in tmp_path.iterdir()] == [project.name]
    assert (project / "netbox_access_lists" / "models.py").exists()


def test_without_a_terminal_nothing_is_asked(machine: Machine, tmp_path: Path) -> None:
    done = machine.npk("new", "--set", "title=IP plans", "--set", "netbox.min=4.6", cwd=tmp_path)

    assert done.status == 0, done.stderr
    assert "made netbox-ip-plans: a plugin with IPPlan" in done.stdout
    assert "min_version" in (tmp_path / "netbox-ip-plans" / "netbox_ip_plans" / "__init__.py").read_text()


def test_a_specification(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "plugin.yaml").write_text("name: netbox-xy\nmodels: {Pool: {fields: {name: {}}}}\n")

    done = machine.npk("new", "--spec", "plugin.yaml", "--set", "models.Pool.contacts=true", cwd=tmp_path)

    assert done.status == 0, done.stderr
    assert "ContactsMixin" in (tmp_path / "netbox-xy" / "netbox_xy" / "models.py").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--no-input", "--set", "title=Inventory"],
            "npk: name: `netbox-inventory` is a plugin that is published already",
        ),
        (["--no-input", "--set", "featrues={}"], "npk: --set featrues: a specification has no such key; did you mean"),
        (["--spec", "nowhere.yaml"], "npk: Invalid value for '--spec': File 'nowhere.yaml' does not exist"),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_made(
    machine: Machine, tmp_path: Path, arguments: list[str], message: str
) -> None:
    done = machine.npk("new", *arguments, "--output", "out", cwd=tmp_path)

    assert (done.status, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(message)
    assert list(tmp_path.iterdir()) == []


def test_the_schema_is_printed(machine: Machine) -> None:
    assert json.loads(machine.npk("new", "--schema").stdout)["required"] == ["name"]


def test_a_full_disk_is_one_line_and_leaves_nothing(machine: Machine, disk: Disk) -> None:
    (disk.place / "ballast").write_bytes(b"x" * 400_000)

    done = machine.npk("new", "--no-input", "--output", disk.place)

    assert (done.status, done.stdout) == (3, "")
    (line,) = done.stderr.splitlines()
    assert os.strerror(errno.ENOSPC).lower() in line or "no space" in line or "ruff" in line
    assert [path.name for path in disk.place.iterdir()] == ["ballast"]


@pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted_it_leaves_nothing(machine: Machine, tmp_path: Path, with_signal: signal.Signals) -> None:
    output = tmp_path / "out"
    with machine.begin("new", "--no-input", "--output", output) as kit:
        assert eventually(lambda: output.exists() and any(output.iterdir()), 30)
        kit.process.send_signal(with_signal)
        assert kit.end(10) == 130
    assert not output.exists()
    assert "".join(kit.said).strip() == "npk: interrupted"


def test_questions_are_asked_again_until_the_answer_can_be_used(machine: Machine, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*NPK, "new", "--output", tmp_path], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=machine.environment(),
    ) as process:  # fmt: skip
        # Title, description, project (refused, then not), model, author, e-mail address, licence, range.
        for answer in ("Leases", "", "core", "netbox-my-leases", "Lease", "Jane", "jane@example.org", "MIT", "4.6", ""):
            os.write(ours, f"{answer}\n".encode())
            time.sleep(0.05)
        said, complaints = process.communicate(timeout=60)
    assert process.returncode == 0, complaints
    assert "netbox-my-leases" in said
    assert "name: `core` is a package of NetBox's own; use `netbox-core`, say" in complaints
    os.close(ours)
    os.close(theirs)
