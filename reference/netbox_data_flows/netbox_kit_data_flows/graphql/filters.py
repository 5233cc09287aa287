from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filters import NestedGroupModelFilter, OrganizationalModelFilter, PrimaryModelFilter
from strawberry import ID
from strawberry_django import BaseFilterLookup, FilterLookup, filter_type

from .. import models
from .enums import DataFlowProtocolEnum, DataFlowStatusEnum, FlowGroupStatusEnum

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from ipam.graphql.filters import IPAddressFilter, IPRangeFilter, PrefixFilter
    from tenancy.graphql.filters import TenantFilter

__all__ = (
    'FlowApplicationFilter',
    'ApplicationRoleFilter',
    'DataFlowFilter',
    'FlowGroupFilter',
    'ObjectAliasFilter',
)


@filter_type(models.ApplicationRole, lookups=True)
class ApplicationRoleFilter(OrganizationalModelFilter):
    pass


@filter_type(models.Application, lookups=True)
class FlowApplicationFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    role: Annotated['ApplicationRoleFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    role_id: ID | None = strawberry_django.filter_field()
    tenant: Annotated['TenantFilter', strawberry.lazy('tenancy.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    tenant_id: ID | None = strawberry_django.filter_field()


@filter_type(models.FlowGroup, lookups=True)
class FlowGroupFilter(NestedGroupModelFilter):
    parent: Annotated['FlowGroupFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    application: Annotated['FlowApplicationFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    application_id: ID | None = strawberry_django.filter_field()
    status: BaseFilterLookup[FlowGroupStatusEnum] | None = strawberry_django.filter_field()


@filter_type(models.ObjectAlias, lookups=True)
class ObjectAliasFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    prefixes: Annotated['PrefixFilter', strawberry.lazy('ipam.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    ip_ranges: Annotated['IPRangeFilter', strawberry.lazy('ipam.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    ip_addresses: Annotated['IPAddressFilter', strawberry.lazy('ipam.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )


@filter_type(models.DataFlow, lookups=True)
class DataFlowFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    application: Annotated['FlowApplicationFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    application_id: ID | None = strawberry_django.filter_field()
    group: Annotated['FlowGroupFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    group_id: ID | None = strawberry_django.filter_field()
    tenant: Annotated['TenantFilter', strawberry.lazy('tenancy.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    tenant_id: ID | None = strawberry_django.filter_field()
    status: BaseFilterLookup[DataFlowStatusEnum] | None = strawberry_django.filter_field()
    protocol: BaseFilterLookup[DataFlowProtocolEnum] | None = strawberry_django.filter_field()
    sources: Annotated['ObjectAliasFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    destinations: Annotated['ObjectAliasFilter', strawberry.lazy('netbox_kit_data_flows.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
