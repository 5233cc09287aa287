from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filters import NestedGroupModelFilter, PrimaryModelFilter
from strawberry import ID
from strawberry_django import FilterLookup, filter_type

from .. import models

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from core.graphql.filters import ContentTypeFilter
    from users.graphql.filters import UserFilter

__all__ = (
    'SecretFilter',
    'SecretRoleFilter',
    'UserKeyFilter',
)


@filter_type(models.SecretRole, lookups=True)
class SecretRoleFilter(NestedGroupModelFilter):
    parent: Annotated['SecretRoleFilter', strawberry.lazy('netbox_kit_secrets.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )


@filter_type(models.Secret, lookups=True)
class SecretFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    assigned_object_type: Annotated['ContentTypeFilter', strawberry.lazy('core.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    assigned_object_id: ID | None = strawberry_django.filter_field()
    role: Annotated['SecretRoleFilter', strawberry.lazy('netbox_kit_secrets.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    role_id: ID | None = strawberry_django.filter_field()


@filter_type(models.UserKey, lookups=True)
class UserKeyFilter(PrimaryModelFilter):
    user: Annotated['UserFilter', strawberry.lazy('users.graphql.filters')] | None = strawberry_django.filter_field()
    user_id: ID | None = strawberry_django.filter_field()
    public_key: StrFilterLookup | None = strawberry_django.filter_field()
