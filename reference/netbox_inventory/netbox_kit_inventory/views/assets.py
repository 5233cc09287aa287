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
from utilities.views import register_model_view

from .. import filtersets, forms, tables
from ..models import Asset
from ..object_actions import AssignAsset, FreeAsset


@register_model_view(Asset, 'list', path='', detail=False)
class AssetListView(generic.ObjectListView):
    queryset = Asset.objects.with_hardware()
    filterset = filtersets.AssetFilterSet
    filterset_form = forms.AssetFilterForm
    table = tables.AssetTable
    actions = (
        AddObject,
        BulkImport,
        BulkExport,
        BulkEdit,
        BulkDelete,
    )


@register_model_view(Asset)
class AssetView(generic.ObjectView):
    queryset = Asset.objects.all()
    actions = (AssignAsset, FreeAsset, CloneObject, EditObject, DeleteObject)


@register_model_view(Asset, 'add', detail=False)
@register_model_view(Asset, 'edit')
class AssetEditView(generic.ObjectEditView):
    queryset = Asset.objects.all()
    form = forms.AssetForm


@register_model_view(Asset, 'delete')
class AssetDeleteView(generic.ObjectDeleteView):
    queryset = Asset.objects.all()


@register_model_view(Asset, 'bulk_import', path='import', detail=False)
class AssetBulkImportView(generic.BulkImportView):
    queryset = Asset.objects.all()
    model_form = forms.AssetImportForm


@register_model_view(Asset, 'bulk_edit', path='edit', detail=False)
class AssetBulkEditView(generic.BulkEditView):
    queryset = Asset.objects.with_hardware()
    filterset = filtersets.AssetFilterSet
    table = tables.AssetTable
    form = forms.AssetBulkEditForm


@register_model_view(Asset, 'bulk_delete', path='delete', detail=False)
class AssetBulkDeleteView(generic.BulkDeleteView):
    queryset = Asset.objects.with_hardware()
    filterset = filtersets.AssetFilterSet
    table = tables.AssetTable
