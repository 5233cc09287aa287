from dcim.models import (
    Device,
    DeviceType,
    InventoryItem,
    Location,
    Manufacturer,
    Module,
    ModuleType,
    Rack,
    RackType,
    Site,
)
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelFilterSetForm, OrganizationalModelFilterSetForm, PrimaryModelFilterSetForm
from tenancy.forms import ContactModelFilterForm, TenancyFilterForm
from tenancy.models import Tenant
from utilities.forms import BOOLEAN_WITH_BLANK_CHOICES
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker

from ..choices import AssetStatusChoices, KindChoices, WarrantyChoices
from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

__all__ = (
    'AssetFilterForm',
    'DeliveryFilterForm',
    'ItemGroupFilterForm',
    'ItemTypeFilterForm',
    'PurchaseFilterForm',
    'SupplierFilterForm',
)


class ItemGroupFilterForm(NestedGroupModelFilterSetForm):
    model = ItemGroup
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('parent_id', name=_('Item Group')),
    )
    parent_id = DynamicModelMultipleChoiceField(
        label=_('Parent'), queryset=ItemGroup.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class ItemTypeFilterForm(PrimaryModelFilterSetForm):
    model = ItemType
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('manufacturer_id', 'part_number', 'group_id', name=_('Item Type')),
    )
    manufacturer_id = DynamicModelMultipleChoiceField(
        label=_('Manufacturer'), queryset=Manufacturer.objects.all(), required=False
    )
    part_number = forms.CharField(label=_('Part number'), required=False)
    group_id = DynamicModelMultipleChoiceField(
        label=_('Group'), queryset=ItemGroup.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class SupplierFilterForm(ContactModelFilterForm, OrganizationalModelFilterSetForm):
    model = Supplier
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('contact', 'contact_role', 'contact_group', name=_('Contacts')),
    )
    tag = TagFilterField(model)


class PurchaseFilterForm(PrimaryModelFilterSetForm):
    model = Purchase
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('supplier_id', 'date', name=_('Purchase')),
    )
    supplier_id = DynamicModelMultipleChoiceField(label=_('Supplier'), queryset=Supplier.objects.all(), required=False)
    date = forms.DateField(label=_('Date'), required=False, widget=DatePicker())
    tag = TagFilterField(model)


class DeliveryFilterForm(PrimaryModelFilterSetForm):
    model = Delivery
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('purchase_id', 'date', name=_('Delivery')),
    )
    purchase_id = DynamicModelMultipleChoiceField(label=_('Purchase'), queryset=Purchase.objects.all(), required=False)
    date = forms.DateField(label=_('Date'), required=False, widget=DatePicker())
    tag = TagFilterField(model)


class AssetFilterForm(TenancyFilterForm, PrimaryModelFilterSetForm):
    model = Asset
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('asset_tag', 'serial', 'status', 'assigned', name=_('Asset')),
        FieldSet(
            'kind',
            'manufacturer_id',
            'device_type_id',
            'module_type_id',
            'item_type_id',
            'item_group_id',
            'rack_type_id',
            name=_('Type'),
        ),
        FieldSet('device_id', 'module_id', 'inventory_item_id', 'rack_id', name=_('Assigned to')),
        FieldSet('site_id', 'location_id', 'storage_location_id', name=_('Place')),
        FieldSet('supplier_id', 'purchase_id', 'delivery_id', name=_('Procurement')),
        FieldSet('warranty', 'warranty_start', 'warranty_end', name=_('Warranty')),
        FieldSet('tenant_group_id', 'tenant_id', 'owning_tenant_id', name=_('Tenancy')),
    )
    asset_tag = forms.CharField(label=_('Asset tag'), required=False)
    serial = forms.CharField(label=_('Serial number'), required=False)
    status = forms.MultipleChoiceField(label=_('Status'), choices=AssetStatusChoices, required=False)
    assigned = forms.NullBooleanField(
        label=_('Assigned'), required=False, widget=forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)
    )
    kind = forms.MultipleChoiceField(label=_('Kind'), choices=KindChoices, required=False)
    manufacturer_id = DynamicModelMultipleChoiceField(
        label=_('Manufacturer'), queryset=Manufacturer.objects.all(), required=False
    )
    item_group_id = DynamicModelMultipleChoiceField(
        label=_('Item group'), queryset=ItemGroup.objects.all(), required=False
    )
    device_type_id = DynamicModelMultipleChoiceField(
        label=_('Device type'), queryset=DeviceType.objects.all(), required=False, null_option='None'
    )
    module_type_id = DynamicModelMultipleChoiceField(
        label=_('Module type'), queryset=ModuleType.objects.all(), required=False, null_option='None'
    )
    item_type_id = DynamicModelMultipleChoiceField(
        label=_('Item type'), queryset=ItemType.objects.all(), required=False, null_option='None'
    )
    rack_type_id = DynamicModelMultipleChoiceField(
        label=_('Rack type'), queryset=RackType.objects.all(), required=False, null_option='None'
    )
    device_id = DynamicModelMultipleChoiceField(
        label=_('Device'), queryset=Device.objects.all(), required=False, null_option='None'
    )
    module_id = DynamicModelMultipleChoiceField(
        label=_('Module'), queryset=Module.objects.all(), required=False, null_option='None'
    )
    inventory_item_id = DynamicModelMultipleChoiceField(
        label=_('Inventory item'), queryset=InventoryItem.objects.all(), required=False, null_option='None'
    )
    rack_id = DynamicModelMultipleChoiceField(
        label=_('Rack'), queryset=Rack.objects.all(), required=False, null_option='None'
    )
    site_id = DynamicModelMultipleChoiceField(label=_('Site'), queryset=Site.objects.all(), required=False)
    location_id = DynamicModelMultipleChoiceField(label=_('Location'), queryset=Location.objects.all(), required=False)
    storage_location_id = DynamicModelMultipleChoiceField(
        label=_('Storage location'), queryset=Location.objects.all(), required=False, null_option='None'
    )
    owning_tenant_id = DynamicModelMultipleChoiceField(
        label=_('Owning tenant'), queryset=Tenant.objects.all(), required=False, null_option='None'
    )
    supplier_id = DynamicModelMultipleChoiceField(label=_('Supplier'), queryset=Supplier.objects.all(), required=False)
    purchase_id = DynamicModelMultipleChoiceField(
        label=_('Purchase'), queryset=Purchase.objects.all(), required=False, null_option='None'
    )
    delivery_id = DynamicModelMultipleChoiceField(
        label=_('Delivery'), queryset=Delivery.objects.all(), required=False, null_option='None'
    )
    warranty = forms.MultipleChoiceField(label=_('Warranty'), choices=WarrantyChoices, required=False)
    warranty_start = forms.DateField(label=_('Start of the warranty'), required=False, widget=DatePicker())
    warranty_end = forms.DateField(label=_('End of the warranty'), required=False, widget=DatePicker())
    tag = TagFilterField(model)
