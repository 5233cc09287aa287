from dcim.models import Site
from netbox.data_backends import DataBackend
from netbox.registry import registry
from netbox.search import SearchIndex, register_search
from netbox.plugins import register_serializer_resolver


@register_search
class OwnSiteIndex(SearchIndex):  # expect: NBP504
    model = Site


class OwnGit(DataBackend):  # expect: NBP504
    name = "git"


def resolve(model, prefix=""):
    return None


register_serializer_resolver("dcim", resolve)  # expect: NBP504
registry["search"]["dcim.site"] = OwnSiteIndex  # expect: NBP504
registry["search"] = {}  # expect: NBP504
registry["data_backends"].update({"git": OwnGit})  # expect: NBP504
