from netbox.views import generic
from utilities.views import register_model_view

from dcim.models import Site

from .models import Asset, Kind


@register_model_view(Asset)
class AssetView(generic.ObjectView):
    queryset = Asset.objects.all()


@register_model_view(Asset, "list", path="", detail=False)  # expect: NBP719
class AssetListView(generic.ObjectListView):
    queryset = Asset.objects.all()


@register_model_view(Kind)
class KindView(generic.ObjectView):
    queryset = Kind.objects.all()


@register_model_view(Kind, "edit")  # expect: NBP719
class KindEditView(generic.ObjectEditView):
    queryset = Kind.objects.all()


@register_model_view(Site, "assets")
class SiteAssetsView(generic.ObjectView):
    queryset = Site.objects.all()
