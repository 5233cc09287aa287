from dcim.models import Device
from drf_spectacular.utils import extend_schema
from netbox.api.authentication import IsAuthenticatedOrLoginNotRequired
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.permissions import SAFE_METHODS
from rest_framework.response import Response
from rest_framework.routers import APIRootView
from rest_framework.viewsets import GenericViewSet

from ..applying import Change, SyncError, SyncForbidden, apply_changes
from ..reading import compare_device
from . import serializers

__all__ = ('DeviceSyncViewSet', 'KitInterfaceSyncRootView')


class KitInterfaceSyncRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Interface synchronisation'


class MayCall(IsAuthenticatedOrLoginNotRequired):
    """
    Refuse tokens that may only read. What a user may do to which object is asked later, of each component.
    """

    def has_permission(self, request, view):
        may_write = request.method in SAFE_METHODS or getattr(request.auth, 'write_enabled', True)
        return may_write and super().has_permission(request, view)


class DeviceSyncViewSet(GenericViewSet):
    """
    The comparison of a device with its type.
    """

    queryset = Device.objects.select_related('device_type')
    permission_classes = (MayCall,)
    serializer_class = serializers.ComparisonSerializer
    pagination_class = None
    filter_backends = ()

    def get_queryset(self):
        return super().get_queryset().restrict(self.request.user, 'view')

    @extend_schema(responses=serializers.ComparisonSerializer(many=True))
    def retrieve(self, request, pk):
        """
        Compare a device with its type. Kinds that the user may not view are left out.
        """
        comparisons = compare_device(self.get_object(), request.user)
        return Response(serializers.ComparisonSerializer(comparisons, many=True).data)

    @extend_schema(request=serializers.ApplySerializer, responses=serializers.ResultSerializer)
    @action(detail=True, methods=['post'])
    def apply(self, request, pk):
        """
        Make the changes that are chosen, all of them or none; with `dry_run`, only say what they would be.
        """
        device = self.get_object()
        serializer = serializers.ApplySerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        changes = [Change(**change) for change in serializer.validated_data['changes']]
        dry_run = serializer.validated_data['dry_run']
        try:
            steps = apply_changes(device, request.user, changes, dry_run=dry_run)
        except SyncForbidden as e:
            raise PermissionDenied(str(e)) from e
        except SyncError as e:
            raise ValidationError({'detail': str(e)}) from e
        return Response(serializers.ResultSerializer({'dry_run': dry_run, 'steps': steps}).data)
