"""Plugins that hang, exit, eat memory or leave something running: one answer is lost, nothing else."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from tests.kit import running

from .conftest import Directory
from .plugins import plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

LEAVES_A_CHILD = """
    import os
    import subprocess
    import sys
    from django.test import SimpleTestCase

    class ThingTest(SimpleTestCase):
        def test_child(self):
            code = "import time; time.sleep(1000)"
            subprocess.Popen([sys.executable, "-c", code, "MARK"], start_new_session=True)
            THEN
"""


def _leaves_a_child(directory: Path, then: str) -> tuple[Path, str]:
    """A plugin whose test starts a process in a session of its own; and the mark on that process."""
    mark = uuid.uuid4().hex
    return plugin(directory, files={"tests.py": LEAVES_A_CHILD.replace("MARK", mark).replace("THEN", then)}), mark


def test_plugin_that_hangs_at_import_fails_and_the_rest_is_skipped(directory: Directory) -> None:
    project = plugin(directory("hanging"), config="import time\ntime.sleep(1000)")

    ran = npk_test(project, "--timeout", "15")

    assert ran.outcomes["loads"] == "fail"
    assert "time-out" in ran.detail("loads")
    assert "netbox_small/__init__.py" in ran.log("loads")
    assert {ran.outcomes[name] for name in ("system", "migrations", "api", "tests")} == {"skip"}
    assert ran.status == 1


def test_plugin_that_ends_the_process_at_import_fails_with_the_status(directory: Directory) -> None:
    project = plugin(directory("leaving"), config="import os\nos._exit(7)")

    ran = npk_test(project)

    assert ran.outcomes["loads"] == "fail"
    assert "status 7" in ran.detail("loads")


@pytest.fixture(scope="module")
def exiting(directory: Directory) -> tuple[Ran, str]:
    """A test that ends the process it runs in, and the mark on the child it leaves behind."""
    project, mark = _leaves_a_child(directory("exiting"), "os._exit(3)")
    return npk_test(project), mark


def test_test_that_ends_the_process_fails_and_what_was_asked_before_stands(exiting: tuple[Ran, str]) -> None:
    ran, _ = exiting
    assert ran.outcomes == {
        "install": "pass", "loads": "pass", "system": "pass", "migrations": "pass", "api": "pass", "tests": "fail",
    }  # fmt: skip
    assert ran.detail("tests") == "the plugin ended NetBox's process with status 3"


def test_child_of_a_process_that_ended_itself_is_gone(exiting: tuple[Ran, str]) -> None:
    _, mark = exiting
    assert running(mark) == []


@pytest.fixture(scope="module")
def endless(directory: Directory) -> tuple[Ran, str]:
    """A test that never ends, and the mark on the child it has."""
    project, mark = _leaves_a_child(directory("endless"), "while True: pass")
    return npk_test(project, "--checks", "tests", "--timeout", "20"), mark


def test_test_that_never_ends_is_ended(endless: tuple[Ran, str]) -> None:
    ran, _ = endless
    assert ran.outcomes["tests"] == "fail"
    assert ran.detail("tests") == "time-out: no answer within 20 s (--timeout)"


def test_test_that_never_ends_is_shown_where_it_was(endless: tuple[Ran, str]) -> None:
    ran, _ = endless
    assert "in test_child" in ran.log("tests")


def test_child_of_a_test_that_was_ended_is_gone(endless: tuple[Ran, str]) -> None:
    _, mark = endless
    assert running(mark) == []
