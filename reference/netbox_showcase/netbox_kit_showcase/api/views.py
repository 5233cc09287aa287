from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.routers import APIRootView

from .. import filtersets, models
from . import serializers

__all__ = (
    'KitShowcaseRootView',
    'ExhibitViewSet',
    'ExhibitKindViewSet',
    'HallViewSet',
    'LabelViewSet',
    'LoanViewSet',
)


class KitShowcaseRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Showcase'


class ExhibitKindViewSet(NetBoxModelViewSet):
    queryset = models.ExhibitKind.objects.all()
    serializer_class = serializers.ExhibitKindSerializer
    filterset_class = filtersets.ExhibitKindFilterSet


class HallViewSet(NetBoxModelViewSet):
    queryset = models.Hall.objects.all()
    serializer_class = serializers.HallSerializer
    filterset_class = filtersets.HallFilterSet


class ExhibitViewSet(NetBoxModelViewSet):
    queryset = models.Exhibit.objects.all()
    serializer_class = serializers.ExhibitSerializer
    filterset_class = filtersets.ExhibitFilterSet


class LoanViewSet(NetBoxModelViewSet):
    queryset = models.Loan.objects.all()
    serializer_class = serializers.LoanSerializer
    filterset_class = filtersets.LoanFilterSet


class LabelViewSet(NetBoxModelViewSet):
    queryset = models.Label.objects.prefetch_related('subject')
    serializer_class = serializers.LabelSerializer
    filterset_class = filtersets.LabelFilterSet
