"""Where tests are and who runs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netbox_plugin_kit.plugin import read_project

Write = Callable[..., Path]

DJANGO = "from django.test import TestCase\nclass ExampleTest(TestCase):\n    def test_it(self): pass\n"


@pytest.mark.parametrize(
    ("file", "path", "label", "inside"),
    [
        ("netbox_example/tests/test_it.py", "netbox_example/tests", "netbox_example.tests", True),
        ("netbox_example/tests/deep/test_it.py", "netbox_example/tests", "netbox_example.tests", True),
        ("netbox_example/tests.py", "netbox_example/tests.py", "netbox_example.tests", True),
        ("tests/test_it.py", "tests", "tests", False),
        ("test/test_it.py", "test", "test", False),
    ],
)
def test_tests_are_found(project: Write, file: str, path: str, label: str, inside: bool) -> None:
    root = project({file: DJANGO})

    tests = read_project(root).tests

    assert tests is not None
    assert (tests.path, tests.label, tests.inside_package, tests.runner) == (root / path, label, inside, "django")


def test_without_tests_there_is_no_layout(project: Write) -> None:
    assert read_project(project({"netbox_example/tests/__init__.py": ""})).tests is None


def test_path_and_runner_of_the_settings_win(project: Write) -> None:
    pyproject = '[tool.netbox-plugin-kit]\ntest-path = "netbox_example/checks/a.py"\ntest-command = "django"'

    tests = read_project(project({"netbox_example/checks/a.py": "import pytest"}, pyproject=pyproject)).tests

    assert tests is not None
    assert (tests.label, tests.runner, tests.inside_package) == ("netbox_example.checks.a", "django", True)


@pytest.mark.parametrize(
    "files",
    [
        {"tests/test_it.py": "def test_it(): pass\nfrom django.test import Client"},
        {"tests/test_it.py": "import pytest\npytestmark = pytest.mark.django_db"},
        {"tests/test_it.py": "import pytest\nfrom netbox_plugin_kit.testing import TestCase"},
        {"tests/test_it.py": "from pytest import mark\n@mark.django_db\ndef test_it(): pass"},
        {"tests/conftest.py": "import pytest, django\ndjango.setup()", "tests/test_it.py": ""},
        {"tests/test_it.py": "", "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = netbox.settings\n"},
        {"tests/test_it.py": "", "setup.cfg": "[tool:pytest]\naddopts = --ds=netbox.settings\n"},
        {"tests/test_it.py": "", "pyproject.toml": '[tool.pytest.ini_options]\nDJANGO_SETTINGS_MODULE = "a"'},
        {"tests/test_it.py": "", "pyproject.toml": '[dependency-groups]\ntest = ["pytest-django>=4"]'},
        {
            "tests/test_it.py": "",
            "pyproject.toml": '[project]\nname = "x"\n[project.optional-dependencies]\ntest = ["pytest_django"]',
        },
    ],
)
def test_pytest_is_recognised(project: Write, files: dict[str, str]) -> None:
    tests = read_project(project(files)).tests

    assert tests is not None
    assert tests.runner == "pytest"


@pytest.mark.parametrize("text", ["def test_it(): pass", "import pytest", "from pytest import mark"])
def test_pytest_without_django_stands_alone(project: Write, text: str) -> None:
    tests = read_project(project({"tests/test_it.py": text})).tests

    assert tests is not None
    assert tests.runner == "standalone"


def test_unreadable_test_file_and_pytest_configuration_do_no_harm(project: Write) -> None:
    tests = read_project(project({"tests/test_it.py": "def", "pytest.ini": "nonsense"})).tests

    assert tests is not None
    assert tests.runner == "django"
