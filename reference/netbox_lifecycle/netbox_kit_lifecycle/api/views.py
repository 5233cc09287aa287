from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.routers import APIRootView

from .. import filtersets, models
from . import serializers

__all__ = (
    'KitLifecycleRootView',
    'ContractAssignmentViewSet',
    'HardwareLifecycleViewSet',
    'LicenseViewSet',
    'LicenseAssignmentViewSet',
    'SupportContractViewSet',
    'VendorViewSet',
)


class KitLifecycleRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Lifecycle'


class HardwareLifecycleViewSet(NetBoxModelViewSet):
    queryset = models.HardwareLifecycle.objects.all()
    serializer_class = serializers.HardwareLifecycleSerializer
    filterset_class = filtersets.HardwareLifecycleFilterSet


class VendorViewSet(NetBoxModelViewSet):
    queryset = models.Vendor.objects.all()
    serializer_class = serializers.VendorSerializer
    filterset_class = filtersets.VendorFilterSet


class SupportContractViewSet(NetBoxModelViewSet):
    queryset = models.SupportContract.objects.all()
    serializer_class = serializers.SupportContractSerializer
    filterset_class = filtersets.SupportContractFilterSet


class ContractAssignmentViewSet(NetBoxModelViewSet):
    queryset = models.ContractAssignment.objects.prefetch_related(*models.ContractAssignment.NAMED_AFTER)
    serializer_class = serializers.ContractAssignmentSerializer
    filterset_class = filtersets.ContractAssignmentFilterSet


class LicenseViewSet(NetBoxModelViewSet):
    queryset = models.License.objects.all()
    serializer_class = serializers.LicenseSerializer
    filterset_class = filtersets.LicenseFilterSet


class LicenseAssignmentViewSet(NetBoxModelViewSet):
    queryset = models.LicenseAssignment.objects.prefetch_related(*models.LicenseAssignment.NAMED_AFTER)
    serializer_class = serializers.LicenseAssignmentSerializer
    filterset_class = filtersets.LicenseAssignmentFilterSet
