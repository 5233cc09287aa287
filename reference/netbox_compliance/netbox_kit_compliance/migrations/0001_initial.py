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
        ('core', '0020_owner'),
        ('dcim', '0225_gfk_indexes'),
        ('extras', '0134_owner'),
        ('users', '0015_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='ComplianceSelector',
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
                ('sites', models.ManyToManyField(to='dcim.site', related_name='kit_compliance_selectors', blank=True)),
                (
                    'roles',
                    models.ManyToManyField(to='dcim.devicerole', related_name='kit_compliance_selectors', blank=True),
                ),
                (
                    'platforms',
                    models.ManyToManyField(to='dcim.platform', related_name='kit_compliance_selectors', blank=True),
                ),
                (
                    'device_tags',
                    models.ManyToManyField(to='extras.tag', related_name='kit_compliance_selectors', blank=True),
                ),
                ('status', models.CharField(max_length=50, blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',)},
        ),
        migrations.CreateModel(
            name='ComplianceTest',
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
                ('severity', models.CharField(max_length=50, default='middle')),
                ('enabled', models.BooleanField(default=True)),
                (
                    'selectors',
                    models.ManyToManyField(
                        to='netbox_kit_compliance.complianceselector', related_name='tests', blank=True
                    ),
                ),
                ('expression', models.TextField(blank=True)),
                (
                    'source_file',
                    models.ForeignKey(
                        to='core.datafile',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_compliance_tests',
                        blank=True,
                        null=True,
                    ),
                ),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'permissions': (('run', 'Run tests'),)},
        ),
        migrations.CreateModel(
            name='ComplianceReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                ('title', models.CharField(max_length=100)),
                ('started', models.DateTimeField()),
                ('finished', models.DateTimeField(blank=True, null=True)),
                ('devices', models.IntegerField(default=0)),
                ('passed', models.IntegerField(default=0)),
                ('failed', models.IntegerField(default=0)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('-started',)},
        ),
        migrations.CreateModel(
            name='ComplianceTestResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'report',
                    models.ForeignKey(
                        to='netbox_kit_compliance.compliancereport',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='results',
                    ),
                ),
                (
                    'test',
                    models.ForeignKey(
                        to='netbox_kit_compliance.compliancetest',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='results',
                    ),
                ),
                (
                    'device',
                    models.ForeignKey(
                        to='dcim.device',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_compliance_results',
                    ),
                ),
                ('passed', models.BooleanField(default=False)),
                ('explanation', models.JSONField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={
                'ordering': ('-pk',),
                'constraints': (
                    models.UniqueConstraint(
                        fields=('report', 'test', 'device'),
                        name='netbox_kit_compliance_result_unique',
                    ),
                ),
            },
        ),
    ]
