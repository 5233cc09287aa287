from dcim.models import Site
from netbox.views import generic

from .models import Probe


class SiteProbesView(generic.ObjectChildrenView):
    queryset = Site.objects.all()
    child_model = Probe

    def get_children(self, request, parent):
        return Probe.objects.restrict(request.user, "view").filter(site=parent)
