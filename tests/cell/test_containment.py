"""Plugins that hang, exit, eat memory or leave something running: one answer is lost, nothing else."""

from __future__ import annotations

import uuid

import psutil
import pytest

from .conftest import Directory
from .plugins import plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

TESTS = ("--checks", "tests")


def _running(mark: str) -> list[psutil.Process]:
    return [process for process in psutil.process_iter(["cmdline"]) if mark in (process.info["cmdline"] or ())]


def test_plugin_that_hangs_at_import_fails_and_the_rest_is_skipped(directory: Directory) -> None:
    project = plugin(directory("hanging"), config="import time\ntime.sleep(1000)")

    ran = npk_test(project, "--timeout", "5")

    assert ran.outcomes["loads"] == "fail"
    assert "time-out" in ran.detail("loads")
    assert {ran.outcomes[name] for name in ("system", "migrations", "api", "tests")} == {"skip"}
    assert ran.status == 1


def test_plugin_that_ends_the_process_at_import_fails_with_the_status(directory: Directory) -> None:
    project = plugin(directory("leaving"), config="import os\nos._exit(7)")

    ran = npk_test(project)

    assert ran.outcomes["loads"] == "fail"
    assert "status 7" in ran.detail("loads")


def test_test_that_ends_the_process_fails_and_what_was_asked_before_stands(directory: Directory) -> None:
    project = plugin(
        directory("exiting"),
        files={
            "tests.py": """
                import os
                from django.test import SimpleTestCase

                class ThingTest(SimpleTestCase):
                    def test_exit(self):
                        os._exit(3)
            """
        },
    )

    ran = npk_test(project)

    assert ran.outcomes == {
        "install": "pass", "loads": "pass", "system": "pass", "migrations": "pass", "api": "pass", "tests": "fail",
    }  # fmt: skip
    assert ran.detail("tests") == "the plugin ended NetBox's process with status 3"


LEAVES_A_CHILD = """
    import subprocess
    import sys
    from django.test import SimpleTestCase

    class ThingTest(SimpleTestCase):
        def test_child(self):
            code = "import time; time.sleep(1000)"
            subprocess.Popen([sys.executable, "-W", "ignore", "-c", code, "MARK"], start_new_session=True)
            THEN
"""


@pytest.fixture(scope="module")
def endless(directory: Directory) -> tuple[Ran, str]:
    """A test that never ends and has a child in a session of its own; and the mark on that child."""
    mark = uuid.uuid4().hex
    text = LEAVES_A_CHILD.replace("MARK", mark).replace("THEN", "while True: pass")
    return npk_test(plugin(directory("endless"), files={"tests.py": text}), *TESTS, "--timeout", "30"), mark


def test_test_that_never_ends_is_ended(endless: tuple[Ran, str]) -> None:
    ran, _ = endless
    assert ran.outcomes["tests"] == "fail"
    assert ran.detail("tests") == "time-out: no answer within 30 s (--timeout)"


def test_child_of_a_test_that_was_ended_is_gone(endless: tuple[Ran, str]) -> None:
    _, mark = endless
    assert _running(mark) == []


def test_child_that_a_passing_test_leaves_behind_is_gone(directory: Directory) -> None:
    mark = uuid.uuid4().hex
    text = LEAVES_A_CHILD.replace("MARK", mark).replace("THEN", "pass")

    ran = npk_test(plugin(directory("leaving-a-child"), files={"tests.py": text}), *TESTS)

    assert "1 tests, 0 failed" in ran.detail("tests")
    assert _running(mark) == []


def test_test_that_eats_memory_fails_and_is_told_the_limit(directory: Directory) -> None:
    project = plugin(
        directory("hungry"),
        files={
            "tests.py": """
                from django.test import SimpleTestCase

                class ThingTest(SimpleTestCase):
                    def test_hunger(self):
                        eaten = []
                        while True:
                            eaten.append(bytearray(50_000_000))
            """
        },
    )

    ran = npk_test(project, *TESTS, "--memory", "1G")

    assert ran.outcomes["tests"] == "fail"
    (finding,) = ran.check("tests")["findings"]
    assert "MemoryError" in finding["message"]
    assert "1024 MiB (--memory)" in finding["fix"]
