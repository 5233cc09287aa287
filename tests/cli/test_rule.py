"""`npk rule`: the linter's rules, as documents."""

from __future__ import annotations

import json

import pytest

from netbox_plugin_kit.rules import every_rule
from netbox_plugin_kit.rules.documentation import page
from tests.cli.test_cli import mistake
from tests.kit import Machine

CODES = [rule.code for rule in every_rule()]


def test_all_are_listed(machine: Machine) -> None:
    lines = machine.npk("rule").stdout.splitlines()
    assert [line.split()[0] for line in lines] == CODES
    assert lines[CODES.index("NBP101")] == "NBP101  error    Field added to a core model"


def test_all_for_programs(machine: Machine) -> None:
    records = json.loads(machine.npk("rule", "--format", "json").stdout)
    assert [record["code"] for record in records] == CODES
    assert {record["severity"] for record in records} == {"error", "warning", "info"}
    assert {record["fixable"] for record in records} == {"no", "safe", "unsafe"}


def test_all_in_a_document(machine: Machine) -> None:
    lines = machine.npk("rule", "--format", "markdown").stdout.splitlines()
    assert len(lines) == len(CODES) + 2
    assert "| NBP101 | error | Field added to a core model |  |" in lines


@pytest.mark.parametrize("code", ["NBP603", "nbp603"])
def test_one(machine: Machine, code: str) -> None:
    said = machine.npk("rule", code).stdout
    assert said.startswith("NBP603: Maximum refuses its own patches (error)\n\n")
    assert '\n    max_version = "4.7.99"\n' in said
    assert "\nSource: " in said
    assert "Mended by --unsafe-fixes" in said


def test_one_for_programs_and_in_a_document(machine: Machine) -> None:
    assert json.loads(machine.npk("rule", "NBP101", "--format", "json").stdout)["code"] == "NBP101"
    section = machine.npk("rule", "NBP101", "--format", "markdown").stdout
    assert section.startswith("## NBP101: Field added to a core model\n\n*Error.* ")
    assert section in page().replace("\n###", "\n##")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("NBP999", "there is no rule NBP999; `npk rule` lists them"),
        ("NBP1", "there is no rule NBP1; `npk rule` lists them"),
        ("NBP101 NBP102", "Got unexpected extra argument (NBP102) (see `npk rule --help`)"),
        ("--format pdf", "'pdf' is not one of 'text', 'json', 'markdown'"),
    ],
)
def test_a_mistake_is_one_line(machine: Machine, arguments: str, said: str) -> None:
    assert said in mistake(machine.npk("rule", *arguments.split()))
