"""The same on a release that comes from git, with an older Django and other habits."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import plugin
from .running import OLDER, Ran, npk_test
from .test_good_plugins import COMPLETE

pytestmark = [pytest.mark.netbox, pytest.mark.mirror, pytest.mark.usefixtures("older_dummy")]


def test_dummy_plugin_of_the_release_passes_every_check(older_dummy: Ran) -> None:
    assert older_dummy.cell["netbox"] == OLDER
    assert {outcome for name, outcome in older_dummy.outcomes.items() if name != "tests"} == {"pass"}
    assert older_dummy.status == 0


def test_plugin_with_everything_passes_there_too(directory: Directory) -> None:
    project = plugin(
        directory("older-complete"),
        name="netbox_complete",
        config='default_auto_field = "django.db.models.BigAutoField"\ndefault_settings = {"licence": "mine"}\n',
        files=COMPLETE,
    )

    ran = npk_test(project, netbox=OLDER)

    assert ran.report["findings"] == []
    assert set(ran.outcomes.values()) == {"pass"}


def test_skipped_plugin_is_a_failure_there_too(directory: Directory) -> None:
    project = plugin(directory("older-refused"), config='min_version = "4.6.0"')

    ran = npk_test(project, netbox=OLDER)

    assert ran.outcomes["loads"] == "fail"
    assert "requires NetBox minimum version 4.6.0 (current: 4.5.10)" in ran.messages("loads")[0]


def test_menu_that_vanishes_without_a_word_is_a_failure(directory: Directory) -> None:
    # given: up to 4.6 NetBox takes an import error inside navigation.py for a plugin without a menu
    project = plugin(directory("older-menu"), files={"navigation.py": "import does_not_exist\n\nmenu_items = ()\n"})

    # when
    ran = npk_test(project, "--checks", "loads", netbox=OLDER)

    # then
    assert ran.detail("loads") == "not everything of the plugin loads"
    assert ran.messages("loads") == [
        "netbox_small/navigation.py:1 ModuleNotFoundError: No module named 'does_not_exist'"
    ]
