"""The places that name a plugin's versions are compared with its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import read_project
from netbox_plugin_kit.plugin.agreement import differences, disagreements

_TABLE = "| Release | Oldest | Newest |\n|---|---|---|\n| 1.2.0 | 4.5.0 | {newest} |\n| 1.1.0 | 4.4.0 | 4.4.99 |\n"
_MANIFEST = "version: 0.1\ncompatibility:\n  - release: {release}\n    netbox_min: 4.5.0\n    netbox_max: 4.7.99\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    package = tmp_path / "netbox_example"
    package.mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "netbox-example"\nversion = "1.2.0"\n')
    (package / "__init__.py").write_text(
        "from netbox.plugins import PluginConfig\n\n\nclass ExampleConfig(PluginConfig):\n"
        "    name = 'netbox_example'\n    min_version = '4.5.0'\n    max_version = '4.7.99'\n\n\n"
        "config = ExampleConfig\n"
    )
    return tmp_path


def test_a_project_without_such_files_agrees_with_itself(project: Path) -> None:
    assert disagreements(project) == []


def test_files_that_say_the_same_agree(project: Path) -> None:
    (project / "COMPATIBILITY.md").write_text(_TABLE.format(newest="4.7.99"))
    (project / "netbox-plugin.yaml").write_text(_MANIFEST.format(release="1.2.0"))
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.0 (2026-11-02)\n")
    assert disagreements(project) == []


def test_every_place_that_differs_is_named(project: Path) -> None:
    (project / "COMPATIBILITY.md").write_text(_TABLE.format(newest="4.6.99"))
    (project / "netbox-plugin.yaml").write_text(_MANIFEST.format(release="1.1.0"))
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.0.1\n")
    assert disagreements(project) == [
        "COMPATIBILITY.md says 4.5.0 to 4.6.99 for 1.2.0, the code says 4.5.0 to 4.7.99",
        "netbox-plugin.yaml has no line for 1.2.0, which supports NetBox 4.5.0 to 4.7.99",
        "CHANGELOG.md has no heading for 1.2.0",
    ]


def test_a_manifest_that_is_none_is_one_clear_line(project: Path) -> None:
    (project / "netbox-plugin.yaml").write_text("compatibility: 7\n")
    with pytest.raises(UsageError, match=r"netbox-plugin.yaml is not a catalogue manifest"):
        disagreements(project)


def test_a_series_and_shorter_versions_say_the_same(project: Path) -> None:
    (project / "COMPATIBILITY.md").write_text(
        "| Release | Oldest | Newest |\n|---|---|---|\n| v1.2.x | 4.5 | 4.7.x |\n"
    )
    assert disagreements(project) == []


def test_a_table_of_another_kind_is_left_alone(project: Path) -> None:
    (project / "COMPATIBILITY.md").write_text("| NetBox | Plugin |\n|---|---|\n| 4.6 | 1.1.0 |\n")
    assert disagreements(project) == []


@pytest.mark.parametrize("heading", ["## v1.2.0", "## [1.2.0] - 2026-11-02", "# Unreleased"])
def test_headings_of_a_change_log(project: Path, heading: str) -> None:
    (project / "CHANGELOG.md").write_text(f"# Changelog\n\n{heading}\n")
    assert disagreements(project) == []


def test_a_difference_has_its_line(project: Path) -> None:
    (project / "COMPATIBILITY.md").write_text(_TABLE.format(newest="4.6.99"))
    (project / "netbox-plugin.yaml").write_text(_MANIFEST.format(release="1.2.0").replace("4.7.99", "4.6.99"))
    assert [(each.file, each.line) for each in differences(read_project(project))] == [
        ("COMPATIBILITY.md", 3),
        ("netbox-plugin.yaml", 3),
    ]
