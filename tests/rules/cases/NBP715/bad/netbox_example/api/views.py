from netbox.api.viewsets import NetBoxModelViewSet

from ..models import Asset, Grouped, Kind, Other, Plain, Sorted


class AssetViewSet(NetBoxModelViewSet):
    queryset = Asset.objects.prefetch_related("tags")


class KindViewSet(NetBoxModelViewSet):
    queryset = Kind.objects.all()


class OtherViewSet(NetBoxModelViewSet):
    queryset = Other.objects.order_by("pk")


class PlainViewSet(NetBoxModelViewSet):
    queryset = Plain.objects.all()
    ordering = ("pk",)


class SortedViewSet(NetBoxModelViewSet):
    queryset = Sorted.objects.all()


class GroupedViewSet(NetBoxModelViewSet):
    queryset = Grouped.objects.all()
