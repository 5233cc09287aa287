"""
Selectors and tests.
"""

from netbox.object_actions import (
    AddObject,
    BulkDelete,
    BulkEdit,
    BulkExport,
    BulkImport,
    CloneObject,
    DeleteObject,
    EditObject,
)
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, register_model_view

from .. import filtersets, forms, tables
from ..models import ComplianceSelector, ComplianceTest
from ..object_actions import RunComplianceTest


@register_model_view(ComplianceSelector, 'list', path='', detail=False)
class ComplianceSelectorListView(generic.ObjectListView):
    queryset = ComplianceSelector.objects.all()
    filterset = filtersets.ComplianceSelectorFilterSet
    filterset_form = forms.ComplianceSelectorFilterForm
    table = tables.ComplianceSelectorTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(ComplianceSelector)
class ComplianceSelectorView(generic.ObjectView):
    queryset = ComplianceSelector.objects.all()


@register_model_view(ComplianceSelector, 'add', detail=False)
@register_model_view(ComplianceSelector, 'edit')
class ComplianceSelectorEditView(generic.ObjectEditView):
    queryset = ComplianceSelector.objects.all()
    form = forms.ComplianceSelectorForm


@register_model_view(ComplianceSelector, 'delete')
class ComplianceSelectorDeleteView(generic.ObjectDeleteView):
    queryset = ComplianceSelector.objects.all()


@register_model_view(ComplianceSelector, 'bulk_import', path='import', detail=False)
class ComplianceSelectorBulkImportView(generic.BulkImportView):
    queryset = ComplianceSelector.objects.all()
    model_form = forms.ComplianceSelectorImportForm


@register_model_view(ComplianceSelector, 'bulk_edit', path='edit', detail=False)
class ComplianceSelectorBulkEditView(generic.BulkEditView):
    queryset = ComplianceSelector.objects.all()
    filterset = filtersets.ComplianceSelectorFilterSet
    table = tables.ComplianceSelectorTable
    form = forms.ComplianceSelectorBulkEditForm


@register_model_view(ComplianceSelector, 'bulk_delete', path='delete', detail=False)
class ComplianceSelectorBulkDeleteView(generic.BulkDeleteView):
    queryset = ComplianceSelector.objects.all()
    filterset = filtersets.ComplianceSelectorFilterSet
    table = tables.ComplianceSelectorTable


@register_model_view(ComplianceTest, 'list', path='', detail=False)
class ComplianceTestListView(generic.ObjectListView):
    queryset = ComplianceTest.objects.all()
    filterset = filtersets.ComplianceTestFilterSet
    filterset_form = forms.ComplianceTestFilterForm
    table = tables.ComplianceTestTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(ComplianceTest)
class ComplianceTestView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ComplianceTest.objects.all()
    actions = (RunComplianceTest, CloneObject, EditObject, DeleteObject)

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(ComplianceTest, 'add', detail=False)
@register_model_view(ComplianceTest, 'edit')
class ComplianceTestEditView(generic.ObjectEditView):
    queryset = ComplianceTest.objects.all()
    form = forms.ComplianceTestForm


@register_model_view(ComplianceTest, 'delete')
class ComplianceTestDeleteView(generic.ObjectDeleteView):
    queryset = ComplianceTest.objects.all()


@register_model_view(ComplianceTest, 'bulk_import', path='import', detail=False)
class ComplianceTestBulkImportView(generic.BulkImportView):
    queryset = ComplianceTest.objects.all()
    model_form = forms.ComplianceTestImportForm


@register_model_view(ComplianceTest, 'bulk_edit', path='edit', detail=False)
class ComplianceTestBulkEditView(generic.BulkEditView):
    queryset = ComplianceTest.objects.all()
    filterset = filtersets.ComplianceTestFilterSet
    table = tables.ComplianceTestTable
    form = forms.ComplianceTestBulkEditForm


@register_model_view(ComplianceTest, 'bulk_delete', path='delete', detail=False)
class ComplianceTestBulkDeleteView(generic.BulkDeleteView):
    queryset = ComplianceTest.objects.all()
    filterset = filtersets.ComplianceTestFilterSet
    table = tables.ComplianceTestTable
