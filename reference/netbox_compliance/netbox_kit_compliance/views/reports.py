"""
Reports and results. They are written by the job; people look at them, and delete reports.
"""

import json

from dcim.models import Device
from django.utils.translation import gettext_lazy as _
from netbox.object_actions import BulkDelete, BulkExport, DeleteObject
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import ComplianceReport, ComplianceTestResult
from .badges import get_tab_badge


@register_model_view(ComplianceReport, 'list', path='', detail=False)
class ComplianceReportListView(generic.ObjectListView):
    queryset = ComplianceReport.objects.all()
    filterset = filtersets.ComplianceReportFilterSet
    filterset_form = forms.ComplianceReportFilterForm
    table = tables.ComplianceReportTable
    actions = (BulkExport, BulkDelete)


@register_model_view(ComplianceReport)
class ComplianceReportView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ComplianceReport.objects.all()
    actions = (DeleteObject,)

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(ComplianceReport, 'delete')
class ComplianceReportDeleteView(generic.ObjectDeleteView):
    queryset = ComplianceReport.objects.all()


@register_model_view(ComplianceReport, 'bulk_delete', path='delete', detail=False)
class ComplianceReportBulkDeleteView(generic.BulkDeleteView):
    queryset = ComplianceReport.objects.all()
    filterset = filtersets.ComplianceReportFilterSet
    table = tables.ComplianceReportTable


@register_model_view(ComplianceTestResult, 'list', path='', detail=False)
class ComplianceTestResultListView(generic.ObjectListView):
    queryset = ComplianceTestResult.objects.all()
    filterset = filtersets.ComplianceTestResultFilterSet
    filterset_form = forms.ComplianceTestResultFilterForm
    table = tables.ComplianceTestResultTable
    actions = (BulkExport,)


@register_model_view(ComplianceTestResult)
class ComplianceTestResultView(generic.ObjectView):
    queryset = ComplianceTestResult.objects.all()
    actions = ()

    def get_extra_context(self, request, instance):
        return {
            # Texts as they are, everything else as JSON
            'steps': [
                (expression, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
                for expression, value in instance.steps
            ],
        }


@register_model_view(ComplianceReport, 'compliance_test_results', path='compliance-test-results')
class ComplianceReportComplianceTestResultsView(generic.ObjectChildrenView):
    queryset = ComplianceReport.objects.all()
    child_model = ComplianceTestResult
    table = tables.ComplianceTestResultTable
    filterset = filtersets.ComplianceTestResultFilterSet
    tab = ViewTab(
        label=_('Results'),
        badge=get_tab_badge(ComplianceTestResult, 'report'),
        permission='netbox_kit_compliance.view_compliancetestresult',
        weight=500,
        hide_if_empty=True,
    )
    actions = (BulkExport,)

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(report=parent)


@register_model_view(
    Device, 'netbox_kit_compliance_compliance_test_results', path='kit-compliance/compliance-test-results'
)
class DeviceComplianceTestResultsView(generic.ObjectChildrenView):
    queryset = Device.objects.all()
    child_model = ComplianceTestResult
    table = tables.ComplianceTestResultTable
    filterset = filtersets.ComplianceTestResultFilterSet
    tab = ViewTab(
        label=_('Compliance'),
        badge=get_tab_badge(ComplianceTestResult, 'device'),
        permission='netbox_kit_compliance.view_compliancetestresult',
        weight=500,
        hide_if_empty=True,
    )
    actions = (BulkExport,)

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(device=parent)
