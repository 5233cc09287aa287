from drf_spectacular.utils import extend_schema
from netbox.api.authentication import TokenWritePermission
from netbox.api.viewsets import NetBoxModelViewSet, NetBoxReadOnlyModelViewSet
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.routers import APIRootView

from .. import filtersets, models
from ..jobs import start_run
from . import serializers

__all__ = (
    'KitComplianceRootView',
    'ComplianceReportViewSet',
    'ComplianceSelectorViewSet',
    'ComplianceTestViewSet',
    'ComplianceTestResultViewSet',
)


class KitComplianceRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Compliance'


class ComplianceSelectorViewSet(NetBoxModelViewSet):
    queryset = models.ComplianceSelector.objects.all()
    serializer_class = serializers.ComplianceSelectorSerializer
    filterset_class = filtersets.ComplianceSelectorFilterSet


class ComplianceTestViewSet(NetBoxModelViewSet):
    queryset = models.ComplianceTest.objects.all()
    serializer_class = serializers.ComplianceTestSerializer
    filterset_class = filtersets.ComplianceTestFilterSet

    def get_permissions(self):
        # NetBox would ask whether the user may add tests, since this is a POST request.
        if self.action == 'run':
            return [TokenWritePermission()]
        return super().get_permissions()

    @extend_schema(request=serializers.RunSerializer, responses={202: serializers.ComplianceReportSerializer})
    @action(detail=False, methods=['post'])
    def run(self, request):
        """
        Run tests in the background: those named, or all that are enabled. The report is there at once, and grows.
        """
        if not request.user.has_perm('netbox_kit_compliance.run_compliancetest'):
            raise PermissionDenied
        serializer = serializers.RunSerializer(data=request.data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        report = start_run(request.user, **serializer.validated_data)
        data = serializers.ComplianceReportSerializer(report, context=self.get_serializer_context()).data
        return Response(data, status=202)


class ComplianceReportViewSet(NetBoxModelViewSet):
    """
    Reports are written by runs; what is left to do with them is to read and to delete them.
    """

    http_method_names = ('get', 'head', 'options', 'delete')
    queryset = models.ComplianceReport.objects.all()
    serializer_class = serializers.ComplianceReportSerializer
    filterset_class = filtersets.ComplianceReportFilterSet


class ComplianceTestResultViewSet(NetBoxReadOnlyModelViewSet):
    queryset = models.ComplianceTestResult.objects.all()
    serializer_class = serializers.ComplianceTestResultSerializer
    filterset_class = filtersets.ComplianceTestResultFilterSet
