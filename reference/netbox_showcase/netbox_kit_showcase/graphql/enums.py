import strawberry

from .. import choices

__all__ = ('ExhibitStatusEnum',)

ExhibitStatusEnum = strawberry.enum(choices.ExhibitStatusChoices.as_enum(prefix='status'))
