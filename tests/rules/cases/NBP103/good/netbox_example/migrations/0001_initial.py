from django.db import migrations, models


def forwards(apps, schema_editor):
    for site in apps.get_model("dcim", "Site").objects.all():
        apps.get_model("netbox_example", "Probe").objects.create(site_id=site.pk)
    apps.get_model("extras", "Tag").objects.create(name="example")


class Migration(migrations.Migration):
    replaces = [("netbox_example", "0001_old")]
    dependencies = [("dcim", "0001_initial"), ("extras", "0001_initial")]
    operations = [
        migrations.CreateModel("Probe", [("id", models.BigAutoField(primary_key=True))]),
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RunSQL("ALTER TABLE netbox_example_probe ADD COLUMN x text", migrations.RunSQL.noop),
        migrations.RunSQL("CREATE VIEW probes AS SELECT id FROM dcim_site", migrations.RunSQL.noop),
    ]
