"""The files around the code. Each of these is something that NetBox's official template gets wrong.

What it gets wrong in the code, generated plugins' own tests find on a real NetBox (test_generated.py): no migration,
permissions switched off in tests, a GraphQL type that shows everything to everybody, buttons that lead nowhere, a
journal that is promised and missing, a detail page whose template has another name.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from netbox_plugin_kit.plugin import read_project
from netbox_plugin_kit.plugin.agreement import disagreements
from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.scaffold.generating import generate
from tests.scaffold.covering import covering

_LICENSES = {
    "Apache-2.0": "Apache License",
    "MIT": "MIT License",
    "BSD-3-Clause": "BSD 3-Clause License",
    "MPL-2.0": "Mozilla Public License Version 2.0",
    "GPL-3.0-or-later": "GNU GENERAL PUBLIC LICENSE",
    "AGPL-3.0-or-later": "GNU AFFERO GENERAL PUBLIC LICENSE",
}


def _document(**values: Any) -> dict[str, Any]:
    model = {"fields": {"name": {"type": "char", "unique": True}}}
    return {"name": "netbox-access-lists", "models": {"AccessList": model}, **values}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of somebody who gave no address."""
    return generate(_document(author={"name": "Jane Doe", "email": ""}), tmp_path_factory.mktemp("project"))


def _pyproject(project: Path) -> dict[str, Any]:
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


def test_an_author_without_an_address_has_none(project: Path) -> None:
    assert _pyproject(project)["project"]["authors"] == [{"name": "Jane Doe"}]


@pytest.mark.parametrize("license_", _LICENSES)
def test_the_chosen_licence_is_in_the_metadata_and_in_its_file(license_: str, tmp_path: Path) -> None:
    project = generate(_document(license=license_), tmp_path)

    assert _pyproject(project)["project"]["license"] == license_
    assert _LICENSES[license_].lower() in (project / "LICENSE").read_text(encoding="utf-8").lower()


def test_versions_agree_everywhere(project: Path) -> None:
    assert disagreements(project) == []


def test_the_readme_names_the_releases_of_netbox_not_the_plugins(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")

    assert "4.5 to 4.7" in readme
    assert "0.1.0" not in readme


def test_the_sessions_run_on_releases_that_exist(project: Path) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "nox", "--list", "--json", "-s", "tests"],
        cwd=project, capture_output=True, text=True, check=True,
    )  # fmt: skip
    asked = [session["call_spec"]["netbox"] for session in json.loads(listed.stdout)]
    known = {release.minor.version for release in Catalogue.load().select("all")}

    assert asked == ["4.5", "4.6", "4.7"]
    assert set(asked) <= known


def test_the_ci_of_gitlab_runs_what_the_plan_says(project: Path) -> None:
    pipeline = yaml.safe_load((project / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    cell = yaml.safe_load((project / ".gitlab" / "npk-matrix.yml").read_text(encoding="utf-8"))[".npk-matrix"]

    assert "npk matrix --plan --format gitlab >> pipeline.yml" in pipeline["plan"]["script"]
    assert pipeline["matrix"]["trigger"]["include"] == [{"artifact": "pipeline.yml", "job": "plan"}]
    assert any('--cell "$MATRIX_CELL"' in line for line in cell["script"])


def test_workflows_are_rendered_where_they_should_be_and_nowhere_else(project: Path) -> None:
    workflow = (project / ".github" / "workflows" / "ci.yaml").read_text(encoding="utf-8")

    assert set(yaml.safe_load(workflow)["jobs"]) == {"plan", "matrix", "report"}
    assert "${{ fromJSON(needs.plan.outputs.cells) }}" in workflow
    assert "cookiecutter" not in workflow


def test_every_file_that_is_named_exists(project: Path) -> None:
    for page in project.rglob("*.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} names {link}"


@pytest.mark.parametrize("document", [_document(), *list(covering())[::6]])
def test_every_place_that_is_shown_exists(document: dict[str, Any], tmp_path: Path) -> None:
    project = generate(document, tmp_path)
    shown = re.findall(
        r"^\| `([^`]+)` \|", (project / "docs" / "development.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    places = [place for place in shown if "/" in place]

    assert places
    assert [place for place in places if not (project / place).exists()] == []


def test_tools_are_asked_for_in_one_version(project: Path) -> None:
    asked = set()
    for path in (
        item for item in project.rglob("*") if item.is_file() and item.suffix in {".toml", ".yaml", ".yml", ".py"}
    ):
        asked |= set(re.findall(r"ruff[>=~]=[\d.]+", path.read_text(encoding="utf-8")))

    assert asked == {"ruff>=0.14"}


def test_what_is_said_of_itself_is_what_the_kit_reads(project: Path) -> None:
    plugin = read_project(project)

    assert (plugin.name, plugin.package, str(plugin.version)) == ("netbox-access-lists", "netbox_access_lists", "0.1.0")
    assert (plugin.min_version, plugin.max_version) == ("4.5.0", "4.7.99")


def test_detail_pages_are_called_what_netbox_looks_for(project: Path) -> None:
    assert (project / "netbox_access_lists" / "templates" / "netbox_access_lists" / "accesslist.html").exists()
