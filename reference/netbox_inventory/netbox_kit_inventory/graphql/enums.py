import strawberry

from .. import choices

__all__ = ('AssetStatusEnum',)

AssetStatusEnum = strawberry.enum(choices.AssetStatusChoices.as_enum(prefix='status'))
