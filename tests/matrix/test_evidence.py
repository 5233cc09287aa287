"""What the results say about the declared range."""

from __future__ import annotations

import pytest

from netbox_plugin_kit.matrix.evidence import conclude, weigh
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Expect, Outcome, Role
from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.rules import nbp607_proven_range

CATALOGUE = Catalogue.load()
DECLARED = ("4.5.0", "4.6.99")


def cell(netbox: str, outcome: Outcome = "pass", role: Role = "declared") -> CellResult:
    expect: Expect = "refuse" if role == "refusal" else "accept"
    return CellResult(netbox, "3.12", "embedded", 1.0, (CheckResult("loads", outcome),), expect, role=role)


GOOD = [cell("4.5.0"), cell("4.5.10"), cell("4.6.0"), cell("4.6.8")]
REFUSED = [cell("4.4.10", role="refusal"), cell("4.7.0", role="refusal")]


def test_a_true_declaration_leads_to_nothing() -> None:
    probes = [cell("4.4.10", "fail", "probe"), cell("4.7.0", "fail", "probe")]
    assert conclude([*REFUSED, *probes, *GOOD], DECLARED, CATALOGUE) == ()


def test_a_plugin_that_passes_below_its_range_is_told_so() -> None:
    (finding,) = conclude([*REFUSED, cell("4.4.10", role="probe"), *GOOD], DECLARED, CATALOGUE)
    assert (finding.code, finding.severity) == ("NBP607", "info")
    assert "the cells prove NetBox 4.4.10 to 4.6.8" in finding.message
    assert "passes every check on 4.4.10, which the declared range refuses" in finding.message
    assert "min_version = '4.4.10' and max_version = '4.6.99'" in str(finding.fix)


def test_a_plugin_that_passes_above_its_range_up_to_the_newest_patch() -> None:
    probes = [cell("4.7.0", role="probe"), cell("4.7.3", role="probe")]
    found = weigh([*probes, *GOOD], DECLARED, CATALOGUE)
    assert found is not None
    assert (found.min_version, found.max_version) == ("4.5.0", "4.7.99")


def test_above_the_range_only_what_was_proven_is_declared() -> None:
    found = weigh([cell("4.7.0", role="probe"), *GOOD], DECLARED, CATALOGUE)
    assert found is not None
    assert found.max_version == "4.7.0"


def test_a_plugin_that_fails_at_its_own_minimum() -> None:
    (finding,) = conclude([cell("4.5.0", "fail"), *GOOD[1:]], DECLARED, CATALOGUE)
    assert finding.severity == "warning"
    assert "it fails on 4.5.0, which the declared range takes" in finding.message
    assert "min_version = '4.5.10'" in str(finding.fix)


def test_the_unbroken_row_that_ends_with_the_newest_passing_release_counts() -> None:
    found = weigh([cell("4.5.0"), cell("4.5.10", "fail"), cell("4.6.0"), cell("4.6.8")], DECLARED, CATALOGUE)
    assert found is not None
    assert (found.lowest, found.highest, found.failed) == ("4.6.0", "4.6.8", ("4.5.10",))


def test_one_failing_cell_of_a_release_is_enough() -> None:
    found = weigh([cell("4.6.8"), cell("4.6.8", "fail"), cell("4.6.0")], (None, None), CATALOGUE)
    assert found is not None
    assert (found.highest, found.max_version) == ("4.6.0", "4.6.0")


@pytest.mark.parametrize("cells", [[], [cell("4.6.8", "fail")], [cell("4.6.8"), cell("4.6.0", "error")]])
def test_no_evidence_without_a_pass_or_with_trouble_of_the_kit(cells: list[CellResult]) -> None:
    assert weigh(cells, DECLARED, CATALOGUE) is None
    assert conclude(cells, DECLARED, CATALOGUE) == ()


def test_development_branches_are_no_evidence() -> None:
    assert weigh([cell("4.8.0", role="lane")], DECLARED, CATALOGUE) is None


def test_a_part_of_a_run_says_nothing_about_what_was_not_run() -> None:
    assert conclude([cell("4.6.0")], DECLARED, CATALOGUE) == ()


def test_what_is_told_has_a_rule_that_explains_it() -> None:
    (finding,) = conclude([*REFUSED, cell("4.5.0", "fail"), *GOOD[1:]], DECLARED, CATALOGUE)

    rule = nbp607_proven_range.rule
    assert (finding.code, finding.severity) == (rule.code, rule.severity)
