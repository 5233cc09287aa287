from netbox.search import SearchIndex, register_search

from .models import Asset


@register_search
class AssetIndex(SearchIndex):
    model = Asset
