from django.utils.translation import gettext_lazy as _
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import ContractAssignment, SupportContract
from .badges import get_badge


@register_model_view(SupportContract, 'list', path='', detail=False)
class SupportContractListView(generic.ObjectListView):
    queryset = SupportContract.objects.all()
    filterset = filtersets.SupportContractFilterSet
    filterset_form = forms.SupportContractFilterForm
    table = tables.SupportContractTable


@register_model_view(SupportContract)
class SupportContractView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = SupportContract.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(SupportContract, 'add', detail=False)
@register_model_view(SupportContract, 'edit')
class SupportContractEditView(generic.ObjectEditView):
    queryset = SupportContract.objects.all()
    form = forms.SupportContractForm


@register_model_view(SupportContract, 'delete')
class SupportContractDeleteView(generic.ObjectDeleteView):
    queryset = SupportContract.objects.all()


@register_model_view(SupportContract, 'bulk_import', path='import', detail=False)
class SupportContractBulkImportView(generic.BulkImportView):
    queryset = SupportContract.objects.all()
    model_form = forms.SupportContractImportForm


@register_model_view(SupportContract, 'bulk_edit', path='edit', detail=False)
class SupportContractBulkEditView(generic.BulkEditView):
    queryset = SupportContract.objects.all()
    filterset = filtersets.SupportContractFilterSet
    table = tables.SupportContractTable
    form = forms.SupportContractBulkEditForm


@register_model_view(SupportContract, 'bulk_rename', path='rename', detail=False)
class SupportContractBulkRenameView(generic.BulkRenameView):
    queryset = SupportContract.objects.all()
    filterset = filtersets.SupportContractFilterSet
    field_name = 'contract_id'


@register_model_view(SupportContract, 'bulk_delete', path='delete', detail=False)
class SupportContractBulkDeleteView(generic.BulkDeleteView):
    queryset = SupportContract.objects.all()
    filterset = filtersets.SupportContractFilterSet
    table = tables.SupportContractTable


@register_model_view(ContractAssignment, 'list', path='', detail=False)
class ContractAssignmentListView(generic.ObjectListView):
    queryset = ContractAssignment.objects.prefetch_related(*ContractAssignment.NAMED_AFTER)
    filterset = filtersets.ContractAssignmentFilterSet
    filterset_form = forms.ContractAssignmentFilterForm
    table = tables.ContractAssignmentTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(ContractAssignment)
class ContractAssignmentView(generic.ObjectView):
    queryset = ContractAssignment.objects.all()


@register_model_view(ContractAssignment, 'add', detail=False)
@register_model_view(ContractAssignment, 'edit')
class ContractAssignmentEditView(generic.ObjectEditView):
    queryset = ContractAssignment.objects.all()
    form = forms.ContractAssignmentForm


@register_model_view(ContractAssignment, 'delete')
class ContractAssignmentDeleteView(generic.ObjectDeleteView):
    queryset = ContractAssignment.objects.all()


@register_model_view(ContractAssignment, 'bulk_import', path='import', detail=False)
class ContractAssignmentBulkImportView(generic.BulkImportView):
    queryset = ContractAssignment.objects.all()
    model_form = forms.ContractAssignmentImportForm


@register_model_view(ContractAssignment, 'bulk_edit', path='edit', detail=False)
class ContractAssignmentBulkEditView(generic.BulkEditView):
    queryset = ContractAssignment.objects.prefetch_related(*ContractAssignment.NAMED_AFTER)
    filterset = filtersets.ContractAssignmentFilterSet
    table = tables.ContractAssignmentTable
    form = forms.ContractAssignmentBulkEditForm


@register_model_view(ContractAssignment, 'bulk_delete', path='delete', detail=False)
class ContractAssignmentBulkDeleteView(generic.BulkDeleteView):
    queryset = ContractAssignment.objects.prefetch_related(*ContractAssignment.NAMED_AFTER)
    filterset = filtersets.ContractAssignmentFilterSet
    table = tables.ContractAssignmentTable


@register_model_view(SupportContract, 'contract_assignments', path='contract-assignments')
class SupportContractContractAssignmentsView(generic.ObjectChildrenView):
    queryset = SupportContract.objects.all()
    child_model = ContractAssignment
    table = tables.ContractAssignmentTable
    filterset = filtersets.ContractAssignmentFilterSet
    tab = ViewTab(
        label=_('Contract Assignments'),
        badge=get_badge(ContractAssignment, 'contract'),
        permission='netbox_kit_lifecycle.view_contractassignment',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        children = self.child_model.objects.restrict(request.user, 'view')
        return children.filter(contract=parent).prefetch_related(*self.child_model.NAMED_AFTER)
