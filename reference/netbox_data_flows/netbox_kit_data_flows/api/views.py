from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.routers import APIRootView

from .. import filtersets, models
from . import serializers

__all__ = (
    'KitDataFlowsRootView',
    'ApplicationViewSet',
    'ApplicationRoleViewSet',
    'DataFlowViewSet',
    'FlowGroupViewSet',
    'ObjectAliasViewSet',
)


class KitDataFlowsRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Data flows'


class ApplicationRoleViewSet(NetBoxModelViewSet):
    queryset = models.ApplicationRole.objects.all()
    serializer_class = serializers.ApplicationRoleSerializer
    filterset_class = filtersets.ApplicationRoleFilterSet


class ApplicationViewSet(NetBoxModelViewSet):
    queryset = models.Application.objects.all()
    serializer_class = serializers.ApplicationSerializer
    filterset_class = filtersets.ApplicationFilterSet


class FlowGroupViewSet(NetBoxModelViewSet):
    queryset = models.FlowGroup.objects.all()
    serializer_class = serializers.FlowGroupSerializer
    filterset_class = filtersets.FlowGroupFilterSet


class ObjectAliasViewSet(NetBoxModelViewSet):
    queryset = models.ObjectAlias.objects.all()
    serializer_class = serializers.ObjectAliasSerializer
    filterset_class = filtersets.ObjectAliasFilterSet


class DataFlowViewSet(NetBoxModelViewSet):
    queryset = models.DataFlow.objects.all()
    serializer_class = serializers.DataFlowSerializer
    filterset_class = filtersets.DataFlowFilterSet
