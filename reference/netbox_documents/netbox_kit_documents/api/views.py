from netbox.api.viewsets import NetBoxModelViewSet
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.routers import APIRootView

from .. import filtersets, models
from ..subjects import prefetch_subjects
from . import serializers

__all__ = (
    'KitDocumentsRootView',
    'DocumentViewSet',
)


class KitDocumentsRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Documents'


class DocumentViewSet(NetBoxModelViewSet):
    queryset = models.Document.objects.prefetch_related(prefetch_subjects())
    serializer_class = serializers.DocumentSerializer
    # A file is uploaded as multipart/form-data; JSON is for external URLs.
    parser_classes = (JSONParser, MultiPartParser)
    filterset_class = filtersets.DocumentFilterSet
