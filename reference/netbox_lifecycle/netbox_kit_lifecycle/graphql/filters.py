import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filter_lookups import IntegerLookup
from netbox.graphql.filters import NetBoxModelFilter, OrganizationalModelFilter, PrimaryModelFilter
from strawberry import ID
from strawberry_django import DateFilterLookup, FilterLookup, filter_type

from .. import models

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from dcim.graphql.filters import DeviceFilter, DeviceTypeFilter, ManufacturerFilter, ModuleFilter, ModuleTypeFilter
    from virtualization.graphql.filters import VirtualMachineFilter

__all__ = (
    'ContractAssignmentFilter',
    'HardwareLifecycleFilter',
    'LicenseFilter',
    'LicenseAssignmentFilter',
    'SupportContractFilter',
    'VendorFilter',
)


@filter_type(models.HardwareLifecycle, lookups=True)
class HardwareLifecycleFilter(PrimaryModelFilter):
    device_type: Annotated['DeviceTypeFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    device_type_id: ID | None = strawberry_django.filter_field()
    module_type: Annotated['ModuleTypeFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    module_type_id: ID | None = strawberry_django.filter_field()
    end_of_sale: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    end_of_maintenance: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    end_of_security: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    end_of_support: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    last_contract: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    notice: StrFilterLookup | None = strawberry_django.filter_field()


@filter_type(models.Vendor, lookups=True)
class VendorFilter(OrganizationalModelFilter):
    pass


@filter_type(models.SupportContract, lookups=True)
class SupportContractFilter(PrimaryModelFilter):
    vendor: Annotated['VendorFilter', strawberry.lazy('netbox_kit_lifecycle.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    vendor_id: ID | None = strawberry_django.filter_field()
    contract_id: StrFilterLookup | None = strawberry_django.filter_field()
    start_date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    renewal_date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    end_date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()


@filter_type(models.ContractAssignment, lookups=True)
class ContractAssignmentFilter(NetBoxModelFilter):
    contract: Annotated['SupportContractFilter', strawberry.lazy('netbox_kit_lifecycle.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    contract_id: ID | None = strawberry_django.filter_field()
    device: Annotated['DeviceFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    device_id: ID | None = strawberry_django.filter_field()
    module: Annotated['ModuleFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    module_id: ID | None = strawberry_django.filter_field()
    virtual_machine: Annotated['VirtualMachineFilter', strawberry.lazy('virtualization.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    virtual_machine_id: ID | None = strawberry_django.filter_field()
    sku: StrFilterLookup | None = strawberry_django.filter_field()
    end_date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()


@filter_type(models.License, lookups=True)
class LicenseFilter(PrimaryModelFilter):
    manufacturer: Annotated['ManufacturerFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    manufacturer_id: ID | None = strawberry_django.filter_field()
    name: StrFilterLookup | None = strawberry_django.filter_field()


@filter_type(models.LicenseAssignment, lookups=True)
class LicenseAssignmentFilter(NetBoxModelFilter):
    license: Annotated['LicenseFilter', strawberry.lazy('netbox_kit_lifecycle.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    license_id: ID | None = strawberry_django.filter_field()
    vendor: Annotated['VendorFilter', strawberry.lazy('netbox_kit_lifecycle.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    vendor_id: ID | None = strawberry_django.filter_field()
    device: Annotated['DeviceFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    device_id: ID | None = strawberry_django.filter_field()
    virtual_machine: Annotated['VirtualMachineFilter', strawberry.lazy('virtualization.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    virtual_machine_id: ID | None = strawberry_django.filter_field()
    quantity: IntegerLookup | None = strawberry_django.filter_field()
    end_date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
