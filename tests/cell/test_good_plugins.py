"""Plugins with nothing wrong: NetBox's own, one that has nothing, one that has everything, a published one."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox]

COMPLETE = {
    "models.py": """
        from django.db import models
        from django.urls import reverse
        from netbox.models import NetBoxModel

        class Thing(NetBoxModel):
            name = models.CharField(max_length=50)
            site = models.ForeignKey("dcim.Site", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

            class Meta:
                ordering = ["name"]

            def __str__(self):
                return self.name

            def get_absolute_url(self):
                return reverse("plugins:netbox_complete:thing", args=[self.pk])
    """,
    "migrations/0001_initial.py": """
        import taggit.managers
        import utilities.json
        from django.db import migrations, models

        class Migration(migrations.Migration):
            initial = True
            dependencies = [("dcim", "0002_squashed"), ("extras", "0001_squashed")]
            operations = [
                migrations.CreateModel(
                    name="Thing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                        ("created", models.DateTimeField(auto_now_add=True, null=True)),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True)),
                        ("custom_field_data", models.JSONField(
                            blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder)),
                        ("name", models.CharField(max_length=50)),
                        ("site", models.ForeignKey(blank=True, null=True, on_delete=models.deletion.PROTECT,
                                                   related_name="+", to="dcim.site")),
                        ("tags", taggit.managers.TaggableManager(through="extras.TaggedItem", to="extras.Tag")),
                    ],
                    options={"ordering": ["name"]},
                ),
            ]
    """,
    "migrations/0002_first_thing.py": """
        from django.db import migrations

        def create(apps, schema_editor):
            apps.get_model("netbox_complete", "Thing").objects.create(name="the first")

        class Migration(migrations.Migration):
            dependencies = [("netbox_complete", "0001_initial")]
            operations = [migrations.RunPython(create, migrations.RunPython.noop)]
    """,
    "api/serializers.py": """
        from netbox.api.serializers import NetBoxModelSerializer
        from rest_framework import serializers
        from ..models import Thing

        class ThingSerializer(NetBoxModelSerializer):
            url = serializers.HyperlinkedIdentityField(view_name="plugins-api:netbox_complete-api:thing-detail")
            length = serializers.SerializerMethodField()

            class Meta:
                model = Thing
                fields = ("id", "url", "display", "name", "site", "length", "tags", "custom_fields")
                brief_fields = ("id", "url", "display")

            def get_length(self, thing) -> int:
                return len(thing.name)
    """,
    "api/views.py": """
        from netbox.api.viewsets import NetBoxModelViewSet
        from ..models import Thing
        from .serializers import ThingSerializer

        class ThingViewSet(NetBoxModelViewSet):
            queryset = Thing.objects.all()
            serializer_class = ThingSerializer
    """,
    "api/urls.py": """
        from netbox.api.routers import NetBoxRouter
        from .views import ThingViewSet

        app_name = "netbox_complete"
        router = NetBoxRouter()
        router.register("things", ThingViewSet)
        urlpatterns = router.urls
    """,
    "graphql.py": """
        import strawberry
        import strawberry_django
        from netbox.graphql.types import NetBoxObjectType
        from . import models

        @strawberry_django.type(models.Thing, fields=["id", "name"])
        class ThingType(NetBoxObjectType):
            pass

        @strawberry.type(name="Query")
        class Query:
            thing: ThingType = strawberry_django.field()
            thing_list: list[ThingType] = strawberry_django.field()

        schema = [Query]
    """,
    "views.py": """
        from netbox.views import generic
        from utilities.views import register_model_view
        from .models import Thing

        @register_model_view(Thing)
        class ThingView(generic.ObjectView):
            queryset = Thing.objects.all()
    """,
    "urls.py": """
        from django.urls import include, path
        from utilities.urls import get_model_urls
        from . import views

        urlpatterns = [
            path("things/<int:pk>/", views.ThingView.as_view(), name="thing"),
            path("things/<int:pk>/", include(get_model_urls("netbox_complete", "thing"))),
        ]
    """,
    "navigation.py": """
        from netbox.plugins import PluginMenuItem

        menu_items = (PluginMenuItem(link="home", link_text="Things"),)
    """,
    "template_content.py": """
        from netbox.plugins import PluginTemplateExtension

        class SiteThings(PluginTemplateExtension):
            models = ["dcim.site"]

            def right_page(self):
                return "things"

        template_extensions = [SiteThings]
    """,
    "tests/test_api.py": """
        from django.conf import settings
        from netbox_complete.models import Thing
        from utilities.testing import APITestCase

        class ThingTest(APITestCase):
            def test_things_are_listed(self):
                self.add_permissions("netbox_complete.view_thing")
                response = self.client.get("/api/plugins/netbox_complete/things/", **self.header)
                self.assertEqual([thing["length"] for thing in response.data["results"]], [len("the first")])

            def test_configuration_reached_netbox(self):
                self.assertEqual(settings.PLUGINS_CONFIG["netbox_complete"]["licence"], "mine")
    """,
}


@pytest.fixture(scope="module")
def complete(trivial: Ran, directory: Directory) -> Ran:
    """A plugin with models, migrations, both APIs, views, a menu and tests, which its wheel leaves out."""
    assert trivial.status == 0
    project = plugin(
        directory("complete"),
        name="netbox_complete",
        config="""
            required_settings = ["licence"]
            default_auto_field = "django.db.models.BigAutoField"
        """,
        files=COMPLETE,
        pyproject="""
            [tool.hatch.build.targets.wheel]
            exclude = ["netbox_complete/tests"]

            [tool.netbox-plugin-kit.plugins-config.netbox_complete]
            licence = "mine"
        """,
    )
    return npk_test(project, "--require-tests")


def test_plugin_that_has_nothing_passes_and_its_tests_are_skipped(trivial: Ran) -> None:
    assert trivial.status == 0
    assert trivial.cell["verdict"] == "pass"
    assert trivial.outcomes == {
        "install": "pass", "loads": "pass", "system": "pass", "migrations": "pass", "api": "pass", "tests": "skip",
    }  # fmt: skip
    assert trivial.detail("tests") == "the plugin has no tests"


def test_report_names_the_plugin_and_the_cell(trivial: Ran) -> None:
    assert trivial.report["plugin"] == {
        "name": "netbox-small", "package": "netbox_small", "version": "1.0", "min_version": None, "max_version": None,
    }  # fmt: skip
    assert (trivial.cell["netbox"], trivial.cell["backend"], trivial.cell["forced"]) == ("4.7.3", "embedded", False)


def test_netbox_own_dummy_plugin_passes_every_check(dummy: Ran) -> None:
    assert set(dummy.outcomes.values()) == {"pass"}
    assert dummy.status == 0


def test_module_that_netbox_never_loads_and_that_lacks_a_dependency_is_a_warning(dummy: Ran) -> None:
    assert [finding["severity"] for finding in dummy.report["findings"]] == ["warning"]
    assert dummy.messages("loads", "warning") == [
        "dummy_plugin/broken_import.py:2 ModuleNotFoundError: No module named 'netbox_missing_dependency'"
    ]


def test_every_resource_of_the_dummy_plugin_is_registered(dummy: Ran) -> None:
    for resource in ("search_indexes", "menu", "menu_items", "template_extensions", "graphql_schema"):
        assert resource in dummy.detail("loads")


def test_plugin_with_everything_passes_every_check_without_a_finding(complete: Ran) -> None:
    assert complete.report["findings"] == []
    assert set(complete.outcomes.values()) == {"pass"}


def test_good_migrations_apply_reverse_and_apply_again(complete: Ran) -> None:
    assert complete.detail("migrations") == "2 apply, reverse and apply again, no drift"


def test_good_rest_and_graphql_apis_are_counted(complete: Ran) -> None:
    assert complete.detail("api") == "2 REST endpoints, 2 GraphQL fields"


def test_tests_that_the_wheel_leaves_out_run_and_get_the_plugins_configuration(complete: Ran) -> None:
    assert complete.detail("tests") == "2 tests, 0 failed, 0 skipped"


def test_published_plugin_passes(trivial: Ran) -> None:
    assert trivial.status == 0

    ran = npk_test("netbox-qrcode==1.0.0")

    assert ran.status == 0
    assert ran.report["plugin"]["package"] == "netbox_qrcode"
    assert "fail" not in ran.outcomes.values()
