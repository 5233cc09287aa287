from dcim.models import Manufacturer
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelBulkEditForm, OrganizationalModelBulkEditForm, PrimaryModelBulkEditForm
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker

from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'ContractAssignmentBulkEditForm',
    'HardwareLifecycleBulkEditForm',
    'LicenseBulkEditForm',
    'LicenseAssignmentBulkEditForm',
    'SupportContractBulkEditForm',
    'VendorBulkEditForm',
)


class HardwareLifecycleBulkEditForm(PrimaryModelBulkEditForm):
    end_of_sale = forms.DateField(label=_('End of sale'), required=False, widget=DatePicker())
    end_of_maintenance = forms.DateField(label=_('End of maintenance'), required=False, widget=DatePicker())
    end_of_security = forms.DateField(label=_('End of security updates'), required=False, widget=DatePicker())
    end_of_support = forms.DateField(label=_('End of support'), required=False, widget=DatePicker())
    last_contract = forms.DateField(label=_('Last contract'), required=False, widget=DatePicker())
    notice = forms.URLField(label=_('Notice'), required=False, assume_scheme='https')

    model = HardwareLifecycle
    fieldsets = (
        FieldSet('notice', 'description', name=_('Hardware Lifecycle')),
        FieldSet(
            'end_of_sale', 'end_of_maintenance', 'end_of_security', 'end_of_support', 'last_contract', name=_('Dates')
        ),
    )
    nullable_fields = (
        'end_of_sale',
        'end_of_maintenance',
        'end_of_security',
        'end_of_support',
        'last_contract',
        'notice',
        'description',
        'comments',
    )


class VendorBulkEditForm(OrganizationalModelBulkEditForm):
    model = Vendor
    fieldsets = (FieldSet('description', name=_('Vendor')),)
    nullable_fields = ('description', 'comments')


class SupportContractBulkEditForm(PrimaryModelBulkEditForm):
    vendor = DynamicModelChoiceField(label=_('Vendor'), queryset=Vendor.objects.all(), required=False)
    start_date = forms.DateField(label=_('Start'), required=False, widget=DatePicker())
    renewal_date = forms.DateField(label=_('Renewal'), required=False, widget=DatePicker())
    end_date = forms.DateField(label=_('End'), required=False, widget=DatePicker())

    model = SupportContract
    fieldsets = (
        FieldSet('vendor', 'description', name=_('Support Contract')),
        FieldSet('start_date', 'renewal_date', 'end_date', name=_('Dates')),
    )
    nullable_fields = ('start_date', 'renewal_date', 'end_date', 'description', 'comments')


class ContractAssignmentBulkEditForm(NetBoxModelBulkEditForm):
    contract = DynamicModelChoiceField(label=_('Contract'), queryset=SupportContract.objects.all(), required=False)
    sku = forms.CharField(label=_('SKU'), max_length=100, required=False)
    end_date = forms.DateField(label=_('End'), required=False, widget=DatePicker())

    model = ContractAssignment
    fieldsets = (FieldSet('contract', 'sku', 'end_date', name=_('Contract Assignment')),)
    nullable_fields = ('sku', 'end_date')


class LicenseBulkEditForm(PrimaryModelBulkEditForm):
    manufacturer = DynamicModelChoiceField(label=_('Manufacturer'), queryset=Manufacturer.objects.all(), required=False)

    model = License
    fieldsets = (FieldSet('manufacturer', 'description', name=_('Licence')),)
    nullable_fields = ('description', 'comments')


class LicenseAssignmentBulkEditForm(NetBoxModelBulkEditForm):
    license = DynamicModelChoiceField(label=_('Licence'), queryset=License.objects.all(), required=False)
    vendor = DynamicModelChoiceField(label=_('Vendor'), queryset=Vendor.objects.all(), required=False)
    quantity = forms.IntegerField(label=_('Quantity'), min_value=1, required=False)
    end_date = forms.DateField(label=_('End'), required=False, widget=DatePicker())

    model = LicenseAssignment
    fieldsets = (
        FieldSet('license', 'quantity', 'end_date', name=_('Licence Assignment')),
        FieldSet('vendor', name=_('Relations')),
    )
    nullable_fields = ('vendor', 'end_date')
