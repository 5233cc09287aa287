from dcim.models import Device, DeviceType, Manufacturer, Module, ModuleType
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelFilterSetForm, OrganizationalModelFilterSetForm, PrimaryModelFilterSetForm
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker
from virtualization.models import VirtualMachine

from ..choices import ExpiryChoices
from ..configuration import MAX_DAYS
from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'ContractAssignmentFilterForm',
    'HardwareLifecycleFilterForm',
    'LicenseFilterForm',
    'LicenseAssignmentFilterForm',
    'SupportContractFilterForm',
    'VendorFilterForm',
)


class ExpiryFilterForm(forms.Form):
    expiry = forms.MultipleChoiceField(label=_('Expiry'), choices=ExpiryChoices, required=False)
    expires_within = forms.IntegerField(
        label=_('Expires within (days)'), required=False, min_value=0, max_value=MAX_DAYS
    )
    expires_from = forms.DateField(label=_('Last day from'), required=False, widget=DatePicker())
    expires_until = forms.DateField(label=_('Last day until'), required=False, widget=DatePicker())


class HardwareLifecycleFilterForm(ExpiryFilterForm, PrimaryModelFilterSetForm):
    model = HardwareLifecycle
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('expiry', 'expires_within', 'expires_from', 'expires_until', name=_('Expiry')),
        FieldSet('device_type_id', 'module_type_id', name=_('Relations')),
        FieldSet(
            'end_of_sale', 'end_of_maintenance', 'end_of_security', 'end_of_support', 'last_contract', name=_('Dates')
        ),
    )
    device_type_id = DynamicModelMultipleChoiceField(
        label=_('Device type'), queryset=DeviceType.objects.all(), required=False, null_option='None'
    )
    module_type_id = DynamicModelMultipleChoiceField(
        label=_('Module type'), queryset=ModuleType.objects.all(), required=False, null_option='None'
    )
    end_of_sale = forms.DateField(label=_('End of sale'), required=False, widget=DatePicker())
    end_of_maintenance = forms.DateField(label=_('End of maintenance'), required=False, widget=DatePicker())
    end_of_security = forms.DateField(label=_('End of security updates'), required=False, widget=DatePicker())
    end_of_support = forms.DateField(label=_('End of support'), required=False, widget=DatePicker())
    last_contract = forms.DateField(label=_('Last contract'), required=False, widget=DatePicker())
    tag = TagFilterField(model)


class VendorFilterForm(OrganizationalModelFilterSetForm):
    model = Vendor
    fieldsets = (FieldSet('q', 'filter_id', 'tag', 'owner_id'),)
    tag = TagFilterField(model)


class SupportContractFilterForm(ExpiryFilterForm, PrimaryModelFilterSetForm):
    model = SupportContract
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('expiry', 'expires_within', 'expires_from', 'expires_until', name=_('Expiry')),
        FieldSet('vendor_id', name=_('Support Contract')),
        FieldSet('start_date', 'renewal_date', 'end_date', name=_('Dates')),
    )
    vendor_id = DynamicModelMultipleChoiceField(label=_('Vendor'), queryset=Vendor.objects.all(), required=False)
    start_date = forms.DateField(label=_('Start'), required=False, widget=DatePicker())
    renewal_date = forms.DateField(label=_('Renewal'), required=False, widget=DatePicker())
    end_date = forms.DateField(label=_('End'), required=False, widget=DatePicker())
    tag = TagFilterField(model)


class ContractAssignmentFilterForm(ExpiryFilterForm, NetBoxModelFilterSetForm):
    model = ContractAssignment
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('expiry', 'expires_within', 'expires_from', 'expires_until', name=_('Expiry')),
        FieldSet('contract_id', 'sku', 'end_date', name=_('Contract Assignment')),
        FieldSet('device_id', 'module_id', 'virtual_machine_id', name=_('Relations')),
    )
    contract_id = DynamicModelMultipleChoiceField(
        label=_('Contract'), queryset=SupportContract.objects.all(), required=False
    )
    device_id = DynamicModelMultipleChoiceField(
        label=_('Device'), queryset=Device.objects.all(), required=False, null_option='None'
    )
    module_id = DynamicModelMultipleChoiceField(
        label=_('Module'), queryset=Module.objects.all(), required=False, null_option='None'
    )
    virtual_machine_id = DynamicModelMultipleChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False, null_option='None'
    )
    sku = forms.CharField(label=_('SKU'), required=False)
    end_date = forms.DateField(label=_('End'), required=False, widget=DatePicker())
    tag = TagFilterField(model)


class LicenseFilterForm(PrimaryModelFilterSetForm):
    model = License
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('manufacturer_id', name=_('Licence')),
    )
    manufacturer_id = DynamicModelMultipleChoiceField(
        label=_('Manufacturer'), queryset=Manufacturer.objects.all(), required=False
    )
    tag = TagFilterField(model)


class LicenseAssignmentFilterForm(ExpiryFilterForm, NetBoxModelFilterSetForm):
    model = LicenseAssignment
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('expiry', 'expires_within', 'expires_from', 'expires_until', name=_('Expiry')),
        FieldSet('license_id', 'quantity', 'end_date', name=_('Licence Assignment')),
        FieldSet('vendor_id', 'device_id', 'virtual_machine_id', name=_('Relations')),
    )
    license_id = DynamicModelMultipleChoiceField(label=_('Licence'), queryset=License.objects.all(), required=False)
    vendor_id = DynamicModelMultipleChoiceField(
        label=_('Vendor'), queryset=Vendor.objects.all(), required=False, null_option='None'
    )
    device_id = DynamicModelMultipleChoiceField(
        label=_('Device'), queryset=Device.objects.all(), required=False, null_option='None'
    )
    virtual_machine_id = DynamicModelMultipleChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False, null_option='None'
    )
    quantity = forms.IntegerField(label=_('Quantity'), min_value=1, required=False)
    end_date = forms.DateField(label=_('End'), required=False, widget=DatePicker())
    tag = TagFilterField(model)
