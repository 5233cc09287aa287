import strawberry
import strawberry_django

from .types import ApplicationType, BusinessServiceType, ConfigItemType, PenetrationTestType, RelationType


@strawberry.type(name='Query')
class Query:
    business_service: BusinessServiceType = strawberry_django.field()
    business_service_list: list[BusinessServiceType] = strawberry_django.field()

    application: ApplicationType = strawberry_django.field()
    application_list: list[ApplicationType] = strawberry_django.field()

    config_item: ConfigItemType = strawberry_django.field()
    config_item_list: list[ConfigItemType] = strawberry_django.field()

    relation: RelationType = strawberry_django.field()
    relation_list: list[RelationType] = strawberry_django.field()

    penetration_test: PenetrationTestType = strawberry_django.field()
    penetration_test_list: list[PenetrationTestType] = strawberry_django.field()


schema = [Query]
