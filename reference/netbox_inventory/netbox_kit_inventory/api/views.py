from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.routers import APIRootView

from .. import filtersets, models
from . import serializers

__all__ = (
    'KitInventoryRootView',
    'AssetViewSet',
    'DeliveryViewSet',
    'ItemGroupViewSet',
    'ItemTypeViewSet',
    'PurchaseViewSet',
    'SupplierViewSet',
)


class KitInventoryRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Inventory'


class ItemGroupViewSet(NetBoxModelViewSet):
    queryset = models.ItemGroup.objects.all()
    serializer_class = serializers.ItemGroupSerializer
    filterset_class = filtersets.ItemGroupFilterSet


class ItemTypeViewSet(NetBoxModelViewSet):
    queryset = models.ItemType.objects.all()
    serializer_class = serializers.ItemTypeSerializer
    filterset_class = filtersets.ItemTypeFilterSet


class SupplierViewSet(NetBoxModelViewSet):
    queryset = models.Supplier.objects.all()
    serializer_class = serializers.SupplierSerializer
    filterset_class = filtersets.SupplierFilterSet


class PurchaseViewSet(NetBoxModelViewSet):
    queryset = models.Purchase.objects.all()
    serializer_class = serializers.PurchaseSerializer
    filterset_class = filtersets.PurchaseFilterSet


class DeliveryViewSet(NetBoxModelViewSet):
    queryset = models.Delivery.objects.all()
    serializer_class = serializers.DeliverySerializer
    filterset_class = filtersets.DeliveryFilterSet


class AssetViewSet(NetBoxModelViewSet):
    queryset = models.Asset.objects.with_hardware()
    serializer_class = serializers.AssetSerializer
    filterset_class = filtersets.AssetFilterSet
