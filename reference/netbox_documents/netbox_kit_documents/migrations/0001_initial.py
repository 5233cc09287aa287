import django.db.models.deletion
import taggit.managers
import utilities.json
from django.db import migrations, models
from netbox.models.mixins import OwnerMixin

import netbox_kit_documents.files

# NetBox 4.7 hides the way from an owner back to what it owns; the column is the same on every release.
OWNER_RELATED_NAME = OwnerMixin._meta.get_field('owner').deconstruct()[3].get('related_name')


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('extras', '0134_owner'),
        ('users', '0015_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('description', models.CharField(max_length=200, blank=True)),
                (
                    'owner',
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name=OWNER_RELATED_NAME,
                        to='users.owner',
                    ),
                ),
                ('comments', models.TextField(blank=True)),
                ('name', models.CharField(max_length=100)),
                (
                    'subject_type',
                    models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+'),
                ),
                ('subject_id', models.PositiveBigIntegerField()),
                ('kind', models.CharField(max_length=50, default='other')),
                (
                    'file',
                    models.FileField(upload_to=netbox_kit_documents.files.upload_path, max_length=255, blank=True),
                ),
                ('external_url', models.URLField(blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',)},
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=('subject_type', 'subject_id'), name='document_subject_440006_idx'),
        ),
    ]
