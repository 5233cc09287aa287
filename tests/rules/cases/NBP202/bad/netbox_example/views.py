from dcim.models import Site
from netbox.views import generic
from utilities.views import register_model_view


@register_model_view(Site, "edit")  # expect: NBP202
class OwnEdit(generic.ObjectEditView):
    queryset = Site.objects.all()


@register_model_view(model=Site, name="own_delete", path="delete")  # expect: NBP202
class OwnDelete(generic.ObjectDeleteView):
    queryset = Site.objects.all()


@register_model_view(Site)  # expect: NBP202
class OwnDetail(generic.ObjectView):
    queryset = Site.objects.all()


@register_model_view(Site, "bulk_delete", path="delete", detail=False)  # expect: NBP202
class OwnBulkDelete(generic.BulkDeleteView):
    queryset = Site.objects.all()
