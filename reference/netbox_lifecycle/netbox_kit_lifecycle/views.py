from django.utils.translation import gettext_lazy as _
from netbox.context import current_request
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from . import filtersets, forms, tables
from .models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor


def get_tab_badge(model, field):
    """
    Return a function that counts the objects which lead to a given one through a field, as far as the current user
    may view them.
    """

    def badge(instance):
        user = current_request.get().user
        return model.objects.restrict(user, 'view').filter(**{field: instance}).count()

    return badge


#
# Hardware Lifecycles
#


@register_model_view(HardwareLifecycle, 'list', path='', detail=False)
class HardwareLifecycleListView(generic.ObjectListView):
    queryset = HardwareLifecycle.objects.all()
    filterset = filtersets.HardwareLifecycleFilterSet
    filterset_form = forms.HardwareLifecycleFilterForm
    table = tables.HardwareLifecycleTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(HardwareLifecycle)
class HardwareLifecycleView(generic.ObjectView):
    queryset = HardwareLifecycle.objects.all()


@register_model_view(HardwareLifecycle, 'add', detail=False)
@register_model_view(HardwareLifecycle, 'edit')
class HardwareLifecycleEditView(generic.ObjectEditView):
    queryset = HardwareLifecycle.objects.all()
    form = forms.HardwareLifecycleForm


@register_model_view(HardwareLifecycle, 'delete')
class HardwareLifecycleDeleteView(generic.ObjectDeleteView):
    queryset = HardwareLifecycle.objects.all()


@register_model_view(HardwareLifecycle, 'bulk_import', path='import', detail=False)
class HardwareLifecycleBulkImportView(generic.BulkImportView):
    queryset = HardwareLifecycle.objects.all()
    model_form = forms.HardwareLifecycleImportForm


@register_model_view(HardwareLifecycle, 'bulk_edit', path='edit', detail=False)
class HardwareLifecycleBulkEditView(generic.BulkEditView):
    queryset = HardwareLifecycle.objects.all()
    filterset = filtersets.HardwareLifecycleFilterSet
    table = tables.HardwareLifecycleTable
    form = forms.HardwareLifecycleBulkEditForm


@register_model_view(HardwareLifecycle, 'bulk_delete', path='delete', detail=False)
class HardwareLifecycleBulkDeleteView(generic.BulkDeleteView):
    queryset = HardwareLifecycle.objects.all()
    filterset = filtersets.HardwareLifecycleFilterSet
    table = tables.HardwareLifecycleTable


#
# Vendors
#


@register_model_view(Vendor, 'list', path='', detail=False)
class VendorListView(generic.ObjectListView):
    queryset = Vendor.objects.all()
    filterset = filtersets.VendorFilterSet
    filterset_form = forms.VendorFilterForm
    table = tables.VendorTable


@register_model_view(Vendor)
class VendorView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = Vendor.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(Vendor, 'add', detail=False)
@register_model_view(Vendor, 'edit')
class VendorEditView(generic.ObjectEditView):
    queryset = Vendor.objects.all()
    form = forms.VendorForm


@register_model_view(Vendor, 'delete')
class VendorDeleteView(generic.ObjectDeleteView):
    queryset = Vendor.objects.all()


@register_model_view(Vendor, 'bulk_import', path='import', detail=False)
class VendorBulkImportView(generic.BulkImportView):
    queryset = Vendor.objects.all()
    model_form = forms.VendorImportForm


@register_model_view(Vendor, 'bulk_edit', path='edit', detail=False)
class VendorBulkEditView(generic.BulkEditView):
    queryset = Vendor.objects.all()
    filterset = filtersets.VendorFilterSet
    table = tables.VendorTable
    form = forms.VendorBulkEditForm


@register_model_view(Vendor, 'bulk_rename', path='rename', detail=False)
class VendorBulkRenameView(generic.BulkRenameView):
    queryset = Vendor.objects.all()
    filterset = filtersets.VendorFilterSet


@register_model_view(Vendor, 'bulk_delete', path='delete', detail=False)
class VendorBulkDeleteView(generic.BulkDeleteView):
    queryset = Vendor.objects.all()
    filterset = filtersets.VendorFilterSet
    table = tables.VendorTable


#
# Support Contracts
#


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


#
# Contract Assignments
#


@register_model_view(ContractAssignment, 'list', path='', detail=False)
class ContractAssignmentListView(generic.ObjectListView):
    queryset = ContractAssignment.objects.select_related('contract')
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
    queryset = ContractAssignment.objects.all()
    filterset = filtersets.ContractAssignmentFilterSet
    table = tables.ContractAssignmentTable
    form = forms.ContractAssignmentBulkEditForm


@register_model_view(ContractAssignment, 'bulk_delete', path='delete', detail=False)
class ContractAssignmentBulkDeleteView(generic.BulkDeleteView):
    queryset = ContractAssignment.objects.all()
    filterset = filtersets.ContractAssignmentFilterSet
    table = tables.ContractAssignmentTable


#
# Licences
#


@register_model_view(License, 'list', path='', detail=False)
class LicenseListView(generic.ObjectListView):
    queryset = License.objects.all()
    filterset = filtersets.LicenseFilterSet
    filterset_form = forms.LicenseFilterForm
    table = tables.LicenseTable


@register_model_view(License)
class LicenseView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = License.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(License, 'add', detail=False)
@register_model_view(License, 'edit')
class LicenseEditView(generic.ObjectEditView):
    queryset = License.objects.all()
    form = forms.LicenseForm


@register_model_view(License, 'delete')
class LicenseDeleteView(generic.ObjectDeleteView):
    queryset = License.objects.all()


@register_model_view(License, 'bulk_import', path='import', detail=False)
class LicenseBulkImportView(generic.BulkImportView):
    queryset = License.objects.all()
    model_form = forms.LicenseImportForm


@register_model_view(License, 'bulk_edit', path='edit', detail=False)
class LicenseBulkEditView(generic.BulkEditView):
    queryset = License.objects.all()
    filterset = filtersets.LicenseFilterSet
    table = tables.LicenseTable
    form = forms.LicenseBulkEditForm


@register_model_view(License, 'bulk_rename', path='rename', detail=False)
class LicenseBulkRenameView(generic.BulkRenameView):
    queryset = License.objects.all()
    filterset = filtersets.LicenseFilterSet


@register_model_view(License, 'bulk_delete', path='delete', detail=False)
class LicenseBulkDeleteView(generic.BulkDeleteView):
    queryset = License.objects.all()
    filterset = filtersets.LicenseFilterSet
    table = tables.LicenseTable


#
# Licence Assignments
#


@register_model_view(LicenseAssignment, 'list', path='', detail=False)
class LicenseAssignmentListView(generic.ObjectListView):
    queryset = LicenseAssignment.objects.all()
    filterset = filtersets.LicenseAssignmentFilterSet
    filterset_form = forms.LicenseAssignmentFilterForm
    table = tables.LicenseAssignmentTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(LicenseAssignment)
class LicenseAssignmentView(generic.ObjectView):
    queryset = LicenseAssignment.objects.all()


@register_model_view(LicenseAssignment, 'add', detail=False)
@register_model_view(LicenseAssignment, 'edit')
class LicenseAssignmentEditView(generic.ObjectEditView):
    queryset = LicenseAssignment.objects.all()
    form = forms.LicenseAssignmentForm


@register_model_view(LicenseAssignment, 'delete')
class LicenseAssignmentDeleteView(generic.ObjectDeleteView):
    queryset = LicenseAssignment.objects.all()


@register_model_view(LicenseAssignment, 'bulk_import', path='import', detail=False)
class LicenseAssignmentBulkImportView(generic.BulkImportView):
    queryset = LicenseAssignment.objects.all()
    model_form = forms.LicenseAssignmentImportForm


@register_model_view(LicenseAssignment, 'bulk_edit', path='edit', detail=False)
class LicenseAssignmentBulkEditView(generic.BulkEditView):
    queryset = LicenseAssignment.objects.all()
    filterset = filtersets.LicenseAssignmentFilterSet
    table = tables.LicenseAssignmentTable
    form = forms.LicenseAssignmentBulkEditForm


@register_model_view(LicenseAssignment, 'bulk_delete', path='delete', detail=False)
class LicenseAssignmentBulkDeleteView(generic.BulkDeleteView):
    queryset = LicenseAssignment.objects.all()
    filterset = filtersets.LicenseAssignmentFilterSet
    table = tables.LicenseAssignmentTable


#
# Tabs
#


@register_model_view(Vendor, 'support_contracts', path='support-contracts')
class VendorSupportContractsView(generic.ObjectChildrenView):
    queryset = Vendor.objects.all()
    child_model = SupportContract
    table = tables.SupportContractTable
    filterset = filtersets.SupportContractFilterSet
    tab = ViewTab(
        label=_('Support Contracts'),
        badge=get_tab_badge(SupportContract, 'vendor'),
        permission='netbox_kit_lifecycle.view_supportcontract',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(vendor=parent)


@register_model_view(SupportContract, 'contract_assignments', path='contract-assignments')
class SupportContractContractAssignmentsView(generic.ObjectChildrenView):
    queryset = SupportContract.objects.all()
    child_model = ContractAssignment
    table = tables.ContractAssignmentTable
    filterset = filtersets.ContractAssignmentFilterSet
    tab = ViewTab(
        label=_('Contract Assignments'),
        badge=get_tab_badge(ContractAssignment, 'contract'),
        permission='netbox_kit_lifecycle.view_contractassignment',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(contract=parent)


@register_model_view(License, 'license_assignments', path='license-assignments')
class LicenseLicenseAssignmentsView(generic.ObjectChildrenView):
    queryset = License.objects.all()
    child_model = LicenseAssignment
    table = tables.LicenseAssignmentTable
    filterset = filtersets.LicenseAssignmentFilterSet
    tab = ViewTab(
        label=_('Licence Assignments'),
        badge=get_tab_badge(LicenseAssignment, 'license'),
        permission='netbox_kit_lifecycle.view_licenseassignment',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(license=parent)
