"""A project appears whole or not at all, and plain cookiecutter makes the same one as `npk new`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netbox_plugin_kit.data import template_directory
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold.generating import generate
from netbox_plugin_kit.scaffold.questions import answered

COOKIECUTTER = Path(sys.executable).with_name("cookiecutter")


def contents(project: Path) -> dict[str, bytes]:
    return {str(path.relative_to(project)): path.read_bytes() for path in project.rglob("*") if path.is_file()}


def cookiecutter(output: Path, *answers: str) -> subprocess.CompletedProcess[str]:
    output.mkdir()
    return subprocess.run(
        [COOKIECUTTER, "--no-input", "-o", output, template_directory(), *answers],
        capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(output.parent)},
    )  # fmt: skip


def test_plain_cookiecutter_makes_the_same(tmp_path: Path) -> None:
    ours = generate(answered([("title", "IP plans"), ("netbox.min", "4.4")]).values, tmp_path / "ours")

    done = cookiecutter(tmp_path / "theirs", "title=IP plans", "netbox_min=4.4")

    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "theirs" / ours.name) == contents(ours)


def test_plain_cookiecutter_refuses_in_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    done = cookiecutter(tmp_path / "out", "title=X", "project=core")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("Error: name: `core` is a package of NetBox's own; use `netbox-core`, say")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("kind", ["directory", "file", "link"])
def test_what_exists_is_not_touched(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "netbox-xy"
    if kind == "directory":
        target.mkdir()
    elif kind == "file":
        target.write_text("mine")
    else:
        target.symlink_to(tmp_path / "nowhere")

    with pytest.raises(UsageError, match="netbox-xy exists already; choose another --output or name, or remove it"):
        generate({"name": "netbox-xy"}, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["netbox-xy"]


def test_nothing_of_the_users_cookiecutter_is_read_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".cookiecutterrc").write_text("default_context: {_spec: nonsense, project: elsewhere}")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("COOKIECUTTER_CONFIG", str(home / ".cookiecutterrc"))

    assert generate({"name": "netbox-xy"}, tmp_path / "out").name == "netbox-xy"
    assert [path.name for path in home.iterdir()] == [".cookiecutterrc"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["netbox-xy"]
