from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'ContractAssignmentIndex',
    'HardwareLifecycleIndex',
    'LicenseIndex',
    'SupportContractIndex',
    'VendorIndex',
)


@register_search
class HardwareLifecycleIndex(SearchIndex):
    model = models.HardwareLifecycle
    fields = (
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('device_type', 'module_type', 'description')


@register_search
class VendorIndex(SearchIndex):
    model = models.Vendor
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('description',)


@register_search
class SupportContractIndex(SearchIndex):
    model = models.SupportContract
    fields = (
        ('contract_id', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('vendor', 'description')


@register_search
class ContractAssignmentIndex(SearchIndex):
    model = models.ContractAssignment
    fields = (('sku', 500),)
    display_attrs = ('device', 'module', 'virtual_machine')


@register_search
class LicenseIndex(SearchIndex):
    model = models.License
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('manufacturer', 'description')
