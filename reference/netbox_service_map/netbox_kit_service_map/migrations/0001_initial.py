import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import taggit.managers
import utilities.json
from django.db import migrations, models
from netbox.models.mixins import OwnerMixin

# NetBox 4.7 hides the way from an owner back to what it owns; the column is the same on every release.
OWNER_RELATED_NAME = OwnerMixin._meta.get_field('owner').deconstruct()[3].get('related_name')


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('dcim', '0225_gfk_indexes'),
        ('extras', '0134_owner'),
        ('tenancy', '0022_add_comments_to_organizationalmodel'),
        ('users', '0015_owner'),
        ('virtualization', '0052_gfk_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='BusinessService',
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
                ('name', models.CharField(max_length=100, unique=True)),
                ('status', models.CharField(max_length=50, default='active')),
                ('criticality', models.CharField(max_length=50, default='medium')),
                ('clients', models.ManyToManyField(to='tenancy.tenant', related_name='business_services', blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',)},
        ),
        migrations.CreateModel(
            name='Application',
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
                ('version', models.CharField(max_length=50, blank=True)),
                ('protocol', models.CharField(max_length=50, blank=True, null=True)),
                (
                    'ports',
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(
                            validators=[
                                django.core.validators.MinValueValidator(1),
                                django.core.validators.MaxValueValidator(65535),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    'services',
                    models.ManyToManyField(
                        to='netbox_kit_service_map.businessservice', related_name='applications', blank=True
                    ),
                ),
                (
                    'devices',
                    models.ManyToManyField(to='dcim.device', related_name='service_map_applications', blank=True),
                ),
                (
                    'virtual_machines',
                    models.ManyToManyField(
                        to='virtualization.virtualmachine', related_name='service_map_applications', blank=True
                    ),
                ),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name', 'version')},
        ),
        migrations.CreateModel(
            name='ConfigItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'service',
                    models.ForeignKey(
                        to='netbox_kit_service_map.businessservice',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='config_items',
                    ),
                ),
                (
                    'item_type',
                    models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+'),
                ),
                ('item_id', models.PositiveBigIntegerField()),
                ('role', models.CharField(max_length=50, blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('service', 'pk')},
        ),
        migrations.CreateModel(
            name='Relation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'service',
                    models.ForeignKey(
                        to='netbox_kit_service_map.businessservice',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='relations',
                    ),
                ),
                (
                    'source',
                    models.ForeignKey(
                        to='netbox_kit_service_map.configitem',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='outgoing_relations',
                    ),
                ),
                (
                    'destination',
                    models.ForeignKey(
                        to='netbox_kit_service_map.configitem',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='incoming_relations',
                    ),
                ),
                ('connector', models.CharField(max_length=50, default='solid')),
                ('link_text', models.CharField(max_length=100, blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('service', 'pk')},
        ),
        migrations.CreateModel(
            name='PenetrationTest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'service',
                    models.ForeignKey(
                        to='netbox_kit_service_map.businessservice',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='penetration_tests',
                    ),
                ),
                ('date', models.DateField()),
                ('ticket', models.CharField(max_length=50)),
                ('status', models.CharField(max_length=50, default='planned')),
                ('report_url', models.URLField(blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('-date', 'pk')},
        ),
        migrations.AddIndex(
            model_name='configitem',
            index=models.Index(fields=('item_type', 'item_id'), name='configitem_item_ffc91d_idx'),
        ),
        migrations.AddConstraint(
            model_name='configitem',
            constraint=models.UniqueConstraint(
                fields=('service', 'item_type', 'item_id'),
                name='netbox_kit_service_map_configitem_unique_service_item_d64447',
            ),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.UniqueConstraint(
                fields=('source', 'destination'), name='netbox_kit_service_map_relation_unique_source_destination'
            ),
        ),
        migrations.AddConstraint(
            model_name='penetrationtest',
            constraint=models.UniqueConstraint(
                fields=('service', 'ticket'), name='netbox_kit_service_map_penetrationtest_unique_service_ticket'
            ),
        ),
    ]
