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
        ('dcim', '0225_gfk_indexes'),
        ('extras', '0134_owner'),
        ('tenancy', '0022_add_comments_to_organizationalmodel'),
        ('users', '0015_owner'),
    ]

    operations = [
        migrations.CreateModel(
            name='ItemGroup',
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
                        to='netbox_kit_inventory.itemgroup',
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
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name',), 'abstract': False},
        ),
        migrations.CreateModel(
            name='ItemType',
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
                        related_name='kit_item_types',
                    ),
                ),
                ('model', models.CharField(max_length=100)),
                ('part_number', models.CharField(max_length=50, blank=True)),
                (
                    'group',
                    models.ForeignKey(
                        to='netbox_kit_inventory.itemgroup',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='item_types',
                        blank=True,
                        null=True,
                    ),
                ),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('manufacturer', 'model')},
        ),
        migrations.CreateModel(
            name='Supplier',
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
            name='Purchase',
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
                    'supplier',
                    models.ForeignKey(
                        to='netbox_kit_inventory.supplier',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='purchases',
                    ),
                ),
                ('name', models.CharField(max_length=100)),
                ('date', models.DateField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('supplier', 'name')},
        ),
        migrations.CreateModel(
            name='Delivery',
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
                    'purchase',
                    models.ForeignKey(
                        to='netbox_kit_inventory.purchase',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='deliveries',
                    ),
                ),
                ('name', models.CharField(max_length=100)),
                ('date', models.DateField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('purchase', 'name')},
        ),
        migrations.CreateModel(
            name='Asset',
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
                ('name', models.CharField(max_length=100, blank=True)),
                ('asset_tag', models.CharField(max_length=50, unique=True, blank=True, null=True)),
                ('serial', models.CharField(max_length=50, blank=True)),
                ('status', models.CharField(max_length=50, default='stored')),
                (
                    'device_type',
                    models.ForeignKey(
                        to='dcim.devicetype',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'module_type',
                    models.ForeignKey(
                        to='dcim.moduletype',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'item_type',
                    models.ForeignKey(
                        to='netbox_kit_inventory.itemtype',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'rack_type',
                    models.ForeignKey(
                        to='dcim.racktype',
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name='kit_assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'device',
                    models.OneToOneField(
                        to='dcim.device',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_asset',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'module',
                    models.OneToOneField(
                        to='dcim.module',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_asset',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'inventory_item',
                    models.OneToOneField(
                        to='dcim.inventoryitem',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_asset',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'rack',
                    models.OneToOneField(
                        to='dcim.rack',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_asset',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'storage_location',
                    models.ForeignKey(
                        to='dcim.location',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_stored_assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'tenant',
                    models.ForeignKey(
                        to='tenancy.tenant',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'owning_tenant',
                    models.ForeignKey(
                        to='tenancy.tenant',
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name='kit_owned_assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'purchase',
                    models.ForeignKey(
                        to='netbox_kit_inventory.purchase',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='assets',
                        blank=True,
                        null=True,
                    ),
                ),
                (
                    'delivery',
                    models.ForeignKey(
                        to='netbox_kit_inventory.delivery',
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name='assets',
                        blank=True,
                        null=True,
                    ),
                ),
                ('warranty_start', models.DateField(blank=True, null=True)),
                ('warranty_end', models.DateField(blank=True, null=True)),
                ('tags', taggit.managers.TaggableManager(through='extras.TaggedItem', to='extras.Tag')),
            ],
            options={'ordering': ('name', 'serial', 'pk')},
        ),
        migrations.AddConstraint(
            model_name='itemgroup',
            constraint=models.UniqueConstraint(
                fields=('parent', 'name'), name='netbox_kit_inventory_itemgroup_unique_parent_name'
            ),
        ),
        migrations.AddConstraint(
            model_name='itemgroup',
            constraint=models.UniqueConstraint(
                fields=('name',),
                name='netbox_kit_inventory_itemgroup_unique_name',
                condition=models.Q(parent__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            model_name='itemgroup',
            constraint=models.UniqueConstraint(
                fields=('parent', 'slug'), name='netbox_kit_inventory_itemgroup_unique_parent_slug'
            ),
        ),
        migrations.AddConstraint(
            model_name='itemgroup',
            constraint=models.UniqueConstraint(
                fields=('slug',),
                name='netbox_kit_inventory_itemgroup_unique_slug',
                condition=models.Q(parent__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            model_name='itemtype',
            constraint=models.UniqueConstraint(
                fields=('manufacturer', 'model'), name='netbox_kit_inventory_itemtype_unique_manufacturer_model'
            ),
        ),
        migrations.AddConstraint(
            model_name='purchase',
            constraint=models.UniqueConstraint(
                fields=('supplier', 'name'), name='netbox_kit_inventory_purchase_unique_supplier_name'
            ),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(
                fields=('purchase', 'name'), name='netbox_kit_inventory_delivery_unique_purchase_name'
            ),
        ),
        migrations.AddIndex(
            model_name='asset',
            index=models.Index(fields=['name', 'serial', 'id'], name='kit_inventory_asset_order'),
        ),
        migrations.AddIndex(
            model_name='asset',
            index=models.Index(fields=['warranty_end'], name='kit_inventory_asset_warranty'),
        ),
        migrations.AddConstraint(
            model_name='asset',
            constraint=models.CheckConstraint(
                condition=models.Q(
                    device_type__isnull=False, module_type__isnull=True, item_type__isnull=True, rack_type__isnull=True
                )
                | models.Q(
                    device_type__isnull=True, module_type__isnull=False, item_type__isnull=True, rack_type__isnull=True
                )
                | models.Q(
                    device_type__isnull=True, module_type__isnull=True, item_type__isnull=False, rack_type__isnull=True
                )
                | models.Q(
                    device_type__isnull=True, module_type__isnull=True, item_type__isnull=True, rack_type__isnull=False
                ),
                name='netbox_kit_inventory_asset_one_type',
            ),
        ),
        migrations.AddConstraint(
            model_name='asset',
            constraint=models.CheckConstraint(
                condition=(models.Q(device__isnull=True) | models.Q(device_type__isnull=False))
                & (models.Q(module__isnull=True) | models.Q(module_type__isnull=False))
                & (models.Q(inventory_item__isnull=True) | models.Q(item_type__isnull=False))
                & (models.Q(rack__isnull=True) | models.Q(rack_type__isnull=False)),
                name='netbox_kit_inventory_asset_hardware',
            ),
        ),
        migrations.AddConstraint(
            model_name='asset',
            constraint=models.CheckConstraint(
                condition=models.Q(warranty_start__isnull=True)
                | models.Q(warranty_end__isnull=True)
                | models.Q(warranty_start__lte=models.F('warranty_end')),
                name='netbox_kit_inventory_asset_warranty',
            ),
        ),
    ]
