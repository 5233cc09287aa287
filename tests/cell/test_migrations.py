"""Migrations with a past, the kind that plugins collect over years: our verdict on them is that of `migrate`."""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

PAST = {
    "models.py": """
        from django.db import models

        class Group(models.Model):
            id = models.BigAutoField(primary_key=True)
            code = models.CharField(max_length=50, unique=True)

        class Member(models.Model):
            id = models.BigAutoField(primary_key=True)
            group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True)

        class Badge(models.Model):
            group = models.ForeignKey(Group, on_delete=models.CASCADE, to_field="code")

        class Office(models.Model):
            group = models.OneToOneField(Group, on_delete=models.CASCADE, primary_key=True)

        class Desk(models.Model):
            office = models.ForeignKey(Office, on_delete=models.CASCADE)
    """,
    "migrations/0001_initial.py": """
        from django.db import migrations, models

        def key():
            return ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False))

        class Migration(migrations.Migration):
            initial = True
            dependencies = []
            operations = [
                migrations.CreateModel("Group", [key(), ("slug", models.CharField(max_length=50, unique=True))]),
                migrations.CreateModel("Member", [key(), ("group", models.ManyToManyField("netbox_past.group"))]),
                migrations.CreateModel("Badge", [
                    key(), ("group", models.ForeignKey("netbox_past.group", models.CASCADE, to_field="slug"))]),
                migrations.CreateModel("Office", [
                    ("group", models.OneToOneField(
                        "netbox_past.group", models.CASCADE, primary_key=True, serialize=False))]),
                migrations.CreateModel("Desk", [
                    key(), ("office", models.ForeignKey("netbox_past.office", models.CASCADE))]),
            ]
    """,
    # Keys change their type while a many-to-many leads to them, which then becomes a foreign key of the same name.
    "migrations/0002_wide_keys.py": """
        from django.db import migrations, models

        def key():
            return models.BigAutoField(primary_key=True, serialize=False)

        class Migration(migrations.Migration):
            dependencies = [("netbox_past", "0001_initial")]
            operations = [
                migrations.AlterField("Group", "id", key()),
                migrations.AlterField("Member", "id", key()),
                migrations.RemoveField("Member", "group"),
                migrations.AddField(
                    "Member", "group", models.ForeignKey("netbox_past.group", models.CASCADE, null=True)),
            ]
    """,
    # What points to a key that points to the key has to follow, in every direction.
    "migrations/0003_types.py": """
        from django.db import migrations

        def expect(wanted):
            def code(apps, editor):
                with editor.connection.cursor() as cursor:
                    for model, name in (("Office", "group"), ("Desk", "office"), ("Member", "group")):
                        model = apps.get_model("netbox_past", model)
                        cursor.execute(
                            "SELECT data_type FROM information_schema.columns"
                            " WHERE table_name = %s AND column_name = %s",
                            [model._meta.db_table, model._meta.get_field(name).column])
                        found = cursor.fetchone()[0]
                        assert found == wanted, f"{model._meta.label}.{name}: {found}"
            return code

        class Migration(migrations.Migration):
            dependencies = [("netbox_past", "0002_wide_keys")]
            operations = [migrations.RunPython(expect("bigint"), expect("bigint"))]
    """,
    # Renaming what a foreign key leads to changes, in place, the field that 0001 gave to that foreign key.
    "migrations/0004_code.py": """
        from django.db import migrations

        class Migration(migrations.Migration):
            dependencies = [("netbox_past", "0003_types")]
            operations = [migrations.RenameField("Group", "slug", "code")]
    """,
    # On the way back the models are those of that time, with relations in both directions, although the class of
    # Group did not change by what happened to Member.
    "migrations/0005_rows.py": """
        from django.db import migrations

        def create(apps, editor):
            group = apps.get_model("netbox_past", "Group").objects.create(code="one")
            member = apps.get_model("netbox_past", "Member").objects.create(group=group)
            assert list(group.member_set.all()) == [member]

        def delete(apps, editor):
            group = apps.get_model("netbox_past", "Group").objects.get(code="one")
            member, = group.member_set.all()
            assert [field.name for field in member._meta.fields] == ["id", "group"]
            group.delete()

        class Migration(migrations.Migration):
            dependencies = [("netbox_past", "0004_code")]
            operations = [migrations.RunPython(create, delete)]
    """,
    "migrations/0006_later.py": """
        from django.db import migrations, models

        class Migration(migrations.Migration):
            dependencies = [("netbox_past", "0005_rows")]
            operations = [
                migrations.AddField("Member", "later", models.CharField(max_length=5, default="")),
                migrations.RemoveField("Member", "later"),
                migrations.AddField("Member", "since", models.DateField(null=True)),
                migrations.RemoveField("Member", "since"),
            ]
    """,
}


@pytest.fixture(scope="module")
def past(directory: Directory) -> Ran:
    """Whatever `migrate`, `migrate netbox_past zero` and `migrate` do without a word."""
    return npk_test(plugin(directory("past"), name="netbox_past", files=PAST), "--checks", "migrations")


def test_many_to_many_that_became_a_foreign_key_of_the_same_name_applies_again(past: Ran) -> None:
    assert past.messages("migrations") == []
    assert past.detail("migrations") == "6 apply, reverse and apply again, no drift"


def test_narrow_way_is_taken_to_the_end(past: Ran) -> None:
    # Django's own way would be right, too, but it is for what we do not foresee.
    assert "Traceback" not in past.log("migrations")
    assert past.log("migrations").count("Applying netbox_past.0002_wide_keys") == 2
