"""What is made of the failures of a test case that a plugin did not write."""

from __future__ import annotations

import unittest
from pathlib import Path

import pytest

from netbox_plugin_kit.inside.objects import Population
from netbox_plugin_kit.inside.protocol import Request
from netbox_plugin_kit.inside.trial import Trial, verdict


class Case(unittest.TestCase):
    __test__ = False  # not for pytest: its failures are what is tested

    def test_pages(self) -> None:
        for page in ("a", "b", "a"):
            with self.subTest(page=page):
                self.fail(f"/{page}/ leads nowhere\nand more")
        raise ValueError("broken")

    def test_fine(self) -> None:
        pass


@pytest.fixture
def asked(tmp_path: Path) -> Request:
    place = str(tmp_path)
    return Request("netbox_small", place, "netbox_small", ("pages",), place, place, 1)


def tried(asked: Request, name: str) -> Trial:
    trial = Trial(asked, {"test_pages": "mend it"})
    Case(name).run(trial)
    return trial


def test_each_failure_is_found_once_and_in_a_line(asked: Request) -> None:
    findings = tried(asked, "test_pages").findings

    assert [finding.message for finding in findings] == [
        "/a/ leads nowhere", "/b/ leads nowhere", "ValueError: broken",
    ]  # fmt: skip
    assert {finding.fix for finding in findings} == {"mend it"}


@pytest.mark.parametrize(
    ("name", "is_asked", "outcome"),
    [("test_pages", True, "fail"), ("test_fine", True, "pass"), ("test_fine", False, "skip")],
)
def test_the_verdict(asked: Request, name: str, is_asked: bool, outcome: str) -> None:
    answer = verdict("2 pages", tried(asked, name), Population({}, []), asked=is_asked, nothing="no pages")

    assert answer.outcome == outcome
