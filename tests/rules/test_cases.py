"""Every rule finds what is bad in its bad cases, and nothing else, and nothing at all in its good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbox_plugin_kit.rules import every_rule

from .running import CASES, expectations, found_in, project

CODES = [rule.code for rule in every_rule() if rule.code != "NBP607"]
"""NBP607 has no logic of its own: it follows from a run of the matrix (tests/matrix/test_evidence.py)."""

BAD = sorted(case for code in CODES for case in (CASES / code).glob("bad*"))
GOOD = sorted(case for code in CODES for case in (CASES / code).glob("good*"))


def _name(case: Path) -> str:
    return f"{case.parent.name}-{case.name}"


@pytest.mark.parametrize("case", BAD, ids=_name)
def test_bad_case_is_found_where_it_says(case: Path, tmp_path: Path) -> None:
    place = project(case, tmp_path / "plugin")
    expected = expectations(place)

    assert case.parent.name in {code for _, _, code in expected}
    assert found_in(place) == expected


@pytest.mark.parametrize("case", GOOD, ids=_name)
def test_good_case_is_left_alone(case: Path, tmp_path: Path) -> None:
    place = project(case, tmp_path / "plugin")

    assert found_in(place) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_bad_and_a_good_case(code: str) -> None:
    assert list((CASES / code).glob("bad*"))
    assert list((CASES / code).glob("good*"))


def test_every_case_belongs_to_a_rule() -> None:
    assert {path.name for path in CASES.iterdir()} - {"base"} <= set(CODES)
