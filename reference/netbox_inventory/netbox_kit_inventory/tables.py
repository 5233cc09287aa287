import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NestedGroupModelTable, OrganizationalModelTable, PrimaryModelTable, columns
from tenancy.tables import ContactsColumnMixin, TenancyColumnsMixin

from .models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

__all__ = (
    'AssetTable',
    'DeliveryTable',
    'ItemGroupTable',
    'ItemTypeTable',
    'PurchaseTable',
    'SupplierTable',
)


class ItemGroupTable(NestedGroupModelTable):
    item_type_count = columns.LinkedCountColumn(
        verbose_name=_('Item types'),
        viewname='plugins:netbox_kit_inventory:itemtype_list',
        url_params={'group_id': 'pk'},
    )
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_inventory:itemgroup_list',
    )

    class Meta(NestedGroupModelTable.Meta):
        model = ItemGroup
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'parent',
            'item_type_count',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'parent', 'item_type_count', 'description')


class ItemTypeTable(PrimaryModelTable):
    manufacturer = tables.Column(verbose_name=_('Manufacturer'), linkify=True)
    model = tables.Column(verbose_name=_('Model'), linkify=True)
    group = tables.Column(verbose_name=_('Group'), linkify=True)
    asset_count = columns.LinkedCountColumn(
        verbose_name=_('Assets'),
        viewname='plugins:netbox_kit_inventory:asset_list',
        url_params={'item_type_id': 'pk'},
    )
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_inventory:itemtype_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = ItemType
        fields = (
            'pk',
            'id',
            'manufacturer',
            'model',
            'part_number',
            'group',
            'asset_count',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'manufacturer', 'model', 'part_number', 'group', 'asset_count', 'description')


class SupplierTable(ContactsColumnMixin, OrganizationalModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    purchase_count = columns.LinkedCountColumn(
        verbose_name=_('Purchases'),
        viewname='plugins:netbox_kit_inventory:purchase_list',
        url_params={'supplier_id': 'pk'},
    )
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_inventory:supplier_list',
    )

    class Meta(OrganizationalModelTable.Meta):
        model = Supplier
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'purchase_count',
            'description',
            'owner',
            'comments',
            'contacts',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'purchase_count', 'description')


class PurchaseTable(PrimaryModelTable):
    supplier = tables.Column(verbose_name=_('Supplier'), linkify=True)
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    asset_count = columns.LinkedCountColumn(
        verbose_name=_('Assets'),
        viewname='plugins:netbox_kit_inventory:asset_list',
        url_params={'purchase_id': 'pk'},
    )
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_inventory:purchase_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Purchase
        fields = (
            'pk',
            'id',
            'supplier',
            'name',
            'date',
            'asset_count',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'supplier', 'name', 'date', 'asset_count', 'description')


class DeliveryTable(PrimaryModelTable):
    purchase = tables.Column(verbose_name=_('Purchase'), linkify=True)
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    asset_count = columns.LinkedCountColumn(
        verbose_name=_('Assets'),
        viewname='plugins:netbox_kit_inventory:asset_list',
        url_params={'delivery_id': 'pk'},
    )
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_inventory:delivery_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Delivery
        fields = (
            'pk',
            'id',
            'purchase',
            'name',
            'date',
            'asset_count',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'purchase', 'name', 'date', 'asset_count', 'description')


class AssetTable(TenancyColumnsMixin, PrimaryModelTable):
    # Assets need no name; without one they are called by their tag or serial number.
    name = tables.Column(verbose_name=_('Name'), linkify=True, empty_values=())
    kind = tables.Column(verbose_name=_('Kind'), accessor='get_kind_display', orderable=False)
    hardware_type = tables.Column(verbose_name=_('Type'), linkify=True, orderable=False)
    hardware = tables.Column(verbose_name=_('Assigned to'), linkify=True, orderable=False)
    warranty = columns.ChoiceFieldColumn(
        verbose_name=_('Warranty'), accessor='get_warranty_display', order_by='warranty_end'
    )
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    device_type = tables.Column(verbose_name=_('Device type'), linkify=True)
    module_type = tables.Column(verbose_name=_('Module type'), linkify=True)
    item_type = tables.Column(verbose_name=_('Item type'), linkify=True)
    rack_type = tables.Column(verbose_name=_('Rack type'), linkify=True)
    device = tables.Column(verbose_name=_('Device'), linkify=True)
    module = tables.Column(verbose_name=_('Module'), linkify=True)
    inventory_item = tables.Column(verbose_name=_('Inventory item'), linkify=True)
    rack = tables.Column(verbose_name=_('Rack'), linkify=True)
    storage_location = tables.Column(verbose_name=_('Storage location'), linkify=True)
    owning_tenant = tables.Column(verbose_name=_('Owning tenant'), linkify=True)
    purchase = tables.Column(verbose_name=_('Purchase'), linkify=True)
    delivery = tables.Column(verbose_name=_('Delivery'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_inventory:asset_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Asset
        fields = (
            'pk',
            'id',
            'name',
            'asset_tag',
            'serial',
            'status',
            'kind',
            'hardware_type',
            'hardware',
            'device_type',
            'module_type',
            'item_type',
            'rack_type',
            'device',
            'module',
            'inventory_item',
            'rack',
            'storage_location',
            'owning_tenant',
            'purchase',
            'delivery',
            'warranty_start',
            'warranty_end',
            'warranty',
            'tenant',
            'tenant_group',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = (
            'pk',
            'name',
            'serial',
            'status',
            'hardware_type',
            'hardware',
            'storage_location',
            'warranty',
            'tenant',
        )

    def render_name(self, record):
        return str(record)

    def value_name(self, record):
        return record.name
