from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from netbox.views import generic

from .models import Probe


class ProbeView(PermissionRequiredMixin, generic.ObjectView):  # expect: NBP811
    permission_required = "netbox_example.view_probe"
    queryset = Probe.objects.all()


class ProbeListView(LoginRequiredMixin, PermissionRequiredMixin, generic.ObjectListView):  # expect: NBP811
    permission_required = "netbox_example.view_probe"
    queryset = Probe.objects.all()
