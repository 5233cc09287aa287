"""The plugin's own tests: who runs them, where they are, and what counts as having passed."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import INITIAL, THING, plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

TESTS = ("--checks", "tests")


@pytest.fixture(scope="module")
def outside(directory: Directory) -> Ran:
    """Django's runner, tests beside the package, of which the arguments after `--` choose one."""
    project = plugin(
        directory("outside"),
        files={
            "models.py": THING,
            "migrations/0001_initial.py": INITIAL,
            "/tests/__init__.py": "",
            "/tests/data.txt": "a thing",
            "/tests/test_things.py": """
                from pathlib import Path
                from django.test import TestCase
                import netbox_small
                from netbox_small.models import Thing

                class ThingTest(TestCase):
                    def test_thing_from_a_file(self):
                        Thing.objects.create(name=(Path(__file__).parent / "data.txt").read_text())
                        self.assertEqual(Thing.objects.get().name, "a thing")

                    def test_file_of_the_wheel(self):
                        print("tested", Path(netbox_small.__file__).parent.parent.name)

                    def test_another(self):
                        self.fail("not asked for")
            """,
        },
    )
    return npk_test(project, *TESTS, "--", "--noinput", "--failfast", "-k", "file")


def test_tests_beside_the_package_run_against_the_installed_wheel(outside: Ran) -> None:
    assert outside.outcomes["tests"] == "pass"
    assert "tested site" in outside.log("tests")


def test_what_follows_two_dashes_reaches_djangos_runner(outside: Ran) -> None:
    assert outside.detail("tests") == "2 tests, 0 failed, 0 skipped"


@pytest.fixture(scope="module")
def with_pytest(directory: Directory) -> Ran:
    """pytest-django on the migrated database; one test of two is not asked for."""
    project = plugin(
        directory("pytest"),
        files={
            "models.py": THING,
            "migrations/0001_initial.py": INITIAL,
            "/tests/test_things.py": """
                import pytest
                from netbox_small.models import Thing

                @pytest.mark.django_db
                @pytest.mark.parametrize("name", ["one", "two"])
                def test_thing(name):
                    Thing.objects.create(name=name)
                    assert [thing.name for thing in Thing.objects.all()] == [name]

                @pytest.mark.django_db
                def test_wrong_thing():
                    assert Thing.objects.count() == 1

                def test_another():
                    raise AssertionError("not asked for")
            """,
        },
    )
    return npk_test(project, *TESTS, "--", "-k", "thing and not another")


def test_pytest_tests_each_find_an_empty_database(with_pytest: Ran) -> None:
    assert with_pytest.detail("tests") == "3 tests, 1 failed, 0 skipped"


def test_failing_pytest_test_is_named_with_its_reason(with_pytest: Ran) -> None:
    (message,) = with_pytest.messages("tests")
    assert "test_things.py::test_wrong_thing: " in message
    assert "assert 0 == 1" in message


def test_tests_that_know_nothing_of_django_run_without_it(directory: Directory) -> None:
    project = plugin(
        directory("standalone"),
        files={
            "names.py": "def shout(name):\n    return name.upper()\n",
            "/tests/conftest.py": """
                import sys
                import types
                import pytest

                @pytest.fixture(autouse=True)
                def fake_netbox(monkeypatch):
                    module = types.ModuleType("netbox.plugins")
                    module.PluginConfig = object
                    monkeypatch.setitem(sys.modules, "netbox", types.ModuleType("netbox"))
                    monkeypatch.setitem(sys.modules, "netbox.plugins", module)
            """,
            "/tests/test_names.py": """
                def test_shout():
                    from netbox_small.names import shout
                    assert shout("a") == "A"
            """,
        },
    )

    ran = npk_test(project, *TESTS)

    assert ran.outcomes["tests"] == "pass"
    assert ran.detail("tests") == "1 tests, 0 failed, 0 skipped"
