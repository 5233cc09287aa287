from netbox.object_actions import AddObject, BulkExport
from netbox.views import generic

NEW = True


class AssetListView(generic.ObjectListView):
    actions = (AddObject, BulkExport)


class ThingListView(generic.ObjectListView):
    actions = {}


class OtherListView(generic.ObjectListView):
    actions = (AddObject,) if NEW else {"add": {"add"}}


class NotAView:
    actions = {"add": {"add"}}
