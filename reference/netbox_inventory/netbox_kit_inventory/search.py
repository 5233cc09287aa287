from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'AssetIndex',
    'DeliveryIndex',
    'ItemGroupIndex',
    'ItemTypeIndex',
    'PurchaseIndex',
    'SupplierIndex',
)


@register_search
class ItemGroupIndex(SearchIndex):
    model = models.ItemGroup
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('parent', 'description')


@register_search
class ItemTypeIndex(SearchIndex):
    model = models.ItemType
    fields = (
        ('model', 100),
        ('part_number', 200),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('manufacturer', 'group', 'description')


@register_search
class SupplierIndex(SearchIndex):
    model = models.Supplier
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('description',)


@register_search
class PurchaseIndex(SearchIndex):
    model = models.Purchase
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('supplier', 'description')


@register_search
class DeliveryIndex(SearchIndex):
    model = models.Delivery
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('purchase', 'description')


@register_search
class AssetIndex(SearchIndex):
    model = models.Asset
    fields = (
        ('asset_tag', 50),
        ('serial', 60),
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('status', 'storage_location', 'tenant', 'description')
