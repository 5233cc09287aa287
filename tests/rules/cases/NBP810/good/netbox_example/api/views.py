from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework import generics, viewsets

from ..models import Probe, Setting


class ProbeViewSet(NetBoxModelViewSet):
    queryset = Probe.objects.all()


class SettingViewSet(viewsets.ModelViewSet):
    queryset = Setting.objects.all()


class ProbeListView(generics.ListAPIView):
    queryset = Probe.objects.all()

    def get_queryset(self):
        return super().get_queryset().restrict(self.request.user, "view")
