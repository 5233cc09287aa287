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
        ('dcim', '0225_gfk_indexes'),
        ('extras', '0134_owner'),
        ('users', '0015_owner'),
        ('virtualization', '0052_gfk_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='HardwareLifecycle',
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
                (
                    'device_type',
                    models.OneToOneField(
                        to='dcim.devicetype',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'module_type',
                    models.OneToOneField(
                        to='dcim.moduletype',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle',
                        blank=True,
                        null=True,
                    ),
                ),
                ('end_of_sale', models.DateField(blank=True, null=True)),
                ('end_of_maintenance', models.DateField(blank=True, null=True)),
                ('end_of_security', models.DateField(blank=True, null=True)),
                ('end_of_support', models.DateField(blank=True, null=True)),
                ('last_contract', models.DateField(blank=True, null=True)),
                ('notice', models.URLField(blank=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('end_of_support', 'pk')},
        ),
        migrations.CreateModel(
            name='Vendor',
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
            name='SupportContract',
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
                (
                    'vendor',
                    models.ForeignKey(
                        to='netbox_kit_lifecycle.vendor',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='support_contracts',
                    ),
                ),
                ('contract_id', models.CharField(max_length=100)),
                ('start_date', models.DateField(blank=True, null=True)),
                ('renewal_date', models.DateField(blank=True, null=True)),
                ('end_date', models.DateField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('vendor', 'contract_id')},
        ),
        migrations.CreateModel(
            name='ContractAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'contract',
                    models.ForeignKey(
                        to='netbox_kit_lifecycle.supportcontract',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='assignments',
                    ),
                ),
                (
                    'device',
                    models.ForeignKey(
                        to='dcim.device',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle_contracts',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'module',
                    models.ForeignKey(
                        to='dcim.module',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle_contracts',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'virtual_machine',
                    models.ForeignKey(
                        to='virtualization.virtualmachine',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle_contracts',
                        blank=True,
                        null=True,
                    ),
                ),
                ('sku', models.CharField(max_length=100, blank=True)),
                ('end_date', models.DateField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('contract', 'pk')},
        ),
        migrations.CreateModel(
            name='License',
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
                (
                    'manufacturer',
                    models.ForeignKey(
                        to='dcim.manufacturer',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle_licenses',
                    ),
                ),
                ('name', models.CharField(max_length=100)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('manufacturer', 'name')},
        ),
        migrations.CreateModel(
            name='LicenseAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('created', models.DateTimeField(auto_now_add=True, null=True)),
                ('last_updated', models.DateTimeField(auto_now=True, null=True)),
                (
                    'custom_field_data',
                    models.JSONField(blank=True, default=dict, encoder=utilities.json.CustomFieldJSONEncoder),
                ),
                (
                    'license',
                    models.ForeignKey(
                        to='netbox_kit_lifecycle.license',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='assignments',
                    ),
                ),
                (
                    'vendor',
                    models.ForeignKey(
                        to='netbox_kit_lifecycle.vendor',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='license_assignments',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'device',
                    models.ForeignKey(
                        to='dcim.device',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle_licenses',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'virtual_machine',
                    models.ForeignKey(
                        to='virtualization.virtualmachine',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_lifecycle_licenses',
                        blank=True,
                        null=True,
                    ),
                ),
                ('quantity', models.IntegerField(validators=[django.core.validators.MinValueValidator(1)], default=1)),
                ('end_date', models.DateField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('license', 'pk')},
        ),
        migrations.AddConstraint(
            model_name='supportcontract',
            constraint=models.UniqueConstraint(
                fields=('vendor', 'contract_id'), name='netbox_kit_lifecycle_supportcontract_unique_vendor_co_3e633f'
            ),
        ),
        migrations.AddConstraint(
            model_name='license',
            constraint=models.UniqueConstraint(
                fields=('manufacturer', 'name'), name='netbox_kit_lifecycle_license_unique_manufacturer_name'
            ),
        ),
        migrations.AddConstraint(
            model_name='hardwarelifecycle',
            constraint=models.CheckConstraint(
                condition=models.Q(device_type__isnull=False, module_type__isnull=True)
                | models.Q(device_type__isnull=True, module_type__isnull=False),
                name='netbox_kit_lifecycle_hardwarelifecycle_one_type',
            ),
        ),
        migrations.AddConstraint(
            model_name='contractassignment',
            constraint=models.CheckConstraint(
                condition=models.Q(device__isnull=False, module__isnull=True, virtual_machine__isnull=True)
                | models.Q(device__isnull=True, module__isnull=False, virtual_machine__isnull=True)
                | models.Q(device__isnull=True, module__isnull=True, virtual_machine__isnull=False),
                name='netbox_kit_lifecycle_contractassignment_one_object',
            ),
        ),
        migrations.AddConstraint(
            model_name='licenseassignment',
            constraint=models.CheckConstraint(
                condition=models.Q(device__isnull=False, virtual_machine__isnull=True)
                | models.Q(device__isnull=True, virtual_machine__isnull=False),
                name='netbox_kit_lifecycle_licenseassignment_one_object',
            ),
        ),
    ]
