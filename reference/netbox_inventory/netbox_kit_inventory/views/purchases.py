from django.utils.translation import gettext_lazy as _
from netbox.views import generic
from utilities.query import count_related
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import Asset, Delivery, Purchase, Supplier
from .tabs import get_tab_badge

#
# Suppliers
#


@register_model_view(Supplier, 'list', path='', detail=False)
class SupplierListView(generic.ObjectListView):
    queryset = Supplier.objects.annotate(purchase_count=count_related(Purchase, 'supplier'))
    filterset = filtersets.SupplierFilterSet
    filterset_form = forms.SupplierFilterForm
    table = tables.SupplierTable


@register_model_view(Supplier)
class SupplierView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = Supplier.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(Supplier, 'add', detail=False)
@register_model_view(Supplier, 'edit')
class SupplierEditView(generic.ObjectEditView):
    queryset = Supplier.objects.all()
    form = forms.SupplierForm


@register_model_view(Supplier, 'delete')
class SupplierDeleteView(generic.ObjectDeleteView):
    queryset = Supplier.objects.all()


@register_model_view(Supplier, 'bulk_import', path='import', detail=False)
class SupplierBulkImportView(generic.BulkImportView):
    queryset = Supplier.objects.all()
    model_form = forms.SupplierImportForm


@register_model_view(Supplier, 'bulk_edit', path='edit', detail=False)
class SupplierBulkEditView(generic.BulkEditView):
    queryset = Supplier.objects.all()
    filterset = filtersets.SupplierFilterSet
    table = tables.SupplierTable
    form = forms.SupplierBulkEditForm


@register_model_view(Supplier, 'bulk_rename', path='rename', detail=False)
class SupplierBulkRenameView(generic.BulkRenameView):
    queryset = Supplier.objects.all()
    filterset = filtersets.SupplierFilterSet


@register_model_view(Supplier, 'bulk_delete', path='delete', detail=False)
class SupplierBulkDeleteView(generic.BulkDeleteView):
    queryset = Supplier.objects.all()
    filterset = filtersets.SupplierFilterSet
    table = tables.SupplierTable


@register_model_view(Supplier, 'purchases', path='purchases')
class SupplierPurchasesView(generic.ObjectChildrenView):
    queryset = Supplier.objects.all()
    child_model = Purchase
    table = tables.PurchaseTable
    filterset = filtersets.PurchaseFilterSet
    tab = ViewTab(
        label=_('Purchases'),
        badge=get_tab_badge(Purchase, 'supplier'),
        permission='netbox_kit_inventory.view_purchase',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        purchases = self.child_model.objects.restrict(request.user, 'view').filter(supplier=parent)
        return purchases.annotate(asset_count=count_related(Asset, 'purchase'))


#
# Purchases
#


@register_model_view(Purchase, 'list', path='', detail=False)
class PurchaseListView(generic.ObjectListView):
    queryset = Purchase.objects.annotate(asset_count=count_related(Asset, 'purchase'))
    filterset = filtersets.PurchaseFilterSet
    filterset_form = forms.PurchaseFilterForm
    table = tables.PurchaseTable


@register_model_view(Purchase)
class PurchaseView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = Purchase.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(Purchase, 'add', detail=False)
@register_model_view(Purchase, 'edit')
class PurchaseEditView(generic.ObjectEditView):
    queryset = Purchase.objects.all()
    form = forms.PurchaseForm


@register_model_view(Purchase, 'delete')
class PurchaseDeleteView(generic.ObjectDeleteView):
    queryset = Purchase.objects.all()


@register_model_view(Purchase, 'bulk_import', path='import', detail=False)
class PurchaseBulkImportView(generic.BulkImportView):
    queryset = Purchase.objects.all()
    model_form = forms.PurchaseImportForm


@register_model_view(Purchase, 'bulk_edit', path='edit', detail=False)
class PurchaseBulkEditView(generic.BulkEditView):
    queryset = Purchase.objects.all()
    filterset = filtersets.PurchaseFilterSet
    table = tables.PurchaseTable
    form = forms.PurchaseBulkEditForm


@register_model_view(Purchase, 'bulk_rename', path='rename', detail=False)
class PurchaseBulkRenameView(generic.BulkRenameView):
    queryset = Purchase.objects.all()
    filterset = filtersets.PurchaseFilterSet


@register_model_view(Purchase, 'bulk_delete', path='delete', detail=False)
class PurchaseBulkDeleteView(generic.BulkDeleteView):
    queryset = Purchase.objects.all()
    filterset = filtersets.PurchaseFilterSet
    table = tables.PurchaseTable


@register_model_view(Purchase, 'deliveries', path='deliveries')
class PurchaseDeliveriesView(generic.ObjectChildrenView):
    queryset = Purchase.objects.all()
    child_model = Delivery
    table = tables.DeliveryTable
    filterset = filtersets.DeliveryFilterSet
    tab = ViewTab(
        label=_('Deliveries'),
        badge=get_tab_badge(Delivery, 'purchase'),
        permission='netbox_kit_inventory.view_delivery',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        deliveries = self.child_model.objects.restrict(request.user, 'view').filter(purchase=parent)
        return deliveries.annotate(asset_count=count_related(Asset, 'delivery'))


@register_model_view(Purchase, 'assets', path='assets')
class PurchaseAssetsView(generic.ObjectChildrenView):
    queryset = Purchase.objects.all()
    child_model = Asset
    table = tables.AssetTable
    filterset = filtersets.AssetFilterSet
    tab = ViewTab(
        label=_('Assets'),
        badge=get_tab_badge(Asset, 'purchase'),
        permission='netbox_kit_inventory.view_asset',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(purchase=parent).with_hardware()


#
# Deliveries
#


@register_model_view(Delivery, 'list', path='', detail=False)
class DeliveryListView(generic.ObjectListView):
    queryset = Delivery.objects.annotate(asset_count=count_related(Asset, 'delivery'))
    filterset = filtersets.DeliveryFilterSet
    filterset_form = forms.DeliveryFilterForm
    table = tables.DeliveryTable


@register_model_view(Delivery)
class DeliveryView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = Delivery.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(Delivery, 'add', detail=False)
@register_model_view(Delivery, 'edit')
class DeliveryEditView(generic.ObjectEditView):
    queryset = Delivery.objects.all()
    form = forms.DeliveryForm


@register_model_view(Delivery, 'delete')
class DeliveryDeleteView(generic.ObjectDeleteView):
    queryset = Delivery.objects.all()


@register_model_view(Delivery, 'bulk_import', path='import', detail=False)
class DeliveryBulkImportView(generic.BulkImportView):
    queryset = Delivery.objects.all()
    model_form = forms.DeliveryImportForm


@register_model_view(Delivery, 'bulk_edit', path='edit', detail=False)
class DeliveryBulkEditView(generic.BulkEditView):
    queryset = Delivery.objects.all()
    filterset = filtersets.DeliveryFilterSet
    table = tables.DeliveryTable
    form = forms.DeliveryBulkEditForm


@register_model_view(Delivery, 'bulk_rename', path='rename', detail=False)
class DeliveryBulkRenameView(generic.BulkRenameView):
    queryset = Delivery.objects.all()
    filterset = filtersets.DeliveryFilterSet


@register_model_view(Delivery, 'bulk_delete', path='delete', detail=False)
class DeliveryBulkDeleteView(generic.BulkDeleteView):
    queryset = Delivery.objects.all()
    filterset = filtersets.DeliveryFilterSet
    table = tables.DeliveryTable


@register_model_view(Delivery, 'assets', path='assets')
class DeliveryAssetsView(generic.ObjectChildrenView):
    queryset = Delivery.objects.all()
    child_model = Asset
    table = tables.AssetTable
    filterset = filtersets.AssetFilterSet
    tab = ViewTab(
        label=_('Assets'),
        badge=get_tab_badge(Asset, 'delivery'),
        permission='netbox_kit_inventory.view_asset',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(delivery=parent).with_hardware()
