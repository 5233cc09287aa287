from dcim.models import Site
from rest_framework import generics, viewsets

from ..models import Probe


class ProbeViewSet(viewsets.ModelViewSet):
    queryset = Probe.objects.all()  # expect: NBP810


class SiteListView(generics.ListAPIView):
    queryset = Site.objects.filter(status="active")  # expect: NBP810
