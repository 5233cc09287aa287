import django_tables2 as tables
from django.db.models import F
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from netbox.tables import NetBoxTable, OrganizationalModelTable, PrimaryModelTable, columns

from .choices import ExpiryChoices
from .expiry import with_last_day
from .models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'ContractAssignmentTable',
    'HardwareLifecycleTable',
    'LicenseTable',
    'LicenseAssignmentTable',
    'SupportContractTable',
    'VendorTable',
)


class ExpiryColumn(tables.Column):
    """
    How far off the last day is, as a badge; exports have the plain value. It is sorted by the last day.
    """

    def __init__(self, **kwargs):
        super().__init__(verbose_name=_('Expiry'), **kwargs)

    def render(self, value):
        color, label = ExpiryChoices.colors.get(value), dict(ExpiryChoices)[value]
        return format_html('<span class="badge text-bg-{}">{}</span>', color, label)

    def value(self, value):
        return value

    def order(self, queryset, is_descending):
        last_day = F('_last_day').desc(nulls_last=True) if is_descending else F('_last_day').asc(nulls_last=True)
        return with_last_day(queryset).order_by(last_day, 'pk'), True


class HardwareLifecycleTable(PrimaryModelTable):
    device_type = tables.Column(verbose_name=_('Device type'), linkify=True)
    module_type = tables.Column(verbose_name=_('Module type'), linkify=True)
    expiry = ExpiryColumn()
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_lifecycle:hardwarelifecycle_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = HardwareLifecycle
        fields = (
            'pk',
            'id',
            'device_type',
            'module_type',
            'end_of_sale',
            'end_of_maintenance',
            'end_of_security',
            'end_of_support',
            'expiry',
            'last_contract',
            'notice',
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
            'id',
            'device_type',
            'module_type',
            'end_of_sale',
            'end_of_support',
            'expiry',
            'last_contract',
        )


class VendorTable(OrganizationalModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_lifecycle:vendor_list',
    )

    class Meta(OrganizationalModelTable.Meta):
        model = Vendor
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'description')


class SupportContractTable(PrimaryModelTable):
    vendor = tables.Column(verbose_name=_('Vendor'), linkify=True)
    contract_id = tables.Column(verbose_name=_('Contract ID'), linkify=True)
    expiry = ExpiryColumn()
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_lifecycle:supportcontract_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = SupportContract
        fields = (
            'pk',
            'id',
            'vendor',
            'contract_id',
            'start_date',
            'renewal_date',
            'end_date',
            'expiry',
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
            'vendor',
            'contract_id',
            'start_date',
            'renewal_date',
            'end_date',
            'expiry',
            'description',
        )


class ContractAssignmentTable(NetBoxTable):
    contract = tables.Column(verbose_name=_('Contract'), linkify=True)
    device = tables.Column(verbose_name=_('Device'), linkify=True)
    module = tables.Column(verbose_name=_('Module'), linkify=True)
    virtual_machine = tables.Column(verbose_name=_('Virtual machine'), linkify=True)
    last_day = columns.DateColumn(verbose_name=_('Last day'), orderable=False)
    expiry = ExpiryColumn()
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_lifecycle:contractassignment_list',
    )

    class Meta(NetBoxTable.Meta):
        model = ContractAssignment
        fields = (
            'pk',
            'id',
            'contract',
            'device',
            'module',
            'virtual_machine',
            'sku',
            'end_date',
            'last_day',
            'expiry',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'id', 'contract', 'device', 'module', 'virtual_machine', 'sku', 'last_day', 'expiry')


class LicenseTable(PrimaryModelTable):
    manufacturer = tables.Column(verbose_name=_('Manufacturer'), linkify=True)
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_lifecycle:license_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = License
        fields = (
            'pk',
            'id',
            'manufacturer',
            'name',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'manufacturer', 'name', 'description')


class LicenseAssignmentTable(NetBoxTable):
    license = tables.Column(verbose_name=_('Licence'), linkify=True)
    vendor = tables.Column(verbose_name=_('Vendor'), linkify=True)
    device = tables.Column(verbose_name=_('Device'), linkify=True)
    virtual_machine = tables.Column(verbose_name=_('Virtual machine'), linkify=True)
    expiry = ExpiryColumn()
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_lifecycle:licenseassignment_list',
    )

    class Meta(NetBoxTable.Meta):
        model = LicenseAssignment
        fields = (
            'pk',
            'id',
            'license',
            'vendor',
            'device',
            'virtual_machine',
            'quantity',
            'end_date',
            'expiry',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = (
            'pk',
            'id',
            'license',
            'vendor',
            'device',
            'virtual_machine',
            'quantity',
            'end_date',
            'expiry',
        )
