from django.db import migrations


def forwards(apps, schema_editor):
    pass


class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(forwards),  # expect: NBP718
        migrations.RunPython(forwards, reverse_code=None, elidable=True),  # expect: NBP718
        migrations.RunSQL("SELECT 1"),  # expect: NBP718
    ]
