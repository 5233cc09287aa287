from django.db import migrations, models
import netbox.models


class Migration(migrations.Migration):
    operations = [
        migrations.AddField("thing", "owner", models.TextField()),
        migrations.RenameModel("Thing", "Asset"),
    ]
