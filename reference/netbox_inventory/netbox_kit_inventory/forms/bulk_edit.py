from dcim.models import Location, Manufacturer
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelBulkEditForm, OrganizationalModelBulkEditForm, PrimaryModelBulkEditForm
from tenancy.models import Tenant
from utilities.forms import add_blank_choice
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker

from ..choices import AssetStatusChoices
from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

__all__ = (
    'AssetBulkEditForm',
    'DeliveryBulkEditForm',
    'ItemGroupBulkEditForm',
    'ItemTypeBulkEditForm',
    'PurchaseBulkEditForm',
    'SupplierBulkEditForm',
)


class ItemGroupBulkEditForm(NestedGroupModelBulkEditForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=ItemGroup.objects.all(), required=False)

    model = ItemGroup
    fieldsets = (FieldSet('parent', 'description', name=_('Item Group')),)
    nullable_fields = ('parent', 'description', 'comments')


class ItemTypeBulkEditForm(PrimaryModelBulkEditForm):
    manufacturer = DynamicModelChoiceField(label=_('Manufacturer'), queryset=Manufacturer.objects.all(), required=False)
    part_number = forms.CharField(label=_('Part number'), max_length=50, required=False)
    group = DynamicModelChoiceField(label=_('Group'), queryset=ItemGroup.objects.all(), required=False)

    model = ItemType
    fieldsets = (FieldSet('manufacturer', 'part_number', 'group', 'description', name=_('Item Type')),)
    nullable_fields = ('part_number', 'group', 'description', 'comments')


class SupplierBulkEditForm(OrganizationalModelBulkEditForm):
    model = Supplier
    fieldsets = (FieldSet('description', name=_('Supplier')),)
    nullable_fields = ('description', 'comments')


class PurchaseBulkEditForm(PrimaryModelBulkEditForm):
    supplier = DynamicModelChoiceField(label=_('Supplier'), queryset=Supplier.objects.all(), required=False)
    date = forms.DateField(label=_('Date'), required=False, widget=DatePicker())

    model = Purchase
    fieldsets = (FieldSet('supplier', 'date', 'description', name=_('Purchase')),)
    nullable_fields = ('date', 'description', 'comments')


class DeliveryBulkEditForm(PrimaryModelBulkEditForm):
    purchase = DynamicModelChoiceField(label=_('Purchase'), queryset=Purchase.objects.all(), required=False)
    date = forms.DateField(label=_('Date'), required=False, widget=DatePicker())

    model = Delivery
    fieldsets = (FieldSet('purchase', 'date', 'description', name=_('Delivery')),)
    nullable_fields = ('date', 'description', 'comments')


class AssetBulkEditForm(PrimaryModelBulkEditForm):
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(AssetStatusChoices), required=False, initial=''
    )
    storage_location = DynamicModelChoiceField(
        label=_('Storage location'), queryset=Location.objects.all(), required=False
    )
    tenant = DynamicModelChoiceField(label=_('Tenant'), queryset=Tenant.objects.all(), required=False)
    owning_tenant = DynamicModelChoiceField(label=_('Owning tenant'), queryset=Tenant.objects.all(), required=False)
    purchase = DynamicModelChoiceField(label=_('Purchase'), queryset=Purchase.objects.all(), required=False)
    delivery = DynamicModelChoiceField(label=_('Delivery'), queryset=Delivery.objects.all(), required=False)
    warranty_start = forms.DateField(label=_('Start of the warranty'), required=False, widget=DatePicker())
    warranty_end = forms.DateField(label=_('End of the warranty'), required=False, widget=DatePicker())

    model = Asset
    fieldsets = (
        FieldSet('status', 'storage_location', 'description', name=_('Asset')),
        FieldSet('purchase', 'delivery', 'warranty_start', 'warranty_end', name=_('Procurement')),
        FieldSet('tenant', 'owning_tenant', name=_('Tenancy')),
    )
    nullable_fields = (
        'storage_location',
        'owning_tenant',
        'purchase',
        'delivery',
        'warranty_start',
        'warranty_end',
        'tenant',
        'description',
        'comments',
    )
