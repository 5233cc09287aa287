"""What the checks `pages` and `permissions` say: of a plugin with every fault there is, and of sound ones."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import INITIAL, THING, plugin
from .running import CURRENT, OLDER, Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

CHECKS = ("--checks", "pages,permissions")

VIEWS = """
    from django.http import HttpResponse
    from django.shortcuts import get_object_or_404

    from .models import Thing

    def home(request):
        return HttpResponse('<html><body><a href="/plugins/small/nowhere/">gone</a>'
                            '<form action="None"></form><a href="None">no link</a></body></html>')

    def broken(request):
        raise ValueError("this page is broken")

    def thing(request, pk):
        return HttpResponse(f"<html><body>{get_object_or_404(Thing, pk=pk).name}</body></html>")
"""

URLS = """
    from django.urls import path

    from . import views

    urlpatterns = [
        path("", views.home, name="home"),
        path("broken/", views.broken, name="broken"),
        path("things/<int:pk>/", views.thing, name="thing"),
    ]
"""

API = """
    from rest_framework import routers, serializers, viewsets

    from ..models import Thing

    class ThingSerializer(serializers.ModelSerializer):
        class Meta:
            model = Thing
            fields = ("id", "name")

    class ThingViewSet(viewsets.ModelViewSet):
        queryset = Thing.objects.all()
        serializer_class = ThingSerializer
        permission_classes = ()

    router = routers.DefaultRouter()
    router.register("things", ThingViewSet)
    urlpatterns = router.urls
"""

GRAPHQL = """
    import strawberry
    import strawberry_django

    from .models import Thing

    @strawberry_django.type(Thing, fields=["id", "name"])
    class SmallThingType:
        pass

    @strawberry.type(name="Query")
    class SmallQuery:
        small_thing_list: list[SmallThingType] = strawberry_django.field()

    schema = [SmallQuery]
"""

EXTENSION = """
    from netbox.plugins import PluginTemplateExtension

    class SiteBox(PluginTemplateExtension):
        models = ["dcim.site"]

        def right_page(self):
            return str(1 / 0)

    template_extensions = [SiteBox]
"""

FACTORIES = """
    from ..models import Thing

    def create_thing(**values):
        return Thing.objects.create(**{"name": "made by the author", **values})
"""

STORED = """
    from django.db import models

    class Point(models.Field):
        def db_type(self, connection):
            return "point"

    class Place(models.Model):
        name = models.CharField(max_length=50)
        where = Point()
"""

STORED_INITIAL = """
    from django.db import migrations, models

    import netbox_small.models

    class Migration(migrations.Migration):
        initial = True
        dependencies = []
        operations = [
            migrations.CreateModel(
                name="Place",
                fields=[
                    ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False)),
                    ("name", models.CharField(max_length=50)),
                    ("where", netbox_small.models.Point()),
                ],
            ),
        ]
"""


@pytest.fixture(scope="module")
def faulty(directory: Directory) -> Ran:
    """Every fault there is, in one plugin: a cell takes its time."""
    project = plugin(
        directory("faulty"),
        config='base_url = "small"\nauthor = "x"',
        files={
            "models.py": THING,
            "migrations/0001_initial.py": INITIAL,
            "views.py": VIEWS,
            "urls.py": URLS,
            "api/urls.py": API,
            "graphql.py": GRAPHQL,
            "template_content.py": EXTENSION,
            "tests/factories.py": FACTORIES,
        },
    )
    return npk_test(project, *CHECKS)


def test_faults_fail_the_checks_and_nothing_else(faulty: Ran) -> None:
    assert faulty.outcomes == {
        "install": "pass", "loads": "pass", "migrations": "pass", "pages": "fail", "permissions": "fail",
    }  # fmt: skip
    assert faulty.status == 1


@pytest.mark.parametrize(
    "said",
    [
        'home/: <a href="/plugins/small/nowhere/"> leads to a page that does not exist',
        '<form action="None"> leads nowhere',
        '<a href="None"> leads nowhere',
    ],
)
def test_dead_links_and_forms_without_a_target(faulty: Ran, said: str) -> None:
    assert any(said.removeprefix("home/: ") in message for message in faulty.messages("pages"))


def test_a_page_that_fails_is_told_with_the_line_that_raised(faulty: Ran) -> None:
    (message,) = [message for message in faulty.messages("pages") if "/plugins/small/broken/" in message]
    assert message.startswith("netbox_small/views.py:")
    assert "status 500, ValueError('this page is broken')" in message


def test_a_template_extension_that_raises_is_told_with_the_line_that_raised(faulty: Ran) -> None:
    """Since 4.6 NetBox answers with status 200 and a box."""
    (message,) = [message for message in faulty.messages("pages") if "division by zero" in message]
    assert message.startswith("netbox_small/template_content.py:")
    assert "/dcim/sites/" in message


@pytest.mark.mirror
def test_up_to_4_5_the_whole_page_of_core_fails_with_it(directory: Directory) -> None:
    project = plugin(directory("extension"), files={"template_content.py": EXTENSION})

    ran = npk_test(project, "--checks", "pages", netbox=OLDER, timeout=1800)

    (message,) = ran.messages("pages")
    assert message.startswith("netbox_small/template_content.py:")
    assert "status 500, ZeroDivisionError" in message


@pytest.mark.parametrize(
    ("said", "fix"),
    [
        ("/plugins/small/things/", "public-urls"),
        ("/api/plugins/small/things/ shows", "NetBoxModelViewSet"),
        ("the GraphQL field small_thing_list shows", "get_queryset"),
    ],
)
def test_what_anybody_gets_to_see_is_told_with_what_to_do(faulty: Ran, said: str, fix: str) -> None:
    found = [found for found in faulty.check("permissions")["findings"] if said in found["message"]]
    assert found
    assert fix in found[0]["fix"]


def test_objects_are_the_authors_where_there_are_factories(faulty: Ran) -> None:
    assert any("made by the author" in message for message in faulty.messages("permissions"))


def test_what_is_meant_for_everybody_can_be_said(directory: Directory) -> None:
    home = """
        from django.http import HttpResponse
        from django.urls import path

        urlpatterns = [path("", lambda request: HttpResponse("welcome"), name="home")]
    """
    table = '[tool.netbox-plugin-kit]\npublic-urls = ["home"]'

    ran = npk_test(plugin(directory("public"), files={"urls.py": home}, pyproject=table), *CHECKS)

    assert ran.outcomes["pages"] == "pass"
    assert ran.outcomes["permissions"] == "skip"


def test_a_plugin_that_shows_nothing_is_not_asked(directory: Directory) -> None:
    ran = npk_test(plugin(directory("silent")), *CHECKS)

    assert (ran.outcomes["pages"], ran.outcomes["permissions"]) == ("skip", "skip")
    assert ran.detail("pages") == "the plugin has no pages and adds to none"
    assert ran.status == 0


def test_a_model_of_which_no_object_can_be_made_is_named_with_what_to_do(directory: Directory) -> None:
    files = {"models.py": STORED, "migrations/0001_initial.py": STORED_INITIAL, "urls.py": URLS, "views.py": VIEWS}
    files["views.py"] = files["views.py"].replace("import Thing", "import Place as Thing")

    ran = npk_test(plugin(directory("special"), config='base_url = "small"', files=files), "--checks", "pages")

    (found,) = [found for found in ran.check("pages")["findings"] if found["severity"] == "warning"]
    assert "no object of netbox_small.Place can be made from its model" in found["message"]
    assert "create_place() in tests/factories.py" in found["fix"]


def test_objects_that_the_author_names_a_function_for(directory: Directory) -> None:
    make = """
        from .models import Thing

        def create():
            Thing.objects.create(name="by hand")
            Thing.objects.create(name="by hand, too")
            raise RuntimeError("and no further")
    """
    table = '[tool.netbox-plugin-kit]\nobjects = "netbox_small.demo:create"'
    files = {"models.py": THING, "migrations/0001_initial.py": INITIAL, "demo.py": make}

    ran = npk_test(plugin(directory("author"), files=files, pyproject=table), "--checks", "pages")

    (message,) = ran.messages("pages")
    assert message.startswith("netbox_small/demo.py:")
    assert "objects = 'netbox_small.demo:create' fails: RuntimeError: and no further" in message


def test_netboxs_own_example_of_every_hook(dummy: Ran) -> None:
    assert dummy.cell["netbox"] == CURRENT
    assert dummy.status == 0
