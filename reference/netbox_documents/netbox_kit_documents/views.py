from netbox.views import generic
from utilities.views import register_model_view

from . import filtersets, forms, tables
from .models import Document
from .subjects import prefetch_subjects

#
# Documents
#


@register_model_view(Document, 'list', path='', detail=False)
class DocumentListView(generic.ObjectListView):
    queryset = Document.objects.prefetch_related(prefetch_subjects())
    filterset = filtersets.DocumentFilterSet
    filterset_form = forms.DocumentFilterForm
    table = tables.DocumentTable


@register_model_view(Document)
class DocumentView(generic.ObjectView):
    queryset = Document.objects.all()


@register_model_view(Document, 'add', detail=False)
@register_model_view(Document, 'edit')
class DocumentEditView(generic.ObjectEditView):
    queryset = Document.objects.all()
    form = forms.DocumentForm


@register_model_view(Document, 'delete')
class DocumentDeleteView(generic.ObjectDeleteView):
    queryset = Document.objects.all()


@register_model_view(Document, 'bulk_import', path='import', detail=False)
class DocumentBulkImportView(generic.BulkImportView):
    queryset = Document.objects.all()
    model_form = forms.DocumentImportForm


@register_model_view(Document, 'bulk_edit', path='edit', detail=False)
class DocumentBulkEditView(generic.BulkEditView):
    queryset = Document.objects.prefetch_related(prefetch_subjects())
    filterset = filtersets.DocumentFilterSet
    table = tables.DocumentTable
    form = forms.DocumentBulkEditForm


@register_model_view(Document, 'bulk_rename', path='rename', detail=False)
class DocumentBulkRenameView(generic.BulkRenameView):
    queryset = Document.objects.all()
    filterset = filtersets.DocumentFilterSet


@register_model_view(Document, 'bulk_delete', path='delete', detail=False)
class DocumentBulkDeleteView(generic.BulkDeleteView):
    queryset = Document.objects.prefetch_related(prefetch_subjects())
    filterset = filtersets.DocumentFilterSet
    table = tables.DocumentTable
