from django.db import migrations


def forwards(apps, schema_editor):
    device = apps.get_model("dcim", "Device")
    device.objects.filter(status="x").update(status="active")  # expect: NBP107
    for each in device.objects.all():
        each.status = "active"
        each.save()  # expect: NBP107
    schema_editor.connection.cursor().execute("DELETE FROM ipam_vlan WHERE id = 1")  # expect: NBP107


class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RunSQL("UPDATE dcim_site SET name = slug", migrations.RunSQL.noop),  # expect: NBP107
    ]
