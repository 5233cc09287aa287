"""A plugin with one model and everything that NetBox offers for one, on every release; and ways to get it wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.cell.plugins import plugin

__all__ = ["shelf"]

_FILES = {
    "models.py": """
        from django.db import models
        from netbox.models import NetBoxModel

        class Shelf(NetBoxModel):
            name = models.CharField(max_length=50, unique=True)
            site = models.ForeignKey("dcim.Site", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
            clone_fields = ("site",)

            class Meta:
                ordering = ["name"]
                verbose_name_plural = "shelves"

            def __str__(self):
                return self.name
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
                    name="Shelf",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                        ("created", models.DateTimeField(auto_now_add=True, null=True)),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True)),
                        ("custom_field_data", models.JSONField(
                            blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder)),
                        ("name", models.CharField(max_length=50, unique=True)),
                        ("site", models.ForeignKey(blank=True, null=True, on_delete=models.deletion.PROTECT,
                                                   related_name="+", to="dcim.site")),
                        ("tags", taggit.managers.TaggableManager(through="extras.TaggedItem", to="extras.Tag")),
                    ],
                    options={"ordering": ["name"]},
                ),
            ]
    """,
    "filtersets.py": """
        import django_filters
        from dcim.models import Site
        from netbox.filtersets import NetBoxModelFilterSet
        from .models import Shelf

        class ShelfFilterSet(NetBoxModelFilterSet):
            site_id = django_filters.ModelMultipleChoiceFilter(queryset=Site.objects.all())

            class Meta:
                model = Shelf
                fields = ("id", "name")

            def search(self, queryset, name, value):
                return queryset.filter(name__icontains=value)
    """,
    "forms.py": """
        from dcim.models import Site
        from netbox.forms import (
            NetBoxModelBulkEditForm, NetBoxModelFilterSetForm, NetBoxModelForm, NetBoxModelImportForm,
        )
        from utilities.forms.fields import DynamicModelChoiceField, TagFilterField
        from .models import Shelf

        class ShelfForm(NetBoxModelForm):
            site = DynamicModelChoiceField(queryset=Site.objects.all(), required=False)

            class Meta:
                model = Shelf
                fields = ("name", "site", "tags")

        class ShelfImportForm(NetBoxModelImportForm):
            class Meta:
                model = Shelf
                fields = ("name", "tags")

        class ShelfBulkEditForm(NetBoxModelBulkEditForm):
            model = Shelf
            site = DynamicModelChoiceField(queryset=Site.objects.all(), required=False)
            nullable_fields = ("site",)

        class ShelfFilterForm(NetBoxModelFilterSetForm):
            model = Shelf
            tag = TagFilterField(Shelf)
    """,
    "tables.py": """
        import django_tables2
        from netbox.tables import NetBoxTable
        from .models import Shelf

        class ShelfTable(NetBoxTable):
            name = django_tables2.Column(linkify=True)

            class Meta(NetBoxTable.Meta):
                model = Shelf
                fields = ("pk", "id", "name", "site", "actions")
                default_columns = ("pk", "name", "site", "actions")
    """,
    "views.py": """
        from dcim.models import Site
        from netbox.views import generic
        from utilities.views import ViewTab, register_model_view
        from .filtersets import ShelfFilterSet
        from .forms import ShelfBulkEditForm, ShelfFilterForm, ShelfForm, ShelfImportForm
        from .models import Shelf
        from .tables import ShelfTable

        @register_model_view(Shelf, "list", path="", detail=False)
        class ShelfListView(generic.ObjectListView):
            queryset = Shelf.objects.all()
            table = ShelfTable
            filterset = ShelfFilterSet
            filterset_form = ShelfFilterForm

        @register_model_view(Shelf)
        class ShelfView(generic.ObjectView):
            queryset = Shelf.objects.all()
            template_name = "netbox_shelf/shelf.html"

        @register_model_view(Shelf, "add", detail=False)
        @register_model_view(Shelf, "edit")
        class ShelfEditView(generic.ObjectEditView):
            queryset = Shelf.objects.all()
            form = ShelfForm

        @register_model_view(Shelf, "delete")
        class ShelfDeleteView(generic.ObjectDeleteView):
            queryset = Shelf.objects.all()

        @register_model_view(Shelf, "bulk_import", path="import", detail=False)
        class ShelfBulkImportView(generic.BulkImportView):
            queryset = Shelf.objects.all()
            model_form = ShelfImportForm

        @register_model_view(Shelf, "bulk_edit", path="edit", detail=False)
        class ShelfBulkEditView(generic.BulkEditView):
            queryset = Shelf.objects.all()
            filterset = ShelfFilterSet
            table = ShelfTable
            form = ShelfBulkEditForm

        @register_model_view(Shelf, "bulk_delete", path="delete", detail=False)
        class ShelfBulkDeleteView(generic.BulkDeleteView):
            queryset = Shelf.objects.all()
            filterset = ShelfFilterSet
            table = ShelfTable

        @register_model_view(Site, "shelves")
        class SiteShelvesView(generic.ObjectChildrenView):
            queryset = Site.objects.all()
            child_model = Shelf
            table = ShelfTable
            filterset = ShelfFilterSet
            template_name = "generic/object_children.html"
            tab = ViewTab(label="Shelves")

            def get_children(self, request, parent):
                return Shelf.objects.restrict(request.user, "view").filter(site=parent)
    """,
    "urls.py": """
        from django.urls import include, path
        from utilities.urls import get_model_urls
        from . import views

        urlpatterns = [
            path("shelves/", include(get_model_urls("netbox_shelf", "shelf", detail=False))),
            path("shelves/<int:pk>/", include(get_model_urls("netbox_shelf", "shelf"))),
        ]
    """,
    "templates/netbox_shelf/shelf.html": """
        {% extends 'generic/object.html' %}
        {% block content %}<a href="{% url 'plugins:netbox_shelf:shelf_list' %}">All</a>{% endblock %}
    """,
    "template_content.py": """
        from netbox.plugins import PluginTemplateExtension

        class SiteShelves(PluginTemplateExtension):
            models = ["dcim.site"]

            def right_page(self):
                return '<a href="/plugins/shelf/shelves/">Shelves</a>'

        template_extensions = [SiteShelves]
    """,
    "api/serializers.py": """
        from netbox.api.serializers import NetBoxModelSerializer
        from rest_framework import serializers
        from ..models import Shelf

        class ShelfSerializer(NetBoxModelSerializer):
            url = serializers.HyperlinkedIdentityField(view_name="plugins-api:netbox_shelf-api:shelf-detail")

            class Meta:
                model = Shelf
                fields = (
                    "id", "url", "display", "name", "site", "tags", "custom_fields", "created", "last_updated",
                )
                brief_fields = ("id", "url", "display", "name")
    """,
    "api/views.py": """
        from netbox.api.viewsets import NetBoxModelViewSet
        from ..filtersets import ShelfFilterSet
        from ..models import Shelf
        from .serializers import ShelfSerializer

        class ShelfViewSet(NetBoxModelViewSet):
            queryset = Shelf.objects.all()
            serializer_class = ShelfSerializer
            filterset_class = ShelfFilterSet
    """,
    "api/urls.py": """
        from netbox.api.routers import NetBoxRouter
        from .views import ShelfViewSet

        app_name = "netbox_shelf"
        router = NetBoxRouter()
        router.register("shelves", ShelfViewSet)
        urlpatterns = router.urls
    """,
    # Neither modules nor fields are named as core's are.
    "graphql.py": """
        import strawberry
        import strawberry_django
        from netbox.graphql.types import NetBoxObjectType
        from . import models

        try:
            from strawberry_django import StrFilterLookup as TextLookup
        except ImportError:  # up to 4.4
            from strawberry_django import FilterLookup
            TextLookup = FilterLookup[str]
        try:
            from netbox.graphql.filters import NetBoxModelFilter
        except ImportError:  # up to 4.4
            from netbox.graphql.filter_mixins import NetBoxModelFilterMixin as NetBoxModelFilter

        @strawberry_django.filter_type(models.Shelf, lookups=True)
        class Filter(NetBoxModelFilter):
            name: TextLookup | None = strawberry_django.filter_field()

        @strawberry_django.type(models.Shelf, fields=["id", "name"], filters=Filter)
        class Shelf(NetBoxObjectType):
            name: str

        @strawberry.type(name="Query")
        class Query:
            bookshelf: Shelf = strawberry_django.field()
            bookshelf_list: list[Shelf] = strawberry_django.field()

        schema = [Query]
    """,
    "/tests/__init__.py": "",
    "/tests/test_shelf.py": """
        from dcim.models import Site
        from netbox_plugin_kit.testing import (
            APIViewTestCases, FilterSetTestCases, PluginTestCases, TestCase, ViewTestCases,
        )
        from netbox_shelf.filtersets import ShelfFilterSet
        from netbox_shelf.models import Shelf

        def create():
            site = Site.objects.create(name="Vienna", slug="vienna")
            for name in ("Poetry", "History", "Cookery"):
                Shelf.objects.create(name=name, site=site)

        class ShelfViewTest(ViewTestCases.PrimaryObjectViewTestCase):
            model = Shelf

            @classmethod
            def setUpTestData(cls):
                create()
                cls.form_data = {"name": "Travel"}
                cls.csv_data = ("name", "Maps", "Plays", "Letters")
                cls.csv_update_data = (
                    "id,name", *(f"{shelf.pk},{shelf.name} (old)" for shelf in Shelf.objects.all()))
                cls.bulk_edit_data = {"site": Site.objects.create(name="Graz", slug="graz").pk}

        class ShelfAPITest(APIViewTestCases.APIViewTestCase):
            model = Shelf
            create_data = [{"name": "Travel"}, {"name": "Maps"}, {"name": "Plays"}]
            bulk_update_data = {"site": None}
            graphql_filter = {"name": {"lookup": "exact", "value": "Poetry"}}

            @classmethod
            def setUpTestData(cls):
                create()

        class ShelfRESTTest(APIViewTestCases.RESTViewTestCase):
            model = Shelf
            view_namespace = "plugins-api:netbox_shelf"
            brief_fields = ["display", "id", "name", "url"]
            create_data = [{"name": "Travel"}, {"name": "Maps"}, {"name": "Plays"}]
            bulk_update_data = {"site": None}

            @classmethod
            def setUpTestData(cls):
                create()

        class ShelfFilterSetTest(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
            filterset = ShelfFilterSet

            @classmethod
            def setUpTestData(cls):
                create()

        class PagesTest(PluginTestCases.PagesTestCase):
            plugin = "netbox_shelf"

            @classmethod
            def setUpTestData(cls):
                create()

            def core_objects(self):
                return Site.objects.all()

        class PermissionsTest(PluginTestCases.PermissionsTestCase):
            plugin = "netbox_shelf"

            @classmethod
            def setUpTestData(cls):
                create()

        class QueriesTest(PluginTestCases.QueriesTestCase):
            plugin = "netbox_shelf"

            @classmethod
            def setUpTestData(cls):
                create()

            def grow(self):
                for number in range(20):
                    site = Site.objects.create(name=f"Site {number}", slug=f"site-{number}")
                    Shelf.objects.create(name=f"Shelf {number}", site=site)

            def more_urls(self):
                return [Site.objects.get(name="Vienna").get_absolute_url()]
    """,
}


def shelf(directory: Path, changes: Mapping[str, str] | None = None, *, pyproject: str = "") -> Path:
    """Write the plugin, with some of its files in another version, and return its directory."""
    return plugin(
        directory,
        name="netbox_shelf",
        config='base_url = "shelf"\ndefault_auto_field = "django.db.models.BigAutoField"\n',
        files={**_FILES, **(changes or {})},
        pyproject=pyproject,
    )
