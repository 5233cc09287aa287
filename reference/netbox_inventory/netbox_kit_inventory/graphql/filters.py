import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from django.db.models import Q
from netbox.graphql.filters import NestedGroupModelFilter, OrganizationalModelFilter, PrimaryModelFilter
from strawberry import ID
from strawberry_django import BaseFilterLookup, DateFilterLookup, FilterLookup, filter_type

from .. import models
from ..hardware import HARDWARE_FIELDS
from .enums import AssetStatusEnum

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from dcim.graphql.filters import (
        DeviceFilter,
        DeviceTypeFilter,
        InventoryItemFilter,
        LocationFilter,
        ManufacturerFilter,
        ModuleFilter,
        ModuleTypeFilter,
        RackFilter,
        RackTypeFilter,
    )
    from tenancy.graphql.filters import TenantFilter

__all__ = (
    'AssetFilter',
    'DeliveryFilter',
    'ItemGroupFilter',
    'ItemTypeFilter',
    'PurchaseFilter',
    'SupplierFilter',
)


@filter_type(models.ItemGroup, lookups=True)
class ItemGroupFilter(NestedGroupModelFilter):
    parent: Annotated['ItemGroupFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )


@filter_type(models.ItemType, lookups=True)
class ItemTypeFilter(PrimaryModelFilter):
    manufacturer: Annotated['ManufacturerFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    manufacturer_id: ID | None = strawberry_django.filter_field()
    model: StrFilterLookup | None = strawberry_django.filter_field()
    part_number: StrFilterLookup | None = strawberry_django.filter_field()
    group: Annotated['ItemGroupFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    group_id: ID | None = strawberry_django.filter_field()


@filter_type(models.Supplier, lookups=True)
class SupplierFilter(OrganizationalModelFilter):
    pass


@filter_type(models.Purchase, lookups=True)
class PurchaseFilter(PrimaryModelFilter):
    supplier: Annotated['SupplierFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    supplier_id: ID | None = strawberry_django.filter_field()
    name: StrFilterLookup | None = strawberry_django.filter_field()
    date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()


@filter_type(models.Delivery, lookups=True)
class DeliveryFilter(PrimaryModelFilter):
    purchase: Annotated['PurchaseFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    purchase_id: ID | None = strawberry_django.filter_field()
    name: StrFilterLookup | None = strawberry_django.filter_field()
    date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()


@filter_type(models.Asset, lookups=True)
class AssetFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    asset_tag: StrFilterLookup | None = strawberry_django.filter_field()
    serial: StrFilterLookup | None = strawberry_django.filter_field()
    status: BaseFilterLookup[AssetStatusEnum] | None = strawberry_django.filter_field()
    device_type: Annotated['DeviceTypeFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    device_type_id: ID | None = strawberry_django.filter_field()
    module_type: Annotated['ModuleTypeFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    module_type_id: ID | None = strawberry_django.filter_field()
    item_type: Annotated['ItemTypeFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    item_type_id: ID | None = strawberry_django.filter_field()
    rack_type: Annotated['RackTypeFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    rack_type_id: ID | None = strawberry_django.filter_field()
    device: Annotated['DeviceFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    device_id: ID | None = strawberry_django.filter_field()
    module: Annotated['ModuleFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    module_id: ID | None = strawberry_django.filter_field()
    inventory_item: Annotated['InventoryItemFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    inventory_item_id: ID | None = strawberry_django.filter_field()
    rack: Annotated['RackFilter', strawberry.lazy('dcim.graphql.filters')] | None = strawberry_django.filter_field()
    rack_id: ID | None = strawberry_django.filter_field()
    storage_location: Annotated['LocationFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    storage_location_id: ID | None = strawberry_django.filter_field()
    tenant: Annotated['TenantFilter', strawberry.lazy('tenancy.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    tenant_id: ID | None = strawberry_django.filter_field()
    owning_tenant: Annotated['TenantFilter', strawberry.lazy('tenancy.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    owning_tenant_id: ID | None = strawberry_django.filter_field()
    purchase: Annotated['PurchaseFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    purchase_id: ID | None = strawberry_django.filter_field()
    delivery: Annotated['DeliveryFilter', strawberry.lazy('netbox_kit_inventory.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    delivery_id: ID | None = strawberry_django.filter_field()
    warranty_start: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    warranty_end: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()

    @strawberry_django.filter_field()
    def assigned(self, value: bool, prefix: str) -> Q:
        return Q(*(Q(**{f'{prefix}{field}__isnull': True}) for field in HARDWARE_FIELDS), _negated=value)
