from dcim.models import Site
from netbox.views import generic
from utilities.views import register_model_view

from .models import Probe


@register_model_view(Site, "probes", path="example-probes")
class SiteProbes(generic.ObjectChildrenView):
    queryset = Site.objects.all()


@register_model_view(Probe, "edit")
class ProbeEdit(generic.ObjectEditView):
    queryset = Probe.objects.all()
