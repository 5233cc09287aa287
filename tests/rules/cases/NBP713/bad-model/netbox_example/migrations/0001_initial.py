from django.db import migrations, models
import netbox.models


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(name="Asset", fields=[("id", models.TextField())]),
        migrations.CreateModel(name="Kind", fields=[("id", models.TextField())]),
    ]
