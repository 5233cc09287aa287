from dcim.models import Device, DeviceType, InventoryItem, Location, Manufacturer, Module, ModuleType, Rack, RackType
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelForm, OrganizationalModelForm, PrimaryModelForm
from tenancy.forms import TenancyForm
from tenancy.models import Tenant
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.rendering import FieldSet, TabbedGroups
from utilities.forms.widgets import DatePicker

from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

__all__ = (
    'AssetForm',
    'DeliveryForm',
    'ItemGroupForm',
    'ItemTypeForm',
    'PurchaseForm',
    'SupplierForm',
)


class ItemGroupForm(NestedGroupModelForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=ItemGroup.objects.all(), required=False)

    fieldsets = (FieldSet('name', 'slug', 'parent', 'description', 'tags', name=_('Item Group')),)

    class Meta:
        model = ItemGroup
        fields = ['name', 'slug', 'parent', 'description', 'owner', 'comments', 'tags']


class ItemTypeForm(PrimaryModelForm):
    manufacturer = DynamicModelChoiceField(label=_('Manufacturer'), queryset=Manufacturer.objects.all())
    group = DynamicModelChoiceField(label=_('Group'), queryset=ItemGroup.objects.all(), required=False)

    fieldsets = (FieldSet('manufacturer', 'model', 'part_number', 'group', 'description', 'tags', name=_('Item Type')),)

    class Meta:
        model = ItemType
        fields = ['manufacturer', 'model', 'part_number', 'group', 'description', 'owner', 'comments', 'tags']


class SupplierForm(OrganizationalModelForm):
    fieldsets = (FieldSet('name', 'slug', 'description', 'tags', name=_('Supplier')),)

    class Meta:
        model = Supplier
        fields = ['name', 'slug', 'description', 'owner', 'comments', 'tags']


class PurchaseForm(PrimaryModelForm):
    supplier = DynamicModelChoiceField(label=_('Supplier'), queryset=Supplier.objects.all())

    fieldsets = (FieldSet('supplier', 'name', 'date', 'description', 'tags', name=_('Purchase')),)

    class Meta:
        model = Purchase
        fields = ['supplier', 'name', 'date', 'description', 'owner', 'comments', 'tags']
        widgets = {
            'date': DatePicker(),
        }


class DeliveryForm(PrimaryModelForm):
    purchase = DynamicModelChoiceField(label=_('Purchase'), queryset=Purchase.objects.all())

    fieldsets = (FieldSet('purchase', 'name', 'date', 'description', 'tags', name=_('Delivery')),)

    class Meta:
        model = Delivery
        fields = ['purchase', 'name', 'date', 'description', 'owner', 'comments', 'tags']
        widgets = {
            'date': DatePicker(),
        }


class AssetForm(TenancyForm, PrimaryModelForm):
    device_type = DynamicModelChoiceField(label=_('Device type'), queryset=DeviceType.objects.all(), required=False)
    module_type = DynamicModelChoiceField(label=_('Module type'), queryset=ModuleType.objects.all(), required=False)
    item_type = DynamicModelChoiceField(label=_('Item type'), queryset=ItemType.objects.all(), required=False)
    rack_type = DynamicModelChoiceField(label=_('Rack type'), queryset=RackType.objects.all(), required=False)
    device = DynamicModelChoiceField(
        label=_('Device'),
        queryset=Device.objects.all(),
        required=False,
        query_params={'device_type_id': '$device_type'},
    )
    module = DynamicModelChoiceField(
        label=_('Module'),
        queryset=Module.objects.all(),
        required=False,
        query_params={'module_type_id': '$module_type'},
    )
    inventory_item = DynamicModelChoiceField(
        label=_('Inventory item'), queryset=InventoryItem.objects.all(), required=False
    )
    rack = DynamicModelChoiceField(label=_('Rack'), queryset=Rack.objects.all(), required=False)
    storage_location = DynamicModelChoiceField(
        label=_('Storage location'),
        queryset=Location.objects.all(),
        required=False,
        help_text=_('Where it is while it is not in use.'),
    )
    owning_tenant = DynamicModelChoiceField(
        label=_('Owning tenant'), queryset=Tenant.objects.all(), required=False, help_text=_('Who it belongs to.')
    )
    purchase = DynamicModelChoiceField(label=_('Purchase'), queryset=Purchase.objects.all(), required=False)
    delivery = DynamicModelChoiceField(
        label=_('Delivery'),
        queryset=Delivery.objects.all(),
        required=False,
        query_params={'purchase_id': '$purchase'},
    )

    fieldsets = (
        FieldSet('name', 'asset_tag', 'serial', 'status', 'description', 'tags', name=_('Asset')),
        FieldSet(
            TabbedGroups(
                FieldSet('device_type', 'device', name=_('Device')),
                FieldSet('module_type', 'module', name=_('Module')),
                FieldSet('item_type', 'inventory_item', name=_('Inventory item')),
                FieldSet('rack_type', 'rack', name=_('Rack')),
            ),
            name=_('Type, and what it is assigned to'),
        ),
        FieldSet('storage_location', name=_('Storage')),
        FieldSet('purchase', 'delivery', 'warranty_start', 'warranty_end', name=_('Procurement')),
        FieldSet('tenant_group', 'tenant', 'owning_tenant', name=_('Tenancy')),
    )

    class Meta:
        model = Asset
        fields = [
            'name',
            'asset_tag',
            'serial',
            'status',
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
            'tenant_group',
            'tenant',
            'description',
            'owner',
            'comments',
            'tags',
        ]
        widgets = {
            'warranty_start': DatePicker(),
            'warranty_end': DatePicker(),
        }
