from django.db import migrations


def forwards(apps, schema_editor):
    pass


class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(forwards, migrations.RunPython.noop),
        migrations.RunPython(code=forwards, reverse_code=forwards),
        migrations.RunSQL("SELECT 1", reverse_sql=""),
    ]
