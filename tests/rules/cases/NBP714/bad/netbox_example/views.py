from netbox.views import generic

OWN = {"add": {"add"}, "sync": {"change"}}


class AssetListView(generic.ObjectListView):
    actions = {"add": {"add"}, "export": {"view"}}  # expect: NBP714


class ThingListView(generic.ObjectListView):
    actions = OWN  # expect: NBP714
