from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from extras.graphql.mixins import ContactsMixin
from netbox.graphql.types import NestedGroupObjectType, PrimaryObjectType

from .. import models
from .filters import SecretFilter, SecretRoleFilter, UserKeyFilter

if TYPE_CHECKING:
    from netbox.graphql.types import ContentTypeType
    from users.graphql.types import UserType

__all__ = (
    'SecretType',
    'SecretRoleType',
    'UserKeyType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.SecretRole,
    fields='__all__',
    filters=SecretRoleFilter,
    pagination=True,
)
class SecretRoleType(NestedGroupObjectType):
    parent: Annotated['SecretRoleType', strawberry.lazy('netbox_kit_secrets.graphql.types')] | None
    children: list[Annotated['SecretRoleType', strawberry.lazy('netbox_kit_secrets.graphql.types')]]
    secrets: list[Annotated['SecretType', strawberry.lazy('netbox_kit_secrets.graphql.types')]]


@strawberry_django.type(
    models.Secret,
    exclude=['ciphertext', 'uid'],
    filters=SecretFilter,
    pagination=True,
)
class SecretType(ContactsMixin, PrimaryObjectType):
    assigned_object_type: Annotated['ContentTypeType', strawberry.lazy('netbox.graphql.types')] | None
    role: Annotated['SecretRoleType', strawberry.lazy('netbox_kit_secrets.graphql.types')] | None


@strawberry_django.type(
    models.UserKey,
    exclude=['master_key_cipher'],
    filters=UserKeyFilter,
    pagination=True,
)
class UserKeyType(PrimaryObjectType):
    user: Annotated['UserType', strawberry.lazy('users.graphql.types')] | None
