from django.db import migrations, models
import netbox.models


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(name="Asset", fields=[("id", models.TextField()), ("name", models.TextField())]),
    ]
