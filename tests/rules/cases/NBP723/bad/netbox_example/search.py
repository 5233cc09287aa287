from netbox.search import SearchIndex


class Index(SearchIndex):
    pass


indexes = Index  # expect: NBP723
