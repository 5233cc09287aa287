from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.types import NetBoxObjectType, PrimaryObjectType
from strawberry.types import Info
from strawberry_django.optimizer import OptimizerConfig, optimize

from .. import models
from .filters import ApplicationFilter, BusinessServiceFilter, ConfigItemFilter, PenetrationTestFilter, RelationFilter

if TYPE_CHECKING:
    from circuits.graphql.types import CircuitType
    from dcim.graphql.types import DeviceType
    from ipam.graphql.types import IPAddressType
    from tenancy.graphql.types import TenantType
    from virtualization.graphql.types import VirtualMachineType

__all__ = (
    'ApplicationType',
    'BusinessServiceType',
    'ConfigItemType',
    'PenetrationTestType',
    'RelationType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.BusinessService,
    fields='__all__',
    filters=BusinessServiceFilter,
    pagination=True,
)
class BusinessServiceType(PrimaryObjectType):
    clients: list[Annotated['TenantType', strawberry.lazy('tenancy.graphql.types')]]
    applications: list[Annotated['ApplicationType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]
    config_items: list[Annotated['ConfigItemType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]
    relations: list[Annotated['RelationType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]
    penetration_tests: list[Annotated['PenetrationTestType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]


@strawberry_django.type(
    models.Application,
    fields='__all__',
    filters=ApplicationFilter,
    pagination=True,
)
class ApplicationType(PrimaryObjectType):
    ports: list[int]
    services: list[Annotated['BusinessServiceType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]
    devices: list[Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')]]
    virtual_machines: list[Annotated['VirtualMachineType', strawberry.lazy('virtualization.graphql.types')]]


@strawberry_django.type(
    models.ConfigItem,
    exclude=['item_type', 'item_id'],
    filters=ConfigItemFilter,
    pagination=True,
)
class ConfigItemType(NetBoxObjectType):
    service: Annotated['BusinessServiceType', strawberry.lazy('netbox_kit_service_map.graphql.types')] | None
    outgoing_relations: list[Annotated['RelationType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]
    incoming_relations: list[Annotated['RelationType', strawberry.lazy('netbox_kit_service_map.graphql.types')]]

    @strawberry_django.field(only=['item_type', 'item_id'])
    def item(
        self, info: Info
    ) -> (
        Annotated[
            Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')]
            | Annotated['VirtualMachineType', strawberry.lazy('virtualization.graphql.types')]
            | Annotated['ApplicationType', strawberry.lazy('netbox_kit_service_map.graphql.types')]
            | Annotated['IPAddressType', strawberry.lazy('ipam.graphql.types')]
            | Annotated['CircuitType', strawberry.lazy('circuits.graphql.types')],
            strawberry.union('ConfigItemItemType'),
        ]
        | None
    ):
        if self.item is None:
            return None
        visible = type(self.item).objects.restrict(info.context.request.user, 'view')
        # Strawberry restricts what the object leads to, in turn, where its optimizer fetches it.
        config = OptimizerConfig(prefetch_custom_queryset=True)
        return optimize(visible.filter(pk=self.item_id), info, config=config).first()


@strawberry_django.type(
    models.Relation,
    fields='__all__',
    filters=RelationFilter,
    pagination=True,
)
class RelationType(NetBoxObjectType):
    service: Annotated['BusinessServiceType', strawberry.lazy('netbox_kit_service_map.graphql.types')] | None
    source: Annotated['ConfigItemType', strawberry.lazy('netbox_kit_service_map.graphql.types')] | None
    destination: Annotated['ConfigItemType', strawberry.lazy('netbox_kit_service_map.graphql.types')] | None


@strawberry_django.type(
    models.PenetrationTest,
    fields='__all__',
    filters=PenetrationTestFilter,
    pagination=True,
)
class PenetrationTestType(NetBoxObjectType):
    service: Annotated['BusinessServiceType', strawberry.lazy('netbox_kit_service_map.graphql.types')] | None
