"""What keeps a plugin, or a part of it, from being loaded, and what the report says of it."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

LOADS = ("--checks", "loads")


@pytest.fixture(scope="module")
def excluding(directory: Directory) -> str:
    """A plugin whose declared range ends before the release."""
    return str(plugin(directory("excluding"), name="netbox_old", config='max_version = "4.6.99"'))


@pytest.fixture(scope="module")
def refused(excluding: str) -> Ran:
    return npk_test(excluding)


@pytest.fixture(scope="module")
def forced(excluding: str) -> Ran:
    return npk_test(excluding, "--force-load", *LOADS)


def test_skipped_plugin_is_a_failure(refused: Ran) -> None:
    assert refused.outcomes["loads"] == "fail"
    assert refused.status == 1
    assert refused.cell["verdict"] == "fail"


def test_refusal_is_reported_in_netbox_own_words(refused: Ran) -> None:
    (message,) = refused.messages("loads")
    assert "Plugin netbox_old requires NetBox maximum version 4.6.99 (current: 4.7.3)" in message


def test_what_builds_on_a_loaded_plugin_is_skipped(refused: Ran) -> None:
    assert {refused.outcomes[name] for name in ("system", "migrations", "api", "tests")} == {"skip"}
    assert refused.detail("tests") == "NetBox started without the plugin"


def test_plugin_outside_its_range_loads_by_force_and_the_report_says_so(forced: Ran) -> None:
    assert forced.status == 0
    assert forced.cell["forced"] is True
    assert forced.report["plugin"]["max_version"] == "4.6.99"


def test_missing_required_setting_is_reported_in_netbox_own_words(directory: Directory) -> None:
    project = plugin(directory("unset"), config='required_settings = ["licence"]')

    ran = npk_test(project, *LOADS)

    assert ran.outcomes["loads"] == "fail"
    assert "requires 'licence' to be present in the PLUGINS_CONFIG section" in ran.messages("loads")[0]


def test_error_at_import_is_reported_with_its_place(directory: Directory) -> None:
    project = plugin(directory("import"), config='raise RuntimeError("no licence server")')

    ran = npk_test(project, *LOADS)

    assert ran.messages("loads") == ["netbox_small/__init__.py:8 RuntimeError: no licence server"]
    assert ran.status == 1


@pytest.fixture(scope="module")
def unready(directory: Directory) -> Ran:
    project = plugin(
        directory("unready"),
        config="""
            def ready(self):
                super().ready()
                from . import signals
        """,
        files={"signals.py": "from django.dispatch import receiver\n\nundefined.connect(print)\n"},
    )
    return npk_test(project, *LOADS)


def test_error_in_ready_is_reported_with_its_place(unready: Ran) -> None:
    assert unready.messages("loads") == ["netbox_small/signals.py:3 NameError: name 'undefined' is not defined"]


def test_traceback_of_a_netbox_that_does_not_start_is_kept(unready: Ran) -> None:
    assert "Traceback" in unready.log("loads")


@pytest.fixture(scope="module")
def broken_views(directory: Directory) -> Ran:
    """A view module that does not import, and a template extension that nobody lists."""
    project = plugin(
        directory("broken-views"),
        files={
            "urls.py": "from . import views\n\nurlpatterns = []\n",
            "views.py": "from netbox.views import generic\nfrom utilities.utils import count_related\n",
            "template_content.py": """
                from netbox.plugins import PluginTemplateExtension

                class Listed(PluginTemplateExtension):
                    models = ["dcim.site"]

                class Forgotten(PluginTemplateExtension):
                    models = ["dcim.site"]

                template_extensions = [Listed]
            """,
        },
    )
    return npk_test(project, *LOADS)


def test_view_that_does_not_import_is_one_finding_with_its_place(broken_views: Ran) -> None:
    assert broken_views.messages("loads") == [
        "netbox_small/views.py:2 ModuleNotFoundError: No module named 'utilities.utils'"
    ]


def test_template_extension_that_is_not_listed_is_information(broken_views: Ran) -> None:
    (message,) = broken_views.messages("loads", "info")
    assert message.startswith("netbox_small/template_content.py:7 Forgotten is defined")
    assert "Listed is" not in message


def test_navigation_that_does_not_import_is_reported_with_its_place(directory: Directory) -> None:
    project = plugin(directory("navigation"), files={"navigation.py": "import does_not_exist\n\nmenu_items = ()\n"})

    ran = npk_test(project, *LOADS)

    assert ran.messages("loads") == [
        "netbox_small/navigation.py:1 ModuleNotFoundError: No module named 'does_not_exist'"
    ]


def test_ready_without_super_leaves_resources_unregistered(directory: Directory) -> None:
    project = plugin(
        directory("without-super"),
        config="def ready(self):\n    self.started = True\n",
        files={
            "navigation.py": """
                from netbox.plugins import PluginMenuItem

                menu_items = (PluginMenuItem(link="home", link_text="Home"),)
            """,
            "template_content.py": """
                from netbox.plugins import PluginTemplateExtension

                class OnSites(PluginTemplateExtension):
                    models = ["dcim.site"]

                template_extensions = [OnSites]
            """,
        },
    )

    ran = npk_test(project, *LOADS)

    assert ran.outcomes["loads"] == "fail"
    assert [message.partition(" is ")[2] for message in ran.messages("loads")] == ["not registered with NetBox"] * 2
    assert all("super().ready()" in finding["fix"] for finding in ran.check("loads")["findings"])
