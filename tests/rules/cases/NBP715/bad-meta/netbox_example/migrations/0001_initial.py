from django.db import migrations, models
import netbox.models


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(name="Unlisted", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
        migrations.CreateModel(name="Asset", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
        migrations.CreateModel(name="Kind", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
        migrations.CreateModel(name="Other", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
        migrations.CreateModel(name="Plain", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
        migrations.CreateModel(name="Sorted", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
        migrations.CreateModel(name="Grouped", fields=[("id", models.TextField()), ("owner", models.TextField()), ("comments", models.TextField())]),
    ]
