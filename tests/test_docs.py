"""The documentation says what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
import yaml
from jsonschema import validate

from netbox_plugin_kit.cli import cli
from netbox_plugin_kit.cli.lint import lint as command_lint
from netbox_plugin_kit.cli.test import test as command_test
from netbox_plugin_kit.matrix.cells import CHECKS
from netbox_plugin_kit.reports.json import schema
from netbox_plugin_kit.rules import documentation

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SOURCES = sorted((ROOT / "netbox_plugin_kit").rglob("*.py"))


def everything() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def code() -> str:
    return "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)


def test_every_check_has_its_section_in_the_order_they_are_asked() -> None:
    headings = re.findall(r"^## `(\w+)`$", (ROOT / "docs/checks.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert tuple(headings) == CHECKS


@pytest.mark.parametrize("command", cli.list_commands(click.Context(cli)))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`npk {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", [text for parameter in command_test.params for text in parameter.opts])
def test_every_option_of_the_test_command_is_documented(option: str) -> None:
    assert not option.startswith("--") or option in everything()


@pytest.mark.parametrize("option", [text for parameter in command_lint.params for text in parameter.opts])
def test_every_option_of_the_linter_is_documented(option: str) -> None:
    assert not option.startswith("--") or option in (ROOT / "docs/lint.md").read_text(encoding="utf-8")


def test_the_hook_of_pre_commit_is_the_one_that_is_documented() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    page = (ROOT / "docs/lint.md").read_text(encoding="utf-8")
    (shown,) = [block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "hooks:" in block]
    documented = yaml.safe_load(shown)[0]["hooks"][0]

    assert {key: hook[key] for key in documented.keys() & hook.keys()} == {
        key: documented[key] for key in documented.keys() & hook.keys()
    }


def test_every_environment_variable_is_documented() -> None:
    # NPK_RUN marks the processes of a run; it is nobody's to set.
    used = set(re.findall(r"\bNPK_[A-Z_]+\b", code())) - {"NPK_RUN"}
    documented = re.findall(
        r"^\| `(NPK_\w+)`", (ROOT / "docs/environment.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert set(documented) == used


def test_every_kind_of_cache_entry_is_documented() -> None:
    kinds = set(re.findall(r"cache\.entry\(\s*\"([a-z-]+)\"", code()))
    page = (ROOT / "docs/environment.md").read_text(encoding="utf-8")

    assert kinds
    assert [kind for kind in kinds if f"`{kind}`" not in page] == []


def test_example_report_is_a_report() -> None:
    page = (ROOT / "docs/checks.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    report = json.loads(example)
    for cell in report["cells"]:
        for check in cell["checks"]:
            check["findings"] = report["findings"]

    validate(report, schema())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (page.parent / link).exists()] == []


def test_sessions_that_the_readme_names_exist() -> None:
    sessions = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\./dev (\w+)", everything()))

    assert named
    assert named <= sessions


def test_the_page_of_rules_is_what_the_rules_say() -> None:
    assert (ROOT / "docs/rules.md").read_text(encoding="utf-8") == documentation.page(), "run ./dev rules"
