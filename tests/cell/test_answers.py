"""Plugins that load and are wrong: system checks, migrations, APIs."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import INITIAL, SETUPTOOLS, THING, plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

REST = {
    "api/urls.py": """
        from rest_framework.routers import DefaultRouter
        from rest_framework.viewsets import ModelViewSet
        from ..models import Thing
        from .serializers import ThingSerializer

        class ThingViewSet(ModelViewSet):
            queryset = Thing.objects.all()
            serializer_class = ThingSerializer

        router = DefaultRouter()
        router.register("things", ThingViewSet)
        urlpatterns = router.urls
    """,
}


@pytest.fixture(scope="module")
def careless(directory: Directory) -> Ran:
    """Every mistake that leaves the other checks something to ask."""
    project = plugin(
        directory("careless"),
        name="netbox_careless",
        build=SETUPTOOLS,
        files=REST
        | {
            "models.py": THING
            + """
    class Forgotten(models.Model):
        state = models.CharField(max_length=3, choices=[("active", "Active")])
""",
            "migrations/0001_initial.py": INITIAL,
            "api/serializers.py": """
                from rest_framework import serializers
                from ..models import Thing

                class ThingSerializer(serializers.ModelSerializer):
                    size = serializers.SerializerMethodField()

                    class Meta:
                        model = Thing
                        fields = ("id", "name", "size")

                    def get_size(self, thing):
                        return len(thing.name)
            """,
            "graphql.py": """
                import strawberry
                import strawberry_django
                from . import models

                @strawberry_django.type(models.Thing, fields=["id", "name"])
                class ThingType:
                    pass

                @strawberry.type(name="Query")
                class Query:
                    good_things: list[ThingType] = strawberry_django.field()

                    @strawberry.field
                    def bad_things(self) -> list[ThingType]:
                        raise RuntimeError("the things are gone")

                schema = [Query]
            """,
            "templates/netbox_careless/thing.html": "{{ object }}",
            "tests/test_things.py": """
                from django.test import TestCase
                from netbox_careless.models import Thing

                class ThingTest(TestCase):
                    def test_good(self):
                        self.assertEqual(Thing.objects.count(), 0)

                    def test_bad(self):
                        self.assertEqual(Thing.objects.count(), 1)

                    def test_hungry(self):
                        eaten = []
                        while True:
                            eaten.append(bytearray(50_000_000))
            """,
        },
    )
    return npk_test(project, "--memory", "1G")


def test_template_that_the_wheel_leaves_out_is_a_warning(careless: Ran) -> None:
    assert careless.outcomes["install"] == "pass"
    assert careless.messages("install", "warning") == [
        "netbox_careless/templates/netbox_careless/thing.html not in the wheel"
    ]


def test_error_of_a_system_check_is_reported_with_its_number(careless: Ran) -> None:
    (message,) = careless.messages("system")
    assert "netbox_careless.Forgotten.state" in message
    assert "(fields.E009)" in message


def test_model_without_a_migration_is_drift(careless: Ran) -> None:
    (message,) = careless.messages("migrations")
    assert "no migration for: netbox_careless: Create model Forgotten" in message


def test_serializer_method_without_a_type_is_an_openapi_finding(careless: Ran) -> None:
    (message,) = (message for message in careless.messages("api") if "OpenAPI" in message)
    assert message.startswith("netbox_careless/api/serializers.py:")
    assert "get_size" in message


def test_graphql_field_that_raises_is_a_finding_and_its_good_twin_is_not(careless: Ran) -> None:
    (message,) = (message for message in careless.messages("api") if "GraphQL" in message)
    assert message.strip() == "GraphQL bad_things: the things are gone"


def test_failing_test_is_named_with_its_reason(careless: Ran) -> None:
    assert careless.detail("tests") == "3 tests, 2 failed, 0 skipped"
    assert " netbox_careless.tests.test_things.ThingTest.test_bad: AssertionError: 0 != 1" in careless.messages("tests")


def test_test_that_eats_memory_is_told_the_limit(careless: Ran) -> None:
    (finding,) = (found for found in careless.check("tests")["findings"] if "test_hungry" in found["message"])
    assert finding["message"].endswith("MemoryError")
    assert "1024 MiB (--memory)" in finding["fix"]


@pytest.fixture(scope="module")
def reckless(directory: Directory) -> Ran:
    """A plugin that adds a field to a core model, cannot be removed, and breaks the OpenAPI schema of all of NetBox."""
    project = plugin(
        directory("reckless"),
        name="netbox_reckless",
        config="""
            def ready(self):
                super().ready()
                from dcim.models import Region
                from django.db import models
                Region.add_to_class("colour", models.CharField(max_length=10, default=""))
        """,
        files=REST
        | {
            "models.py": THING,
            "migrations/0001_initial.py": INITIAL,
            "migrations/0002_data.py": """
                from django.db import migrations

                def fill(apps, schema_editor):
                    apps.get_model("netbox_reckless", "Thing").objects.create(name="first")

                class Migration(migrations.Migration):
                    dependencies = [("netbox_reckless", "0001_initial")]
                    operations = [migrations.RunPython(fill)]
            """,
            "api/serializers.py": """
                from rest_framework import serializers
                from ..models import Thing

                class ThingSerializer(serializers.ModelSerializer):
                    class Meta:
                        model = Thing
                        fields = ("id", "name")

                    def get_fields(self):
                        return super().get_fields() if self.context["view"].kwargs["pk"] else {}
            """,
            "tests/test_nothing.py": "from django.test import TestCase  # to be written\n",
        },
    )
    return npk_test(project, "--checks", "migrations,api,tests", "--require-tests")


def test_migration_that_cannot_be_reversed_is_a_finding(reckless: Ran) -> None:
    (message,) = (message for message in reckless.messages("migrations") if "removed" in message)
    assert "netbox_reckless.0002_data is not reversible" in message


def test_field_that_a_plugin_adds_to_a_core_model_is_a_finding(reckless: Ran) -> None:
    (message,) = (message for message in reckless.messages("migrations") if "own models" in message)
    assert "NetBox's own models changed: dcim: Add field colour to region" in message


def test_serializer_that_raises_is_reported_with_its_place(reckless: Ran) -> None:
    (message,) = reckless.messages("api")
    assert message.startswith("netbox_reckless/api/serializers.py:11 ")


def test_run_in_which_no_test_ran_fails_where_tests_are_required(reckless: Ran) -> None:
    assert reckless.outcomes["tests"] == "fail"
    assert reckless.detail("tests") == "zero tests ran (--require-tests)"


def test_migration_that_does_not_apply_leaves_the_rest_unasked(directory: Directory) -> None:
    wrong = INITIAL.replace("operations = [", 'operations = [migrations.RunSQL("SELECT * FROM missing", ""),')
    project = plugin(
        directory("inapplicable"), files={"models.py": THING, "migrations/0001_initial.py": wrong, "tests.py": ""}
    )

    ran = npk_test(project, "--checks", "migrations,api,tests")

    assert ran.outcomes["migrations"] == "fail"
    assert 'relation "missing" does not exist' in ran.messages("migrations")[0]
    assert ran.outcomes["api"] == ran.outcomes["tests"] == "skip"


def test_migration_that_depends_on_one_netbox_does_not_have_is_named(directory: Directory) -> None:
    early = INITIAL.replace("dependencies = []", 'dependencies = [("dcim", "9999_from_the_future")]')
    project = plugin(directory("early"), files={"models.py": THING, "migrations/0001_initial.py": early})

    ran = npk_test(project, "--checks", "migrations")

    assert ran.outcomes["migrations"] == "fail"
    assert "9999_from_the_future" in ran.messages("migrations")[0]
