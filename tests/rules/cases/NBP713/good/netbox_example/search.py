from netbox.search import SearchIndex, register_search


@register_search
class Index(SearchIndex):
    pass
