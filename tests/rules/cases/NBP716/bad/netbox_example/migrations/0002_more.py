from django.db import migrations, models
import netbox.models


class Migration(migrations.Migration):
    operations = [
        migrations.AddField(model_name="kind", name="owner", field=models.TextField()),
    ]
