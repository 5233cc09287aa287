from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import BasePermission
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView

from .. import openmetrics
from ..access import DETAILS, NOTHING, told_to
from ..reports import make_report
from .renderers import OpenMetricsRenderer
from .serializers import ReportSerializer


class IsToldSomething(BasePermission):
    def has_permission(self, request, view):
        return told_to(request.user) != NOTHING


@method_decorator(never_cache, name='dispatch')
class StatusView(APIView):
    """
    Whether NetBox and what it depends on are well.
    """

    permission_classes = [IsToldSomething]
    renderer_classes = [*api_settings.DEFAULT_RENDERER_CLASSES, OpenMetricsRenderer]
    # NetBox takes `version` in an Accept header for the version of its API; OpenMetrics has one of its own there.
    versioning_class = None

    @extend_schema(responses={200: ReportSerializer, 503: ReportSerializer})
    def get(self, request):
        report, details = make_report(), told_to(request.user) == DETAILS
        if request.accepted_renderer.format == OpenMetricsRenderer.format:
            # Always 200: Prometheus throws away the metrics of any other answer, just when they matter.
            return Response(openmetrics.render(report, details), content_type=openmetrics.CONTENT_TYPE)
        return Response(ReportSerializer(report, details=details).data, status=report.http_status)
