from django.utils.translation import gettext_lazy as _
from netbox.views import generic
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import SupportContract, Vendor
from .badges import get_badge


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


@register_model_view(Vendor, 'support_contracts', path='support-contracts')
class VendorSupportContractsView(generic.ObjectChildrenView):
    queryset = Vendor.objects.all()
    child_model = SupportContract
    table = tables.SupportContractTable
    filterset = filtersets.SupportContractFilterSet
    tab = ViewTab(
        label=_('Support Contracts'),
        badge=get_badge(SupportContract, 'vendor'),
        permission='netbox_kit_lifecycle.view_supportcontract',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(vendor=parent)
