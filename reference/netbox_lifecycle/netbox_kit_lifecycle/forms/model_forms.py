from dcim.models import Device, DeviceType, Manufacturer, Module, ModuleType
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelForm, OrganizationalModelForm, PrimaryModelForm
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker
from virtualization.models import VirtualMachine

from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'ContractAssignmentForm',
    'HardwareLifecycleForm',
    'LicenseForm',
    'LicenseAssignmentForm',
    'SupportContractForm',
    'VendorForm',
)


class HardwareLifecycleForm(PrimaryModelForm):
    device_type = DynamicModelChoiceField(label=_('Device type'), queryset=DeviceType.objects.all(), required=False)
    module_type = DynamicModelChoiceField(label=_('Module type'), queryset=ModuleType.objects.all(), required=False)

    fieldsets = (
        FieldSet('notice', 'description', 'tags', name=_('Hardware Lifecycle')),
        FieldSet('device_type', 'module_type', name=_('Relations')),
        FieldSet(
            'end_of_sale', 'end_of_maintenance', 'end_of_security', 'end_of_support', 'last_contract', name=_('Dates')
        ),
    )

    class Meta:
        model = HardwareLifecycle
        fields = [
            'device_type',
            'module_type',
            'end_of_sale',
            'end_of_maintenance',
            'end_of_security',
            'end_of_support',
            'last_contract',
            'notice',
            'description',
            'owner',
            'comments',
            'tags',
        ]
        widgets = {
            'end_of_sale': DatePicker(),
            'end_of_maintenance': DatePicker(),
            'end_of_security': DatePicker(),
            'end_of_support': DatePicker(),
            'last_contract': DatePicker(),
        }


class VendorForm(OrganizationalModelForm):
    fieldsets = (FieldSet('name', 'slug', 'description', 'tags', name=_('Vendor')),)

    class Meta:
        model = Vendor
        fields = ['name', 'slug', 'description', 'owner', 'comments', 'tags']


class SupportContractForm(PrimaryModelForm):
    vendor = DynamicModelChoiceField(label=_('Vendor'), queryset=Vendor.objects.all())

    fieldsets = (
        FieldSet('vendor', 'contract_id', 'description', 'tags', name=_('Support Contract')),
        FieldSet('start_date', 'renewal_date', 'end_date', name=_('Dates')),
    )

    class Meta:
        model = SupportContract
        fields = [
            'vendor',
            'contract_id',
            'start_date',
            'renewal_date',
            'end_date',
            'description',
            'owner',
            'comments',
            'tags',
        ]
        widgets = {
            'start_date': DatePicker(),
            'renewal_date': DatePicker(),
            'end_date': DatePicker(),
        }


class ContractAssignmentForm(NetBoxModelForm):
    contract = DynamicModelChoiceField(label=_('Contract'), queryset=SupportContract.objects.all())
    device = DynamicModelChoiceField(label=_('Device'), queryset=Device.objects.all(), required=False)
    module = DynamicModelChoiceField(label=_('Module'), queryset=Module.objects.all(), required=False)
    virtual_machine = DynamicModelChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False
    )

    fieldsets = (
        FieldSet('contract', 'sku', 'end_date', 'tags', name=_('Contract Assignment')),
        FieldSet('device', 'module', 'virtual_machine', name=_('Relations')),
    )

    class Meta:
        model = ContractAssignment
        fields = ['contract', 'device', 'module', 'virtual_machine', 'sku', 'end_date', 'tags']
        widgets = {
            'end_date': DatePicker(),
        }


class LicenseForm(PrimaryModelForm):
    manufacturer = DynamicModelChoiceField(label=_('Manufacturer'), queryset=Manufacturer.objects.all())

    fieldsets = (FieldSet('manufacturer', 'name', 'description', 'tags', name=_('Licence')),)

    class Meta:
        model = License
        fields = ['manufacturer', 'name', 'description', 'owner', 'comments', 'tags']


class LicenseAssignmentForm(NetBoxModelForm):
    license = DynamicModelChoiceField(label=_('Licence'), queryset=License.objects.all())
    vendor = DynamicModelChoiceField(label=_('Vendor'), queryset=Vendor.objects.all(), required=False)
    device = DynamicModelChoiceField(label=_('Device'), queryset=Device.objects.all(), required=False)
    virtual_machine = DynamicModelChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False
    )

    fieldsets = (
        FieldSet('license', 'quantity', 'end_date', 'tags', name=_('Licence Assignment')),
        FieldSet('vendor', 'device', 'virtual_machine', name=_('Relations')),
    )

    class Meta:
        model = LicenseAssignment
        fields = ['license', 'vendor', 'device', 'virtual_machine', 'quantity', 'end_date', 'tags']
        widgets = {
            'end_date': DatePicker(),
        }
