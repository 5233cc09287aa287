from django.db import migrations


def tables():
    """Of whatever models a case has: an operation that cannot be read."""
    return migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [tables()]
