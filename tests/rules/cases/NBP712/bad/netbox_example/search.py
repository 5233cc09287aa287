from netbox.search import SearchIndex

from .models import Asset


class AssetIndex(SearchIndex):  # expect: NBP712
    model = Asset
