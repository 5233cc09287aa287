import strawberry

from .. import choices

__all__ = ('DocumentKindEnum',)

DocumentKindEnum = strawberry.enum(choices.DocumentKindChoices.as_enum(prefix='kind'))
