import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filters import NetBoxModelFilter, PrimaryModelFilter
from strawberry import ID
from strawberry_django import BaseFilterLookup, DateFilterLookup, FilterLookup, filter_type

from .. import models
from .enums import (
    ApplicationProtocolEnum,
    BusinessServiceCriticalityEnum,
    BusinessServiceStatusEnum,
    ConfigItemRoleEnum,
    PenetrationTestStatusEnum,
    RelationConnectorEnum,
)

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from core.graphql.filters import ContentTypeFilter
    from dcim.graphql.filters import DeviceFilter
    from netbox.graphql.filter_lookups import IntegerArrayLookup
    from tenancy.graphql.filters import TenantFilter
    from virtualization.graphql.filters import VirtualMachineFilter

__all__ = (
    'ApplicationFilter',
    'BusinessServiceFilter',
    'ConfigItemFilter',
    'PenetrationTestFilter',
    'RelationFilter',
)


@filter_type(models.BusinessService, lookups=True)
class BusinessServiceFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    status: BaseFilterLookup[BusinessServiceStatusEnum] | None = strawberry_django.filter_field()
    criticality: BaseFilterLookup[BusinessServiceCriticalityEnum] | None = strawberry_django.filter_field()
    clients: Annotated['TenantFilter', strawberry.lazy('tenancy.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )


@filter_type(models.Application, lookups=True)
class ApplicationFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    version: StrFilterLookup | None = strawberry_django.filter_field()
    protocol: BaseFilterLookup[ApplicationProtocolEnum] | None = strawberry_django.filter_field()
    ports: Annotated['IntegerArrayLookup', strawberry.lazy('netbox.graphql.filter_lookups')] | None = (
        strawberry_django.filter_field()
    )
    services: Annotated['BusinessServiceFilter', strawberry.lazy('netbox_kit_service_map.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    devices: Annotated['DeviceFilter', strawberry.lazy('dcim.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    virtual_machines: Annotated['VirtualMachineFilter', strawberry.lazy('virtualization.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )


@filter_type(models.ConfigItem, lookups=True)
class ConfigItemFilter(NetBoxModelFilter):
    service: Annotated['BusinessServiceFilter', strawberry.lazy('netbox_kit_service_map.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    service_id: ID | None = strawberry_django.filter_field()
    item_type: Annotated['ContentTypeFilter', strawberry.lazy('core.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    item_id: ID | None = strawberry_django.filter_field()
    role: BaseFilterLookup[ConfigItemRoleEnum] | None = strawberry_django.filter_field()


@filter_type(models.Relation, lookups=True)
class RelationFilter(NetBoxModelFilter):
    service: Annotated['BusinessServiceFilter', strawberry.lazy('netbox_kit_service_map.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    service_id: ID | None = strawberry_django.filter_field()
    source: Annotated['ConfigItemFilter', strawberry.lazy('netbox_kit_service_map.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    source_id: ID | None = strawberry_django.filter_field()
    destination: Annotated['ConfigItemFilter', strawberry.lazy('netbox_kit_service_map.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    destination_id: ID | None = strawberry_django.filter_field()
    connector: BaseFilterLookup[RelationConnectorEnum] | None = strawberry_django.filter_field()
    link_text: StrFilterLookup | None = strawberry_django.filter_field()


@filter_type(models.PenetrationTest, lookups=True)
class PenetrationTestFilter(NetBoxModelFilter):
    service: Annotated['BusinessServiceFilter', strawberry.lazy('netbox_kit_service_map.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    service_id: ID | None = strawberry_django.filter_field()
    date: DateFilterLookup[datetime.date] | None = strawberry_django.filter_field()
    ticket: StrFilterLookup | None = strawberry_django.filter_field()
    status: BaseFilterLookup[PenetrationTestStatusEnum] | None = strawberry_django.filter_field()
    report_url: StrFilterLookup | None = strawberry_django.filter_field()
