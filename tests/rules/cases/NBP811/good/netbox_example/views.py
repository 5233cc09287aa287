from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.views.generic import View
from netbox.views import generic
from netbox.views.generic.mixins import TableMixin

from .models import Probe


class ProbeView(LoginRequiredMixin, generic.ObjectView):
    additional_permissions = ["netbox_example.start_probe"]
    queryset = Probe.objects.all()


class StartView(PermissionRequiredMixin, TableMixin, View):
    permission_required = "netbox_example.start_probe"


class ProbeLogView(PermissionRequiredMixin, generic.ObjectChangeLogView):
    permission_required = "netbox_example.view_probe"


class CarefulView(PermissionRequiredMixin, generic.ObjectView):
    queryset = Probe.objects.all()

    def has_permission(self):
        self.queryset = self.queryset.restrict(self.request.user, "view")
        return self.request.user.has_perm("netbox_example.view_probe")
