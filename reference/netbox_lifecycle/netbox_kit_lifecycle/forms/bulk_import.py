from dcim.models import Device, DeviceType, Manufacturer, Module, ModuleType
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelImportForm, OrganizationalModelImportForm, PrimaryModelImportForm
from utilities.forms.fields import CSVModelChoiceField
from virtualization.models import VirtualMachine

from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'ContractAssignmentImportForm',
    'HardwareLifecycleImportForm',
    'LicenseImportForm',
    'LicenseAssignmentImportForm',
    'SupportContractImportForm',
    'VendorImportForm',
)


def narrow(form, data, column, *others):
    """
    Look for what some columns name among what belongs to another column's object, if the file has that column, too:
    names of types are unique for a manufacturer, those of contracts for a vendor.
    """
    if data and data.get(column):
        lookup = {f'{column}__{form.fields[column].to_field_name}': data[column]}
        for other in others:
            form.fields[other].queryset = form.fields[other].queryset.filter(**lookup)


class HardwareLifecycleImportForm(PrimaryModelImportForm):
    manufacturer = CSVModelChoiceField(
        label=_('Manufacturer'),
        queryset=Manufacturer.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Name of the manufacturer, if several have a type of this name'),
    )
    device_type = CSVModelChoiceField(
        label=_('Device type'),
        queryset=DeviceType.objects.all(),
        to_field_name='model',
        required=False,
        help_text=_("Model of the hardware lifecycle's device type"),
    )
    module_type = CSVModelChoiceField(
        label=_('Module type'),
        queryset=ModuleType.objects.all(),
        to_field_name='model',
        required=False,
        help_text=_("Model of the hardware lifecycle's module type"),
    )

    class Meta:
        model = HardwareLifecycle
        fields = (
            'manufacturer',
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
        )

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        narrow(self, data, 'manufacturer', 'device_type', 'module_type')


class VendorImportForm(OrganizationalModelImportForm):
    class Meta:
        model = Vendor
        fields = ('name', 'slug', 'description', 'owner', 'comments', 'tags')


class SupportContractImportForm(PrimaryModelImportForm):
    vendor = CSVModelChoiceField(
        label=_('Vendor'),
        queryset=Vendor.objects.all(),
        to_field_name='name',
        help_text=_("Name of the support contract's vendor"),
    )

    class Meta:
        model = SupportContract
        fields = (
            'vendor',
            'contract_id',
            'start_date',
            'renewal_date',
            'end_date',
            'description',
            'owner',
            'comments',
            'tags',
        )


class ContractAssignmentImportForm(NetBoxModelImportForm):
    vendor = CSVModelChoiceField(
        label=_('Vendor'),
        queryset=Vendor.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Name of the vendor, if several have a contract of this ID'),
    )
    contract = CSVModelChoiceField(
        label=_('Contract'),
        queryset=SupportContract.objects.all(),
        to_field_name='contract_id',
        help_text=_("Contract ID of the contract assignment's contract"),
    )
    device = CSVModelChoiceField(
        label=_('Device'),
        queryset=Device.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the contract assignment's device"),
    )
    module = CSVModelChoiceField(
        label=_('Module'),
        queryset=Module.objects.all(),
        required=False,
        help_text=_("ID of the contract assignment's module"),
    )
    virtual_machine = CSVModelChoiceField(
        label=_('Virtual machine'),
        queryset=VirtualMachine.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the contract assignment's virtual machine"),
    )

    class Meta:
        model = ContractAssignment
        fields = ('vendor', 'contract', 'device', 'module', 'virtual_machine', 'sku', 'end_date', 'tags')

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        narrow(self, data, 'vendor', 'contract')


class LicenseImportForm(PrimaryModelImportForm):
    manufacturer = CSVModelChoiceField(
        label=_('Manufacturer'),
        queryset=Manufacturer.objects.all(),
        to_field_name='name',
        help_text=_("Name of the licence's manufacturer"),
    )

    class Meta:
        model = License
        fields = ('manufacturer', 'name', 'description', 'owner', 'comments', 'tags')


class LicenseAssignmentImportForm(NetBoxModelImportForm):
    manufacturer = CSVModelChoiceField(
        label=_('Manufacturer'),
        queryset=Manufacturer.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Name of the manufacturer, if several have a licence of this name'),
    )
    license = CSVModelChoiceField(
        label=_('Licence'),
        queryset=License.objects.all(),
        to_field_name='name',
        help_text=_("Name of the licence assignment's licence"),
    )
    vendor = CSVModelChoiceField(
        label=_('Vendor'),
        queryset=Vendor.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the licence assignment's vendor"),
    )
    device = CSVModelChoiceField(
        label=_('Device'),
        queryset=Device.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the licence assignment's device"),
    )
    virtual_machine = CSVModelChoiceField(
        label=_('Virtual machine'),
        queryset=VirtualMachine.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the licence assignment's virtual machine"),
    )

    class Meta:
        model = LicenseAssignment
        fields = (
            'manufacturer',
            'license',
            'vendor',
            'device',
            'virtual_machine',
            'quantity',
            'end_date',
            'tags',
        )

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        narrow(self, data, 'manufacturer', 'license')
