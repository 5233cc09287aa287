import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.types import NetBoxObjectType, OrganizationalObjectType, PrimaryObjectType

from .. import models
from ..expiry import get_expiry
from .filters import (
    ContractAssignmentFilter,
    HardwareLifecycleFilter,
    LicenseAssignmentFilter,
    LicenseFilter,
    SupportContractFilter,
    VendorFilter,
)

if TYPE_CHECKING:
    from dcim.graphql.types import DeviceType, DeviceTypeType, ManufacturerType, ModuleType, ModuleTypeType
    from virtualization.graphql.types import VirtualMachineType

__all__ = (
    'ContractAssignmentType',
    'HardwareLifecycleType',
    'LicenseType',
    'LicenseAssignmentType',
    'SupportContractType',
    'VendorType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.HardwareLifecycle,
    fields='__all__',
    filters=HardwareLifecycleFilter,
    pagination=True,
)
class HardwareLifecycleType(PrimaryObjectType):
    device_type: Annotated['DeviceTypeType', strawberry.lazy('dcim.graphql.types')] | None
    module_type: Annotated['ModuleTypeType', strawberry.lazy('dcim.graphql.types')] | None

    @strawberry_django.field(only=['end_of_support'])
    def expiry(self) -> str:
        return self.expiry


@strawberry_django.type(
    models.Vendor,
    fields='__all__',
    filters=VendorFilter,
    pagination=True,
)
class VendorType(OrganizationalObjectType):
    support_contracts: list[Annotated['SupportContractType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')]]
    license_assignments: list[Annotated['LicenseAssignmentType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')]]


@strawberry_django.type(
    models.SupportContract,
    fields='__all__',
    filters=SupportContractFilter,
    pagination=True,
)
class SupportContractType(PrimaryObjectType):
    vendor: Annotated['VendorType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')] | None
    assignments: list[Annotated['ContractAssignmentType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')]]

    @strawberry_django.field(only=['end_date'])
    def expiry(self) -> str:
        return self.expiry


@strawberry_django.type(
    models.ContractAssignment,
    fields='__all__',
    filters=ContractAssignmentFilter,
    pagination=True,
)
class ContractAssignmentType(NetBoxObjectType):
    contract: Annotated['SupportContractType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')] | None
    device: Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')] | None
    module: Annotated['ModuleType', strawberry.lazy('dcim.graphql.types')] | None
    virtual_machine: Annotated['VirtualMachineType', strawberry.lazy('virtualization.graphql.types')] | None

    # The database computes it: with the contract selected along for it, and asked for as a field of its own, too, each
    # contract would be fetched by itself.
    @strawberry_django.field(annotate={'_last_day': models.ContractAssignment.LAST_DAY})
    def last_day(self) -> datetime.date | None:
        return self._last_day

    @strawberry_django.field(annotate={'_last_day': models.ContractAssignment.LAST_DAY})
    def expiry(self) -> str:
        return get_expiry(self._last_day)


@strawberry_django.type(
    models.License,
    fields='__all__',
    filters=LicenseFilter,
    pagination=True,
)
class LicenseType(PrimaryObjectType):
    manufacturer: Annotated['ManufacturerType', strawberry.lazy('dcim.graphql.types')] | None
    assignments: list[Annotated['LicenseAssignmentType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')]]


@strawberry_django.type(
    models.LicenseAssignment,
    fields='__all__',
    filters=LicenseAssignmentFilter,
    pagination=True,
)
class LicenseAssignmentType(NetBoxObjectType):
    license: Annotated['LicenseType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')] | None
    vendor: Annotated['VendorType', strawberry.lazy('netbox_kit_lifecycle.graphql.types')] | None
    device: Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')] | None
    virtual_machine: Annotated['VirtualMachineType', strawberry.lazy('virtualization.graphql.types')] | None

    @strawberry_django.field(only=['end_date'])
    def expiry(self) -> str:
        return self.expiry
