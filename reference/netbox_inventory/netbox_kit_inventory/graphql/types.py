from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from extras.graphql.mixins import ContactsMixin
from netbox.graphql.types import NestedGroupObjectType, OrganizationalObjectType, PrimaryObjectType

from .. import models
from .filters import AssetFilter, DeliveryFilter, ItemGroupFilter, ItemTypeFilter, PurchaseFilter, SupplierFilter

if TYPE_CHECKING:
    from dcim.graphql.types import (
        DeviceType,
        DeviceTypeType,
        InventoryItemType,
        LocationType,
        ManufacturerType,
        ModuleType,
        ModuleTypeType,
        RackType,
        RackTypeType,
    )
    from tenancy.graphql.types import TenantType

__all__ = (
    'AssetType',
    'DeliveryType',
    'ItemGroupType',
    'ItemTypeType',
    'PurchaseType',
    'SupplierType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.ItemGroup,
    fields='__all__',
    filters=ItemGroupFilter,
    pagination=True,
)
class ItemGroupType(NestedGroupObjectType):
    parent: Annotated['ItemGroupType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None
    children: list[Annotated['ItemGroupType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]
    item_types: list[Annotated['ItemTypeType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]


@strawberry_django.type(
    models.ItemType,
    fields='__all__',
    filters=ItemTypeFilter,
    pagination=True,
)
class ItemTypeType(PrimaryObjectType):
    manufacturer: Annotated['ManufacturerType', strawberry.lazy('dcim.graphql.types')] | None
    group: Annotated['ItemGroupType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None
    assets: list[Annotated['AssetType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]


@strawberry_django.type(
    models.Supplier,
    fields='__all__',
    filters=SupplierFilter,
    pagination=True,
)
class SupplierType(ContactsMixin, OrganizationalObjectType):
    purchases: list[Annotated['PurchaseType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]


@strawberry_django.type(
    models.Purchase,
    fields='__all__',
    filters=PurchaseFilter,
    pagination=True,
)
class PurchaseType(PrimaryObjectType):
    supplier: Annotated['SupplierType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None
    deliveries: list[Annotated['DeliveryType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]
    assets: list[Annotated['AssetType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]


@strawberry_django.type(
    models.Delivery,
    fields='__all__',
    filters=DeliveryFilter,
    pagination=True,
)
class DeliveryType(PrimaryObjectType):
    purchase: Annotated['PurchaseType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None
    assets: list[Annotated['AssetType', strawberry.lazy('netbox_kit_inventory.graphql.types')]]


@strawberry_django.type(
    models.Asset,
    fields='__all__',
    filters=AssetFilter,
    pagination=True,
)
class AssetType(PrimaryObjectType):
    device_type: Annotated['DeviceTypeType', strawberry.lazy('dcim.graphql.types')] | None
    module_type: Annotated['ModuleTypeType', strawberry.lazy('dcim.graphql.types')] | None
    item_type: Annotated['ItemTypeType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None
    rack_type: Annotated['RackTypeType', strawberry.lazy('dcim.graphql.types')] | None
    device: Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')] | None
    module: Annotated['ModuleType', strawberry.lazy('dcim.graphql.types')] | None
    inventory_item: Annotated['InventoryItemType', strawberry.lazy('dcim.graphql.types')] | None
    rack: Annotated['RackType', strawberry.lazy('dcim.graphql.types')] | None
    storage_location: Annotated['LocationType', strawberry.lazy('dcim.graphql.types')] | None
    tenant: Annotated['TenantType', strawberry.lazy('tenancy.graphql.types')] | None
    owning_tenant: Annotated['TenantType', strawberry.lazy('tenancy.graphql.types')] | None
    purchase: Annotated['PurchaseType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None
    delivery: Annotated['DeliveryType', strawberry.lazy('netbox_kit_inventory.graphql.types')] | None

    @strawberry_django.field(only=['device_type_id', 'module_type_id', 'item_type_id', 'rack_type_id'])
    def kind(self) -> str:
        return self.kind

    @strawberry_django.field(only=['warranty_end'])
    def warranty(self) -> str:
        return self.warranty
