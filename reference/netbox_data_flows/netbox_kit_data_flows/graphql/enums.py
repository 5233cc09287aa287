import strawberry

from .. import choices

__all__ = (
    'DataFlowProtocolEnum',
    'DataFlowStatusEnum',
    'FlowGroupStatusEnum',
)

DataFlowProtocolEnum = strawberry.enum(choices.DataFlowProtocolChoices.as_enum(prefix='protocol'))
DataFlowStatusEnum = strawberry.enum(choices.DataFlowStatusChoices.as_enum(prefix='status'))
FlowGroupStatusEnum = strawberry.enum(choices.FlowGroupStatusChoices.as_enum(prefix='status'))
