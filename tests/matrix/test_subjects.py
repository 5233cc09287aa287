"""What is known of plugins before they are run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.subjects import read_requirements, subject
from netbox_plugin_kit.progress import silent
from tests.cell.plugins import plugin

BOUNDS = 'min_version = "4.6.0"\nmax_version = "4.7.99"'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return plugin(tmp_path / "project", config=BOUNDS)


def test_a_project_says_its_range_and_where_it_is(project: Path, tmp_path: Path) -> None:
    found = subject(str(project), Cache(tmp_path / "cache"), silent)

    assert (found.declared, found.root, found.trouble) == (("4.6.0", "4.7.99"), project, None)


@pytest.mark.parametrize("kind", ["--wheel", "--sdist"])
def test_a_wheel_and_a_source_archive_say_their_range(project: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "dist"
    subprocess.run(
        [sys.executable, "-m", "uv", "build", "--quiet", kind, "--out-dir", str(target), str(project)], check=True
    )
    (archive,) = (file for file in target.iterdir() if file.suffix in {".whl", ".gz"})

    found = subject(str(archive), Cache(tmp_path / "cache"), silent)

    assert (found.declared, found.root) == (("4.6.0", "4.7.99"), None)


def test_what_cannot_be_had_is_left_to_its_cells(tmp_path: Path) -> None:
    found = subject("netbox-there-is-no-such-plugin==1.0", Cache(tmp_path / "cache"), silent)

    assert found.declared == (None, None)
    assert "netbox-there-is-no-such-plugin" in str(found.trouble)


def test_what_is_no_plugin_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(UsageError):
        subject(str(tmp_path / "empty"), Cache(tmp_path / "cache"), silent)


def test_a_file_of_requirements_is_read_as_pip_reads_it(tmp_path: Path) -> None:
    (tmp_path / "plugins.txt").write_text("# plugins\n\nnetbox-qrcode==1.0.0  # this one\n  netbox-bgp >= 0.15\n")

    assert read_requirements(tmp_path / "plugins.txt") == ["netbox-qrcode==1.0.0", "netbox-bgp>=0.15"]


@pytest.mark.parametrize("text", ["-e .", "--index-url x", "two words"])
def test_a_line_that_is_no_requirement_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "plugins.txt").write_text(f"netbox-qrcode\n{text}\n")

    with pytest.raises(UsageError, match=r"plugins.txt:2: .* is no requirement"):
        read_requirements(tmp_path / "plugins.txt")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "plugins.txt").write_bytes(b"\xff\xfe")

    with pytest.raises(UsageError, match="cannot be read"):
        read_requirements(tmp_path / "plugins.txt")
