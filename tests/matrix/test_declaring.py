"""Versions written wherever a project has them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.declaring import write_range
from netbox_plugin_kit.plugin import read_project
from netbox_plugin_kit.plugin.agreement import disagreements
from tests.cell.plugins import plugin

CODE = "netbox_small/__init__.py"
TABLE = """# Compatibility

| Release | Oldest | Newest |
|:--------|:------:|-------:|
| 0.9     | 4.1.0  | 4.3.x  |
| `1.0`   | v4.5.0 | 4.6.x  |
"""
MANIFEST = """version: 0.1
package_name: netbox-small
compatibility:
  - release: "1.0"   # this one
    netbox_min: '4.5.0'
    netbox_max: 4.6.99
  - release: 0.9
    netbox_min: 4.1.0
    netbox_max: 4.3.99
"""
DECLARED = "min_version = '4.5.0'  # since panels\nmax_version = \"4.6.99\""


def project(directory: Path, *, config: str = DECLARED, **files: str) -> Path:
    return plugin(directory, config=config, files={f"/{name.replace('_', '.')}": text for name, text in files.items()})


def written(directory: Path, low: str | None, high: str | None) -> list[str]:
    return sorted(str(path.relative_to(directory)) for path in write_range(directory, low, high))


def test_every_place_says_the_same_afterwards(tmp_path: Path) -> None:
    directory = project(tmp_path / "p", COMPATIBILITY_md=TABLE, README_md=f"Text\n\n{TABLE}")
    (directory / "netbox-plugin.yaml").write_text(MANIFEST)

    assert written(directory, "4.4.10", "4.7.99") == ["COMPATIBILITY.md", "README.md", "netbox-plugin.yaml", CODE]

    assert disagreements(directory) == []
    found = read_project(directory)
    assert (found.min_version, found.max_version) == ("4.4.10", "4.7.99")
    assert "min_version = '4.4.10'  # since panels\n    max_version = \"4.7.99\"" in (directory / CODE).read_text()
    table = (directory / "COMPATIBILITY.md").read_text()
    assert table == TABLE.replace("v4.5.0", "v4.4.10").replace("4.6.x", "4.7.x")
    assert (directory / "README.md").read_text() == f"Text\n\n{table}"
    manifest = MANIFEST.replace("'4.5.0'", "'4.4.10'").replace("4.6.99", "4.7.99")
    assert (directory / "netbox-plugin.yaml").read_text() == manifest


def test_nothing_is_written_where_nothing_differs(tmp_path: Path) -> None:
    directory = project(tmp_path / "p", COMPATIBILITY_md=TABLE)
    before = {path: path.stat().st_mtime_ns for path in directory.rglob("*")}

    assert written(directory, "4.5.0", "4.6.99") == []

    assert {path: path.stat().st_mtime_ns for path in directory.rglob("*")} == before


def test_bounds_that_are_missing_are_added_to_the_plugin_config(tmp_path: Path) -> None:
    directory = project(tmp_path / "p", config="")

    assert written(directory, "4.5.0", "4.7.99") == [CODE]

    found = read_project(directory)
    assert (found.min_version, found.max_version) == ("4.5.0", "4.7.99")


def test_one_bound_alone(tmp_path: Path) -> None:
    directory = project(tmp_path / "p")

    assert written(directory, None, "4.7.99") == [CODE]

    found = read_project(directory)
    assert (found.min_version, found.max_version) == ("4.5.0", "4.7.99")


def test_what_is_worked_out_at_run_time_is_left_to_its_author_and_so_is_the_rest(tmp_path: Path) -> None:
    config = 'min_version = ".".join(["4", "5", "0"])\nmax_version = "4.6.99"'
    directory = project(tmp_path / "p", config=config, COMPATIBILITY_md=TABLE)

    with pytest.raises(UsageError, match=r"__init__.py:\d+: min_version is worked out at run time; write min_version"):
        write_range(directory, "4.4.0", "4.7.99")

    assert (directory / "COMPATIBILITY.md").read_text() == TABLE


VERSIONS = st.builds("4.{}.{}".format, st.integers(0, 9), st.integers(0, 99))


@settings(max_examples=30, deadline=None)
@given(low=VERSIONS, high=VERSIONS)
def test_only_versions_change(tmp_path_factory: pytest.TempPathFactory, low: str, high: str) -> None:
    directory = project(tmp_path_factory.mktemp("p") / "p", COMPATIBILITY_md=TABLE)
    original = (directory / CODE).read_text()

    write_range(directory, low, high)

    text = (directory / CODE).read_text()
    assert text == original.replace("4.5.0", low, 1).replace("4.6.99", high, 1)
