"""Tests that plugins build on `netbox_plugin_kit.testing`: they run, they pass, and they catch what they are for."""

from __future__ import annotations

import re

import pytest

from tests.cell.conftest import Directory
from tests.cell.running import Ran, npk_test

from .shelf import shelf

TESTS = ("--checks", "tests")

# What was left in at some time by somebody, all at once: a boot of NetBox is dear.
FAULTS = {
    # a list that is slower than it was
    "tests/query_counts.json": '{"shelf:list_objects_with_permission": 1}',
    # no base type of NetBox's: nothing restricts what it shows
    "graphql.py": """
        import strawberry
        import strawberry_django
        from . import models

        @strawberry_django.type(models.Shelf, fields=["id", "name"])
        class Shelf:
            pass

        @strawberry.type(name="Query")
        class Query:
            shelf: Shelf = strawberry_django.field()
            shelf_list: list[Shelf] = strawberry_django.field()

        schema = [Query]
    """,
    # no bulk views behind the buttons of the list, no permission asked for anything else
    "views.py": """
        from django.http import HttpResponse
        from django.shortcuts import render
        from django.views.generic import View
        from netbox.views import generic
        from utilities.permissions import get_permission_for_model
        from utilities.views import register_model_view
        from .forms import ShelfForm
        from .models import Shelf
        from .tables import ShelfTable

        @register_model_view(Shelf, "list", path="", detail=False)
        class ShelfListView(generic.ObjectListView):
            queryset = Shelf.objects.all()
            table = ShelfTable

        @register_model_view(Shelf)
        class ShelfView(generic.ObjectView):
            queryset = Shelf.objects.all()
            template_name = "netbox_shelf/shelf.html"

        @register_model_view(Shelf, "add", detail=False)
        @register_model_view(Shelf, "edit")
        class ShelfEditView(generic.ObjectEditView):
            queryset = Shelf.objects.all()
            form = ShelfForm

            def get_required_permission(self):
                return get_permission_for_model(Shelf, "view")

        @register_model_view(Shelf, "delete")
        class ShelfDeleteView(generic.ObjectDeleteView):
            queryset = Shelf.objects.all()

        class OverviewView(View):
            def get(self, request):
                return HttpResponse(", ".join(f"{shelf.name} {shelf.site}" for shelf in Shelf.objects.all()))
    """,
    "api/views.py": """
        from rest_framework.viewsets import ReadOnlyModelViewSet
        from ..models import Shelf
        from .serializers import ShelfSerializer

        class ShelfViewSet(ReadOnlyModelViewSet):
            queryset = Shelf.objects.all()
            serializer_class = ShelfSerializer
            permission_classes = ()
    """,
    "urls.py": """
        from django.urls import include, path
        from utilities.urls import get_model_urls
        from . import views

        urlpatterns = [
            path("", views.OverviewView.as_view(), name="overview"),
            path("shelves/", include(get_model_urls("netbox_shelf", "shelf", detail=False))),
            path("shelves/<int:pk>/", include(get_model_urls("netbox_shelf", "shelf"))),
        ]
    """,
    "templates/netbox_shelf/shelf.html": """
        {% extends 'generic/object.html' %}
        {% block content %}
          <a href="{{ object.no_such_thing }}">Owner</a>
          <a href="/plugins/shelf/no-such-page/">Map</a>
          <a href="/plugins/shelf/shelves/12345/">Neighbour</a>
          <img src="/static/netbox_shelf/missing.svg">
        {% endblock %}
    """,
    "template_content.py": """
        from netbox.plugins import PluginTemplateExtension

        class SiteShelves(PluginTemplateExtension):
            models = ["dcim.site"]

            def right_page(self):
                return self.context["no such thing"]

        template_extensions = [SiteShelves]
    """,
    "/tests/test_shelf.py": """
        from dcim.models import Site
        from netbox_plugin_kit.testing import PluginTestCases, ViewTestCases
        from netbox_shelf.models import Shelf

        def create():
            for name in ("Poetry", "History", "Cookery"):
                Shelf.objects.create(name=name)

        class PagesTest(PluginTestCases.PagesTestCase):
            plugin = "netbox_shelf"

            @classmethod
            def setUpTestData(cls):
                create()
                Site.objects.create(name="Vienna", slug="vienna")

            def core_objects(self):
                return Site.objects.all()

        class ListTest(ViewTestCases.ListObjectsViewTestCase):
            model = Shelf

            @classmethod
            def setUpTestData(cls):
                create()

        class EmptyPagesTest(PluginTestCases.PagesTestCase):
            plugin = "netbox_shelf"

        class PermissionsTest(PluginTestCases.PermissionsTestCase):
            plugin = "netbox_shelf"

            @classmethod
            def setUpTestData(cls):
                create()

        class ReviewedPermissionsTest(PermissionsTest):
            public_urls = ("overview", "shelf_add", "shelf_edit", "shelf-list", "shelf-detail")
            public_graphql_fields = ("shelf", "shelf_list")

        class QueriesTest(PluginTestCases.QueriesTestCase):
            plugin = "netbox_shelf"

            @classmethod
            def setUpTestData(cls):
                create()

            def grow(self):
                for number in range(20):
                    site = Site.objects.create(name=f"Site {number}", slug=f"site-{number}")
                    Shelf.objects.create(name=f"Shelf {number}", site=site)

        class IdleQueriesTest(PluginTestCases.QueriesTestCase):
            plugin = "netbox_shelf"

        class LonelyPermissionsTest(PluginTestCases.PermissionsTestCase):
            plugin = "netbox_shelf"
    """,
}


def passes_everything(ran: Ran) -> bool:
    """All of it ran, too: what NetBox skips is a test or two that need data of a special kind."""
    found = re.fullmatch(r"(\d+) tests, 0 failed, ([0-2]) skipped", ran.detail("tests"))
    return found is not None and int(found[1]) > 80


# The kit is on no index that these runs know: it has to be there without.
EXTRA = """
    [project.optional-dependencies]
    test = ["Netbox_Plugin_Kit>=0.1"]
"""
GROUP = """
    [dependency-groups]
    tests = ["netbox-plugin-kit[nox]>=0.1"]
"""


@pytest.mark.netbox
def test_tests_of_a_good_plugin_pass(directory: Directory) -> None:
    ran = npk_test(shelf(directory("shelf"), pyproject=EXTRA))

    assert ran.report["findings"] == []
    assert passes_everything(ran)


@pytest.mark.netbox
@pytest.mark.mirror
@pytest.mark.parametrize("release", ["4.3.7", "4.4.10", "4.5.10", "4.6.8"])
def test_the_same_tests_pass_on_older_releases(directory: Directory, release: str) -> None:
    ran = npk_test(shelf(directory("shelf")), *TESTS, netbox=release, timeout=1800)

    assert ran.report["findings"] == []
    assert passes_everything(ran)


@pytest.fixture(scope="module")
def faulty(directory: Directory) -> Ran:
    return npk_test(shelf(directory("faulty"), FAULTS, pyproject=GROUP), *TESTS)


def messages(ran: Ran, test: str) -> str:
    return "\n".join(
        message for message in ran.messages("tests") if re.search(rf"tests\.test_shelf\.{test}\b", message)
    )


@pytest.mark.netbox
@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("PagesTest.test_pages", '/plugins/shelf/shelves/: <button formaction="None"> leads nowhere'),
        ("PagesTest.test_object_pages", '<a href=""> leads nowhere'),
        ("PagesTest.test_object_pages", '<a href="/plugins/shelf/no-such-page/"> leads to a page that does not exist'),
        ("PagesTest.test_object_pages", '<a href="/plugins/shelf/shelves/12345/"> leads to status 404'),
        ("PagesTest.test_object_pages", 'missing.svg"> leads to a static file that does not exist'),
        ("PagesTest.test_core_pages", "a template extension fails: KeyError('no such thing')"),
        (
            "EmptyPagesTest.test_object_pages",
            "there are too few objects of netbox_shelf.Shelf: create two or more in setUpTestData",
        ),
        ("QueriesTest.test_queries", "20 more times: SELECT "),
        ("IdleQueriesTest.test_queries", "IdleQueriesTest does not create more objects: def grow(self)"),
        ("PermissionsTest.test_pages_without_permission", "GET /plugins/shelf/ gives anybody status 200"),
        ("PermissionsTest.test_pages_without_permission", "gives a user without permissions status 200"),
        ("PermissionsTest.test_api_without_permission", "to anybody"),
        ("PermissionsTest.test_graphql_without_permission", "the GraphQL field shelf shows objects such as '"),
        ("PermissionsTest.test_graphql_without_permission", "the GraphQL field shelf_list shows objects such as '"),
        ("PermissionsTest.test_one_object", "/api/plugins/shelf/shelves/ shows the objects ["),
        ("PermissionsTest.test_one_object", "the GraphQL field shelf_list shows more than one may see"),
        (
            "PermissionsTest.test_view_permission_changes_nothing",
            "GET /plugins/shelf/shelves/add/ gives a user who may",
        ),
        ("PermissionsTest.test_view_permission_changes_nothing", "POST /plugins/shelf/shelves/"),
        ("LonelyPermissionsTest.test_one_object", "there are too few objects of netbox_shelf.Shelf"),
    ],
)
def test_fault_is_caught(faulty: Ran, test: str, words: str) -> None:
    assert words in messages(faulty, test)


@pytest.mark.netbox
def test_what_is_meant_to_be_public_is_not_held_against_it(faulty: Ran) -> None:
    assert "ReviewedPermissionsTest" not in "\n".join(faulty.messages("tests"))


@pytest.mark.netbox
def test_dead_button_is_told_once_for_all_pages_that_have_it(faulty: Ran) -> None:
    assert messages(faulty, "PagesTest.test_pages").count("leads nowhere") == 2


@pytest.mark.netbox
def test_recorded_query_count_is_compared(faulty: Ran) -> None:
    assert messages(faulty, "ListTest.test_list_objects_with_permission")
    assert "Query count for netbox_shelf/shelf:list_objects_with_permission changed: expected 1" in faulty.log("tests")
