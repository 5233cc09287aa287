from netbox.data_backends import DataBackend
from netbox.search import SearchIndex, register_search

from .models import Probe


@register_search
class ProbeIndex(SearchIndex):
    model = Probe


class Own(DataBackend):
    name = "example-store"
