from dcim.models import Device, DeviceType, InventoryItem, Location, Manufacturer, Module, ModuleType, Rack, RackType
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelImportForm, OrganizationalModelImportForm, PrimaryModelImportForm
from tenancy.models import Tenant
from utilities.forms.fields import CSVChoiceField, CSVModelChoiceField

from ..choices import AssetStatusChoices
from ..hardware import TYPE_FIELDS
from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

__all__ = (
    'AssetImportForm',
    'DeliveryImportForm',
    'ItemGroupImportForm',
    'ItemTypeImportForm',
    'PurchaseImportForm',
    'SupplierImportForm',
)


class ItemGroupImportForm(NestedGroupModelImportForm):
    parent = CSVModelChoiceField(
        label=_('Parent'),
        queryset=ItemGroup.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the item group's parent"),
    )

    class Meta:
        model = ItemGroup
        fields = ('name', 'slug', 'parent', 'description', 'owner', 'comments', 'tags')


class ItemTypeImportForm(PrimaryModelImportForm):
    manufacturer = CSVModelChoiceField(
        label=_('Manufacturer'),
        queryset=Manufacturer.objects.all(),
        to_field_name='name',
        help_text=_("Name of the item type's manufacturer"),
    )
    group = CSVModelChoiceField(
        label=_('Group'),
        queryset=ItemGroup.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the item type's group"),
    )

    class Meta:
        model = ItemType
        fields = ('manufacturer', 'model', 'part_number', 'group', 'description', 'owner', 'comments', 'tags')


class SupplierImportForm(OrganizationalModelImportForm):
    class Meta:
        model = Supplier
        fields = ('name', 'slug', 'description', 'owner', 'comments', 'tags')


class PurchaseImportForm(PrimaryModelImportForm):
    supplier = CSVModelChoiceField(
        label=_('Supplier'),
        queryset=Supplier.objects.all(),
        to_field_name='name',
        help_text=_("Name of the purchase's supplier"),
    )

    class Meta:
        model = Purchase
        fields = ('supplier', 'name', 'date', 'description', 'owner', 'comments', 'tags')


class DeliveryImportForm(PrimaryModelImportForm):
    purchase = CSVModelChoiceField(
        label=_('Purchase'),
        queryset=Purchase.objects.all(),
        to_field_name='name',
        help_text=_("Name of the delivery's purchase"),
    )

    class Meta:
        model = Delivery
        fields = ('purchase', 'name', 'date', 'description', 'owner', 'comments', 'tags')


class AssetImportForm(PrimaryModelImportForm):
    status = CSVChoiceField(
        label=_('Status'),
        choices=AssetStatusChoices,
        required=False,
        help_text=_('Follows from what the asset is assigned to if it is not given'),
    )
    manufacturer = CSVModelChoiceField(
        label=_('Manufacturer'),
        queryset=Manufacturer.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the type's manufacturer, if others have types of the same name"),
    )
    device_type = CSVModelChoiceField(
        label=_('Device type'),
        queryset=DeviceType.objects.all(),
        to_field_name='model',
        required=False,
        help_text=_("Model of the asset's device type"),
    )
    module_type = CSVModelChoiceField(
        label=_('Module type'),
        queryset=ModuleType.objects.all(),
        to_field_name='model',
        required=False,
        help_text=_("Model of the asset's module type"),
    )
    item_type = CSVModelChoiceField(
        label=_('Item type'),
        queryset=ItemType.objects.all(),
        to_field_name='model',
        required=False,
        help_text=_("Model of the asset's item type"),
    )
    rack_type = CSVModelChoiceField(
        label=_('Rack type'),
        queryset=RackType.objects.all(),
        to_field_name='model',
        required=False,
        help_text=_("Model of the asset's rack type"),
    )
    device = CSVModelChoiceField(
        label=_('Device'),
        queryset=Device.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the asset's device"),
    )
    module = CSVModelChoiceField(
        label=_('Module'), queryset=Module.objects.all(), required=False, help_text=_("ID of the asset's module")
    )
    inventory_item = CSVModelChoiceField(
        label=_('Inventory item'),
        queryset=InventoryItem.objects.all(),
        required=False,
        help_text=_("ID of the asset's inventory item"),
    )
    rack = CSVModelChoiceField(
        label=_('Rack'),
        queryset=Rack.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the asset's rack"),
    )
    storage_location = CSVModelChoiceField(
        label=_('Storage location'),
        queryset=Location.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Where it is while it is not in use.'),
    )
    tenant = CSVModelChoiceField(
        label=_('Tenant'),
        queryset=Tenant.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Who uses it.'),
    )
    owning_tenant = CSVModelChoiceField(
        label=_('Owning tenant'),
        queryset=Tenant.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Who it belongs to.'),
    )
    supplier = CSVModelChoiceField(
        label=_('Supplier'),
        queryset=Supplier.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Name of the supplier, if others have purchases of the same name'),
    )
    purchase = CSVModelChoiceField(
        label=_('Purchase'),
        queryset=Purchase.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the asset's purchase"),
    )
    delivery = CSVModelChoiceField(
        label=_('Delivery'),
        queryset=Delivery.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the asset's delivery"),
    )

    class Meta:
        model = Asset
        fields = (
            'name',
            'asset_tag',
            'serial',
            'status',
            'manufacturer',
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
            'supplier',
            'purchase',
            'delivery',
            'warranty_start',
            'warranty_end',
            'tenant',
            'description',
            'owner',
            'comments',
            'tags',
        )

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)

        # Names are unique within a manufacturer, a supplier, a purchase: look for them there, as NetBox's own forms do.
        for parent, children in (
            ('manufacturer', TYPE_FIELDS),
            ('supplier', ('purchase',)),
            ('purchase', ('delivery',)),
        ):
            if data and data.get(parent):
                params = {f'{parent}__{self.fields[parent].to_field_name}': data[parent]}
                for child in children:
                    self.fields[child].queryset = self.fields[child].queryset.filter(**params)
