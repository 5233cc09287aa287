"""What NetBox's core consists of, as rules ask for it."""

from __future__ import annotations

import pytest

from netbox_plugin_kit.releases import Catalogue
from netbox_plugin_kit.releases.core import Core


@pytest.fixture
def core() -> Core:
    return Core.load()


def test_every_minor_of_the_catalogue_is_known(core: Core) -> None:
    assert core.minors == {release.minor.version for release in Catalogue.load().releases}


def test_it_is_read_once(core: Core) -> None:
    assert Core.load() is core


def test_a_name_is_in_the_minors_that_have_it(core: Core) -> None:
    assert core.templates["dcim/device.html"] == core.minors
    assert core.commands["housekeeping"].minors == core.minors - {"4.7"}
    assert core.jinja_filters["env"] == {"4.6", "4.7"}


@pytest.mark.parametrize(
    "written",
    ["dcim.models.Device", "dcim.models.devices.Device", "dcim.Device", "dcim.device"],
)
def test_a_model_is_found_however_plugins_write_it(core: Core, written: str) -> None:
    found = core.model_named(written)

    assert found is not None
    assert (found.label, found.table, found.path) == ("dcim.Device", "dcim_device", "dcim.models.Device")


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("django.contrib.contenttypes.models.ContentType", "django.contrib.contenttypes.models.ContentType"),
        ("contenttypes.contenttype", "django.contrib.contenttypes.models.ContentType"),
        ("users.models.users.User", "users.models.User"),
    ],
)
def test_models_of_django_and_of_users_are_found(core: Core, written: str, path: str) -> None:
    found = core.model_named(written)

    assert found is not None
    assert found.path == path


@pytest.mark.parametrize(
    "written",
    [
        "dcim.models.Device.site",  # a field that is called as another model is
        "dcim.models.device",
        "dcim.tables.Device",
        "dcim.models",
        "netbox.models.NetBoxModel",
        "django.contrib",
        "Device",
        "",
    ],
)
def test_what_is_no_model_of_core_is_none(core: Core, written: str) -> None:
    assert core.model_named(written) is None


def test_a_star_import_brings_models_only(core: Core) -> None:
    assert core.model_path("dcim.models", "Site") == "dcim.models.Site"
    assert core.model_path("dcim.models", "site") is None
    assert core.model_path("dcim.views", "Site") is None
    assert core.model_path("plugin.models", "Site") is None


def test_names_on_a_model_know_their_releases(core: Core) -> None:
    site = core.models["dcim.Site"]

    assert site.taken("devices") == core.minors
    assert site.taken("owner") == {"4.5", "4.6", "4.7"}
    assert site.taken("example") == frozenset()


def test_a_name_of_a_newer_model_is_taken_where_the_model_is(core: Core) -> None:
    rack_type = core.models["dcim.RackType"]

    assert rack_type.taken("model") == rack_type.minors == core.minors - {"3.7", "4.0"}


def test_views_of_one_object_and_of_all_are_told_apart(core: Core) -> None:
    views = {(view.name, view.detail): view for view in core.views["dcim.site"]}

    assert views["edit", True].minors == core.minors
    assert views["bulk_edit", False].path == "edit"
    assert views["bulk_edit", False].minors == core.minors - {"3.7", "4.0", "4.1"}
    assert {("", True), ("delete", True), ("changelog", True), ("journal", True)} <= views.keys()


def test_what_a_tag_library_and_a_command_belong_to_is_known(core: Core) -> None:
    assert core.tag_libraries["helpers"].owner == "utilities.templatetags.helpers"
    assert core.commands["migrate"].owner == "django.core"
    assert core.apps["contenttypes"].owner == "django.contrib.contenttypes"


def test_packages_are_netbox_and_its_apps(core: Core) -> None:
    assert set(core.packages) == {
        "account", "circuits", "core", "dcim", "extras", "ipam", "netbox", "tenancy", "users", "utilities",
        "virtualization", "vpn", "wireless",
    }  # fmt: skip


def test_paths_that_a_setting_switches_on_are_paths_of_core(core: Core) -> None:
    assert {"api", "graphql", "media", "metrics", "plugins", "static", "__debug__"} <= core.url_roots.keys()
    assert core.url_roots["admin"] == {"3.7", "4.0", "4.1"}


def test_pins_tell_what_netbox_pins_itself(core: Core) -> None:
    assert core.pins["django"]["3.7"].startswith("4.2.")
    assert core.pinned["django"] == core.minors
    assert "asgiref" in core.pins
    assert "asgiref" not in core.pinned
