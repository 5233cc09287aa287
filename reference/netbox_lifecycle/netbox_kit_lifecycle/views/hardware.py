from netbox.object_actions import AddObject, BulkDelete, BulkEdit, BulkExport, BulkImport
from netbox.views import generic
from utilities.views import register_model_view

from .. import filtersets, forms, tables
from ..models import HardwareLifecycle


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
