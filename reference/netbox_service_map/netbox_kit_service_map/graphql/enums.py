import strawberry

from .. import choices

__all__ = (
    'ApplicationProtocolEnum',
    'BusinessServiceCriticalityEnum',
    'BusinessServiceStatusEnum',
    'ConfigItemRoleEnum',
    'PenetrationTestStatusEnum',
    'RelationConnectorEnum',
)

ApplicationProtocolEnum = strawberry.enum(choices.ApplicationProtocolChoices.as_enum(prefix='protocol'))
BusinessServiceCriticalityEnum = strawberry.enum(
    choices.BusinessServiceCriticalityChoices.as_enum(prefix='criticality')
)
BusinessServiceStatusEnum = strawberry.enum(choices.BusinessServiceStatusChoices.as_enum(prefix='status'))
ConfigItemRoleEnum = strawberry.enum(choices.ConfigItemRoleChoices.as_enum(prefix='role'))
PenetrationTestStatusEnum = strawberry.enum(choices.PenetrationTestStatusChoices.as_enum(prefix='status'))
RelationConnectorEnum = strawberry.enum(choices.RelationConnectorChoices.as_enum(prefix='connector'))
