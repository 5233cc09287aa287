import strawberry
import strawberry_django

from .types import SecretRoleType, SecretType, UserKeyType


@strawberry.type(name='Query')
class Query:
    secret_role: SecretRoleType = strawberry_django.field()
    secret_role_list: list[SecretRoleType] = strawberry_django.field()

    secret: SecretType = strawberry_django.field()
    secret_list: list[SecretType] = strawberry_django.field()

    user_key: UserKeyType = strawberry_django.field()
    user_key_list: list[UserKeyType] = strawberry_django.field()


schema = [Query]
