"""What the check `removal` says of plugins that go, and of what they leave (inside/left_behind.py).

The pages of core are asked for by inside/visiting.py, as after an upgrade.
"""

from __future__ import annotations

import pytest

from .conftest import Directory
from .plugins import INITIAL, THING, plugin
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

CHECKS = ("--checks", "removal")

LEADS_CORE_TO_IT = """
    from django.db import migrations

    def add(apps, schema_editor):
        Type = apps.get_model("core", "ObjectType")
        ContentType = apps.get_model("contenttypes", "ContentType")
        CustomField = apps.get_model("extras", "CustomField")
        kind, _ = ContentType.objects.get_or_create(app_label="netbox_small", model="thing")
        site, _ = ContentType.objects.get_or_create(app_label="dcim", model="site")
        with schema_editor.connection.cursor() as cursor:
            for pk in (kind.pk, site.pk):
                cursor.execute(
                    "INSERT INTO core_objecttype (contenttype_ptr_id, public, features) VALUES (%s, true, '{}') "
                    "ON CONFLICT DO NOTHING", [pk]
                )
        field, _ = CustomField.objects.get_or_create(
            name="thing", defaults={"type": "object", "related_object_type_id": kind.pk}
        )
        field.object_types.add(site.pk)

    class Migration(migrations.Migration):
        dependencies = [
            ("netbox_small", "0001_initial"), ("core", "0020_owner"), ("extras", "0134_owner"),
            ("dcim", "0001_squashed"),
        ]
        operations = [
            migrations.RunPython(add, migrations.RunPython.noop),
            migrations.RunSQL(
                "ALTER TABLE dcim_site ADD COLUMN small_color text NOT NULL DEFAULT 'red'; "
                "ALTER TABLE dcim_site ALTER COLUMN small_color DROP DEFAULT",
                "ALTER TABLE dcim_site DROP COLUMN small_color",
            ),
        ]
"""


@pytest.fixture(scope="module")
def clinging(directory: Directory) -> Ran:
    """A plugin that makes core depend on it."""
    files = {"models.py": THING, "migrations/0001_initial.py": INITIAL, "migrations/0002_core.py": LEADS_CORE_TO_IT}
    return npk_test(plugin(directory("clinging"), files=files), *CHECKS)


def test_pages_of_core_that_break_once_the_plugin_is_gone(clinging: Ran) -> None:
    assert clinging.outcomes["removal"] == "fail"
    messages = clinging.messages("removal")
    assert any("/dcim/sites/add/ answers with status 500 once the plugin is removed" in message for message in messages)


def test_a_column_of_core_that_keeps_rows_out(clinging: Ran) -> None:
    (message,) = [message for message in clinging.messages("removal") if "small_color" in message]
    assert "the column small_color that the plugin made in core's table dcim_site is still there" in message
    assert "nothing can be added to it any more" in message


def test_what_a_sound_plugin_leaves_is_listed(directory: Directory) -> None:
    files = {"models.py": THING, "migrations/0001_initial.py": INITIAL}

    ran = npk_test(plugin(directory("sound"), files=files), *CHECKS)

    assert ran.outcomes["removal"] == "pass"
    assert "1 table, 1 content type" in ran.detail("removal")
    (message,) = ran.messages("removal", "info")
    assert "stays behind when the plugin is removed: 1 table" in message


def test_a_plugin_that_has_nothing_leaves_nothing(directory: Directory) -> None:
    ran = npk_test(plugin(directory("nothing")), *CHECKS)

    assert ran.outcomes["removal"] == "pass"
    assert ran.detail("removal").endswith("nothing stays behind")
