from django.utils.translation import gettext_lazy as _
from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import License, LicenseAssignment
from .badges import get_badge


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


@register_model_view(LicenseAssignment, 'list', path='', detail=False)
class LicenseAssignmentListView(generic.ObjectListView):
    queryset = LicenseAssignment.objects.prefetch_related(*LicenseAssignment.NAMED_AFTER)
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
    queryset = LicenseAssignment.objects.prefetch_related(*LicenseAssignment.NAMED_AFTER)
    filterset = filtersets.LicenseAssignmentFilterSet
    table = tables.LicenseAssignmentTable
    form = forms.LicenseAssignmentBulkEditForm


@register_model_view(LicenseAssignment, 'bulk_delete', path='delete', detail=False)
class LicenseAssignmentBulkDeleteView(generic.BulkDeleteView):
    queryset = LicenseAssignment.objects.prefetch_related(*LicenseAssignment.NAMED_AFTER)
    filterset = filtersets.LicenseAssignmentFilterSet
    table = tables.LicenseAssignmentTable


@register_model_view(License, 'license_assignments', path='license-assignments')
class LicenseLicenseAssignmentsView(generic.ObjectChildrenView):
    queryset = License.objects.all()
    child_model = LicenseAssignment
    table = tables.LicenseAssignmentTable
    filterset = filtersets.LicenseAssignmentFilterSet
    tab = ViewTab(
        label=_('Licence Assignments'),
        badge=get_badge(LicenseAssignment, 'license'),
        permission='netbox_kit_lifecycle.view_licenseassignment',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        children = self.child_model.objects.restrict(request.user, 'view')
        return children.filter(license=parent).prefetch_related(*self.child_model.NAMED_AFTER)
