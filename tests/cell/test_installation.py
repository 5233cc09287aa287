"""Plugins that do not even install: no NetBox is started for them."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import SETUPTOOLS, plugin
from .running import npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]


def test_dependency_that_contradicts_netbox_pins_fails_in_the_resolvers_words(directory: Directory) -> None:
    project = plugin(directory("contradiction"), requires=["django<5"])

    ran = npk_test(project)

    assert ran.outcomes == {
        "install": "fail", "loads": "skip", "system": "skip", "migrations": "skip", "api": "skip", "tests": "skip",
    }  # fmt: skip
    assert "django<5" in ran.messages("install")[0]
    assert ran.status == 1


def test_project_that_does_not_build_fails_in_the_builders_words(directory: Directory) -> None:
    project = plugin(
        directory("unbuildable"), build=SETUPTOOLS, files={"/setup.py": 'raise SystemExit("bring your own compiler")\n'}
    )

    ran = npk_test(project)

    assert ran.outcomes["install"] == "fail"
    assert "bring your own compiler" in ran.messages("install")[0]
    assert ran.report["plugin"]["package"] == "netbox_small"
