import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import mptt.fields
import taggit.managers
import utilities.json
from django.db import migrations, models
from netbox.models.mixins import OwnerMixin

# NetBox 4.7 hides the way from an owner back to what it owns; the column is the same on every release.
OWNER_RELATED_NAME = OwnerMixin._meta.get_field('owner').deconstruct()[3].get('related_name')


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ('extras', '0134_owner'),
        ('ipam', '0086_gfk_indexes'),
        ('tenancy', '0022_add_comments_to_organizationalmodel'),
        ('users', '0015_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApplicationRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('name', models.CharField(max_length=100, unique=True)),
                ('slug', models.SlugField(max_length=100, unique=True)),
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
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'abstract': False},
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
                ('name', models.CharField(max_length=100, unique=True)),
                (
                    'role',
                    models.ForeignKey(
                        to='netbox_kit_data_flows.applicationrole',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='applications',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'tenant',
                    models.ForeignKey(
                        to='tenancy.tenant',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_data_flows_applications',
                        blank=True,
                        null=True,
                    ),
                ),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',)},
        ),
        migrations.CreateModel(
            name='FlowGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('lft', models.PositiveIntegerField(editable=False)),
                ('rght', models.PositiveIntegerField(editable=False)),
                ('tree_id', models.PositiveIntegerField(db_index=True, editable=False)),
                ('level', models.PositiveIntegerField(editable=False)),
                (
                    'parent',
                    mptt.fields.TreeForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='children',
                        to='netbox_kit_data_flows.flowgroup',
                    ),
                ),
                ('name', models.CharField(max_length=100)),
                ('slug', models.SlugField(max_length=100)),
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
                (
                    'application',
                    models.ForeignKey(
                        to='netbox_kit_data_flows.application',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='flow_groups',
                        blank=True,
                        null=True,
                    ),
                ),
                ('status', models.CharField(max_length=50, default='active')),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'abstract': False},
        ),
        migrations.CreateModel(
            name='ObjectAlias',
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
                ('prefixes', models.ManyToManyField(to='ipam.prefix', related_name='flow_aliases', blank=True)),
                ('ip_ranges', models.ManyToManyField(to='ipam.iprange', related_name='flow_aliases', blank=True)),
                ('ip_addresses', models.ManyToManyField(to='ipam.ipaddress', related_name='flow_aliases', blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',)},
        ),
        migrations.CreateModel(
            name='DataFlow',
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
                    'application',
                    models.ForeignKey(
                        to='netbox_kit_data_flows.application',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='data_flows',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'group',
                    models.ForeignKey(
                        to='netbox_kit_data_flows.flowgroup',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='data_flows',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'tenant',
                    models.ForeignKey(
                        to='tenancy.tenant',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_data_flows_data_flows',
                        blank=True,
                        null=True,
                    ),
                ),
                ('status', models.CharField(max_length=50, default='active')),
                ('protocol', models.CharField(max_length=50, default='any')),
                (
                    'source_ports',
                    django.contrib.postgres.fields.ArrayField(
                        base_field=django.contrib.postgres.fields.ranges.IntegerRangeField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    'destination_ports',
                    django.contrib.postgres.fields.ArrayField(
                        base_field=django.contrib.postgres.fields.ranges.IntegerRangeField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    'sources',
                    models.ManyToManyField(
                        to='netbox_kit_data_flows.objectalias', related_name='flows_from', blank=True
                    ),
                ),
                (
                    'destinations',
                    models.ManyToManyField(to='netbox_kit_data_flows.objectalias', related_name='flows_to', blank=True),
                ),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',)},
        ),
        migrations.AddConstraint(
            model_name='flowgroup',
            constraint=models.UniqueConstraint(
                fields=('parent', 'name'), name='netbox_kit_data_flows_flowgroup_unique_parent_name'
            ),
        ),
        migrations.AddConstraint(
            model_name='flowgroup',
            constraint=models.UniqueConstraint(
                fields=('name',),
                name='netbox_kit_data_flows_flowgroup_unique_name',
                condition=models.Q(parent__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            model_name='flowgroup',
            constraint=models.UniqueConstraint(
                fields=('parent', 'slug'), name='netbox_kit_data_flows_flowgroup_unique_parent_slug'
            ),
        ),
        migrations.AddConstraint(
            model_name='flowgroup',
            constraint=models.UniqueConstraint(
                fields=('slug',),
                name='netbox_kit_data_flows_flowgroup_unique_slug',
                condition=models.Q(parent__isnull=True),
            ),
        ),
    ]
