"""Plugins that obey the rules: NetBox's own example, what the generator makes, and published ones."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.environment.uv import run_uv
from netbox_plugin_kit.linting.run import LintResult, Options, lint
from netbox_plugin_kit.rules import Violation
from tests.cell.plugins import netbox_dummy
from tests.cell.running import CURRENT
from tests.kit import Machine

ROOT = Path(__file__).parents[2]
PUBLISHED: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "published.toml").read_text(encoding="utf-8")
)
SPECS = sorted((ROOT / "tests" / "scaffold" / "specs").glob("*.yaml"))


def _errors(result: LintResult) -> set[str]:
    return {each.finding.code or "" for each in result.violations if each.finding.severity == "error"}


@pytest.mark.netbox
def test_netbox_own_example_of_every_documented_hook_has_no_error(tmp_path: Path) -> None:
    result = lint(netbox_dummy(tmp_path, CURRENT), Options(ignore=("NBP9",)))  # its packaging is the tests' own

    assert result.modules > 20
    assert _errors(result) == set()


@pytest.mark.parametrize("spec", [None, *SPECS], ids=lambda spec: spec.stem if spec else "default")
def test_generated_plugin_has_no_finding_at_all(spec: Path | None, tmp_path: Path, machine: Machine) -> None:
    asked = ("--spec", spec) if spec else ()
    made = machine.npk("new", *asked, "--no-input", "--output", tmp_path)
    (project,) = tmp_path.iterdir()

    result = lint(project, Options())

    assert made.status == 0
    assert [f"{each.finding.path}: {each.finding.code}" for each in result.violations if not _is_asked(each)] == []


def _is_asked(violation: Violation) -> bool:
    """What the specification itself asks for: a core object that is protected."""
    return violation.finding.code == "NBP108"


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_plugin_has_the_errors_that_are_explained(name: str, tmp_path: Path) -> None:
    facts = PUBLISHED[name]
    run_uv(
        "pip", "install", "--no-deps", "--python-version", "3.12", "--target", tmp_path, f"{name}=={facts['version']}"
    )
    package = next(path.parent for path in tmp_path.glob("*/__init__.py"))

    result = lint(package.parent, Options())

    assert result.plugin.package
    assert _errors(result) == set(facts) - {"version"}


def test_published_plugins_are_in_the_documentation() -> None:
    page = (ROOT / "docs" / "published-plugins.md").read_text(encoding="utf-8")

    assert [name for name in PUBLISHED if f"| {name} {PUBLISHED[name]['version']} |" not in page] == []
    explained = [text for facts in PUBLISHED.values() for key, text in facts.items() if key != "version"]
    assert [text for text in explained if text not in page] == []
