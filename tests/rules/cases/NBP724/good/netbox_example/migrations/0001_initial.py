from django.db import migrations, models
import netbox.models


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(name="Thing", fields=[("id", models.TextField()), ("name", models.TextField())]),
        migrations.RenameModel(old_name="Thing", new_name="Asset"),
    ]
