from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from extras.graphql.mixins import ContactsMixin
from netbox.graphql.types import NestedGroupObjectType, OrganizationalObjectType, PrimaryObjectType
from utilities.data import ranges_to_string_list

from .. import models
from .filters import ApplicationRoleFilter, DataFlowFilter, FlowApplicationFilter, FlowGroupFilter, ObjectAliasFilter

if TYPE_CHECKING:
    from ipam.graphql.types import IPAddressType, IPRangeType, PrefixType
    from tenancy.graphql.types import TenantType

__all__ = (
    'FlowApplicationType',
    'ApplicationRoleType',
    'DataFlowType',
    'FlowGroupType',
    'ObjectAliasType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.ApplicationRole,
    fields='__all__',
    filters=ApplicationRoleFilter,
    pagination=True,
)
class ApplicationRoleType(OrganizationalObjectType):
    applications: list[Annotated['FlowApplicationType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]


@strawberry_django.type(
    models.Application,
    fields='__all__',
    filters=FlowApplicationFilter,
    pagination=True,
)
class FlowApplicationType(ContactsMixin, PrimaryObjectType):
    role: Annotated['ApplicationRoleType', strawberry.lazy('netbox_kit_data_flows.graphql.types')] | None
    tenant: Annotated['TenantType', strawberry.lazy('tenancy.graphql.types')] | None
    flow_groups: list[Annotated['FlowGroupType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]
    data_flows: list[Annotated['DataFlowType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]


@strawberry_django.type(
    models.FlowGroup,
    fields='__all__',
    filters=FlowGroupFilter,
    pagination=True,
)
class FlowGroupType(NestedGroupObjectType):
    parent: Annotated['FlowGroupType', strawberry.lazy('netbox_kit_data_flows.graphql.types')] | None
    application: Annotated['FlowApplicationType', strawberry.lazy('netbox_kit_data_flows.graphql.types')] | None
    children: list[Annotated['FlowGroupType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]
    data_flows: list[Annotated['DataFlowType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]


@strawberry_django.type(
    models.ObjectAlias,
    fields='__all__',
    filters=ObjectAliasFilter,
    pagination=True,
)
class ObjectAliasType(PrimaryObjectType):
    prefixes: list[Annotated['PrefixType', strawberry.lazy('ipam.graphql.types')]]
    ip_ranges: list[Annotated['IPRangeType', strawberry.lazy('ipam.graphql.types')]]
    ip_addresses: list[Annotated['IPAddressType', strawberry.lazy('ipam.graphql.types')]]
    flows_from: list[Annotated['DataFlowType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]
    flows_to: list[Annotated['DataFlowType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]


@strawberry_django.type(
    models.DataFlow,
    # Arrays of ranges are no type that GraphQL has.
    exclude=('source_ports', 'destination_ports'),
    filters=DataFlowFilter,
    pagination=True,
)
class DataFlowType(PrimaryObjectType):
    application: Annotated['FlowApplicationType', strawberry.lazy('netbox_kit_data_flows.graphql.types')] | None
    group: Annotated['FlowGroupType', strawberry.lazy('netbox_kit_data_flows.graphql.types')] | None
    tenant: Annotated['TenantType', strawberry.lazy('tenancy.graphql.types')] | None
    sources: list[Annotated['ObjectAliasType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]
    destinations: list[Annotated['ObjectAliasType', strawberry.lazy('netbox_kit_data_flows.graphql.types')]]

    @strawberry_django.field(only=['source_ports'])
    def source_ports(self) -> list[str]:
        return ranges_to_string_list(self.source_ports)

    @strawberry_django.field(only=['destination_ports'])
    def destination_ports(self) -> list[str]:
        return ranges_to_string_list(self.destination_ports)
