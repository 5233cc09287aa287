import strawberry
import strawberry_django

from .types import AssetType, DeliveryType, ItemGroupType, ItemTypeType, PurchaseType, SupplierType


@strawberry.type(name='Query')
class Query:
    item_group: ItemGroupType = strawberry_django.field()
    item_group_list: list[ItemGroupType] = strawberry_django.field()

    item_type: ItemTypeType = strawberry_django.field()
    item_type_list: list[ItemTypeType] = strawberry_django.field()

    supplier: SupplierType = strawberry_django.field()
    supplier_list: list[SupplierType] = strawberry_django.field()

    purchase: PurchaseType = strawberry_django.field()
    purchase_list: list[PurchaseType] = strawberry_django.field()

    delivery: DeliveryType = strawberry_django.field()
    delivery_list: list[DeliveryType] = strawberry_django.field()

    asset: AssetType = strawberry_django.field()
    asset_list: list[AssetType] = strawberry_django.field()


schema = [Query]
