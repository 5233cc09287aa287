from django.db import migrations, models

TABLE = "dcim_site"


class ForApp(migrations.AddField):
    def state_forwards(self, app_label, state):
        super().state_forwards("dcim", state)  # expect: NBP103

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        label = "dcim"  # expect: NBP103
        super().database_forwards(label, schema_editor, from_state, to_state)


def forwards(apps, schema_editor):
    site = apps.get_model("dcim", "Site")
    schema_editor.add_field(site, models.TextField())  # expect: NBP103
    schema_editor.execute("CREATE INDEX own_idx ON dcim_device (serial)")  # expect: NBP103


class Migration(migrations.Migration):
    run_before = [("dcim", "0200_something")]  # expect: NBP103
    replaces = [("ipam", "0001_initial")]  # expect: NBP103
    dependencies = [("dcim", "0001_initial")]
    operations = [
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RunSQL("ALTER TABLE dcim_site ADD COLUMN code text", migrations.RunSQL.noop),  # expect: NBP103
        migrations.RunSQL([("DROP TABLE IF EXISTS ipam_vlan", None)], migrations.RunSQL.noop),  # expect: NBP103
        migrations.RunSQL(f"ALTER TABLE {TABLE} DROP COLUMN code", migrations.RunSQL.noop),  # expect: NBP103
        migrations.RunSQL(  # expect: NBP103
            """
            CREATE TRIGGER own AFTER INSERT
            ON "dcim_device" FOR EACH ROW EXECUTE FUNCTION own()
            """,
            migrations.RunSQL.noop,
        ),
    ]
