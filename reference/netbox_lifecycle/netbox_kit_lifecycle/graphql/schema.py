import strawberry
import strawberry_django

from .types import (
    ContractAssignmentType,
    HardwareLifecycleType,
    LicenseAssignmentType,
    LicenseType,
    SupportContractType,
    VendorType,
)


@strawberry.type(name='Query')
class Query:
    hardware_lifecycle: HardwareLifecycleType = strawberry_django.field()
    hardware_lifecycle_list: list[HardwareLifecycleType] = strawberry_django.field()

    vendor: VendorType = strawberry_django.field()
    vendor_list: list[VendorType] = strawberry_django.field()

    support_contract: SupportContractType = strawberry_django.field()
    support_contract_list: list[SupportContractType] = strawberry_django.field()

    contract_assignment: ContractAssignmentType = strawberry_django.field()
    contract_assignment_list: list[ContractAssignmentType] = strawberry_django.field()

    license: LicenseType = strawberry_django.field()
    license_list: list[LicenseType] = strawberry_django.field()

    license_assignment: LicenseAssignmentType = strawberry_django.field()
    license_assignment_list: list[LicenseAssignmentType] = strawberry_django.field()


schema = [Query]
