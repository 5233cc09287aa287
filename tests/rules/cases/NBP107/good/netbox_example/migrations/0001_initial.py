from django.db import migrations


def forwards(apps, schema_editor):
    apps.get_model("extras", "CustomField").objects.create(name="x")
    apps.get_model("netbox_example", "Probe").objects.update(status="active")
    probe = apps.get_model("netbox_example", "Probe")
    for device in apps.get_model("dcim", "Device").objects.all():
        probe.objects.create(device_id=device.pk)


class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RunSQL("UPDATE netbox_example_probe SET name = (SELECT name FROM dcim_site)", migrations.RunSQL.noop),
    ]
