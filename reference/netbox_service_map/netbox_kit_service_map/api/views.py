from dcim.models import Device
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.routers import APIRootView
from virtualization.models import VirtualMachine

from .. import filtersets, models
from ..impact import get_impact
from . import serializers

__all__ = (
    'KitServiceMapRootView',
    'ApplicationViewSet',
    'BusinessServiceViewSet',
    'ConfigItemViewSet',
    'PenetrationTestViewSet',
    'RelationViewSet',
)

# The models that the impact can be asked for, by the query parameter that has an object's ID.
IMPACT_MODELS = {
    'device_id': Device,
    'virtual_machine_id': VirtualMachine,
}
# An ID with more is none that PostgreSQL knows.
MAX_DIGITS = 19


class KitServiceMapRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Service map'


class BusinessServiceViewSet(NetBoxModelViewSet):
    queryset = models.BusinessService.objects.all()
    serializer_class = serializers.BusinessServiceSerializer
    filterset_class = filtersets.BusinessServiceFilterSet

    @extend_schema(
        parameters=[OpenApiParameter('device_id', int), OpenApiParameter('virtual_machine_id', int)],
        responses=serializers.ImpactSerializer(many=True),
        filters=False,
    )
    @action(detail=False, pagination_class=None)
    def impact(self, request):
        """
        The services that depend on a device or a virtual machine, and how.
        """
        impacts = get_impact(self._get_impact_object(request), request.user)
        return Response(serializers.ImpactSerializer(impacts, many=True, context={'request': request}).data)

    def _get_impact_object(self, request):
        asked = {name: request.query_params[name] for name in IMPACT_MODELS if name in request.query_params}
        if len(asked) != 1:
            raise ValidationError(_('Give either device_id or virtual_machine_id.'))
        [(name, pk)] = asked.items()
        if not (pk.isascii() and pk.isdecimal() and len(pk) < MAX_DIGITS):
            raise ValidationError({name: _('This is not the ID of an object.')})
        return get_object_or_404(IMPACT_MODELS[name].objects.restrict(request.user, 'view'), pk=pk)


class ApplicationViewSet(NetBoxModelViewSet):
    queryset = models.Application.objects.all()
    serializer_class = serializers.ApplicationSerializer
    filterset_class = filtersets.ApplicationFilterSet


class ConfigItemViewSet(NetBoxModelViewSet):
    queryset = models.ConfigItem.objects.prefetch_related('item')
    serializer_class = serializers.ConfigItemSerializer
    filterset_class = filtersets.ConfigItemFilterSet


class RelationViewSet(NetBoxModelViewSet):
    queryset = models.Relation.objects.prefetch_related('source__item', 'destination__item')
    serializer_class = serializers.RelationSerializer
    filterset_class = filtersets.RelationFilterSet


class PenetrationTestViewSet(NetBoxModelViewSet):
    queryset = models.PenetrationTest.objects.all()
    serializer_class = serializers.PenetrationTestSerializer
    filterset_class = filtersets.PenetrationTestFilterSet
