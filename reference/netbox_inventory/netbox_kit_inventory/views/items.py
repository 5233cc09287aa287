from django.utils.translation import gettext_lazy as _
from netbox.context import current_request
from netbox.views import generic
from utilities.query import count_related
from utilities.views import GetRelatedModelsMixin, ViewTab, register_model_view

from .. import filtersets, forms, tables
from ..models import Asset, ItemGroup, ItemType
from .tabs import get_tab_badge

#
# Item Groups
#


def restrict_item_types(user, group):
    """
    Return the types in a group and in the groups within it, as far as the user may view them.
    """
    groups = group.get_descendants(include_self=True)
    item_types = ItemType.objects.restrict(user, 'view').filter(group__in=groups)
    return item_types.annotate(asset_count=count_related(Asset, 'item_type'))


@register_model_view(ItemGroup, 'list', path='', detail=False)
class ItemGroupListView(generic.ObjectListView):
    # The types of a group are those of the groups within it, too.
    queryset = ItemGroup.objects.add_related_count(
        ItemGroup.objects.all(), ItemType, 'group', 'item_type_count', cumulative=True
    )
    filterset = filtersets.ItemGroupFilterSet
    filterset_form = forms.ItemGroupFilterForm
    table = tables.ItemGroupTable


@register_model_view(ItemGroup)
class ItemGroupView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ItemGroup.objects.all()

    def get_extra_context(self, request, instance):
        descendants = instance.get_descendants(include_self=True)

        return {
            'related_models': self.get_related_models(request, descendants),
        }


@register_model_view(ItemGroup, 'add', detail=False)
@register_model_view(ItemGroup, 'edit')
class ItemGroupEditView(generic.ObjectEditView):
    queryset = ItemGroup.objects.all()
    form = forms.ItemGroupForm


@register_model_view(ItemGroup, 'delete')
class ItemGroupDeleteView(generic.ObjectDeleteView):
    queryset = ItemGroup.objects.all()


@register_model_view(ItemGroup, 'bulk_import', path='import', detail=False)
class ItemGroupBulkImportView(generic.BulkImportView):
    queryset = ItemGroup.objects.all()
    model_form = forms.ItemGroupImportForm


@register_model_view(ItemGroup, 'bulk_edit', path='edit', detail=False)
class ItemGroupBulkEditView(generic.BulkEditView):
    queryset = ItemGroup.objects.all()
    filterset = filtersets.ItemGroupFilterSet
    table = tables.ItemGroupTable
    form = forms.ItemGroupBulkEditForm


@register_model_view(ItemGroup, 'bulk_rename', path='rename', detail=False)
class ItemGroupBulkRenameView(generic.BulkRenameView):
    queryset = ItemGroup.objects.all()
    filterset = filtersets.ItemGroupFilterSet


@register_model_view(ItemGroup, 'bulk_delete', path='delete', detail=False)
class ItemGroupBulkDeleteView(generic.BulkDeleteView):
    queryset = ItemGroup.objects.all()
    filterset = filtersets.ItemGroupFilterSet
    table = tables.ItemGroupTable


@register_model_view(ItemGroup, 'item_types', path='item-types')
class ItemGroupItemTypesView(generic.ObjectChildrenView):
    queryset = ItemGroup.objects.all()
    child_model = ItemType
    table = tables.ItemTypeTable
    filterset = filtersets.ItemTypeFilterSet
    tab = ViewTab(
        label=_('Item Types'),
        badge=lambda group: restrict_item_types(current_request.get().user, group).count(),
        permission='netbox_kit_inventory.view_itemtype',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return restrict_item_types(request.user, parent)


#
# Item Types
#


@register_model_view(ItemType, 'list', path='', detail=False)
class ItemTypeListView(generic.ObjectListView):
    queryset = ItemType.objects.annotate(asset_count=count_related(Asset, 'item_type'))
    filterset = filtersets.ItemTypeFilterSet
    filterset_form = forms.ItemTypeFilterForm
    table = tables.ItemTypeTable


@register_model_view(ItemType)
class ItemTypeView(GetRelatedModelsMixin, generic.ObjectView):
    queryset = ItemType.objects.all()

    def get_extra_context(self, request, instance):
        return {
            'related_models': self.get_related_models(request, instance),
        }


@register_model_view(ItemType, 'add', detail=False)
@register_model_view(ItemType, 'edit')
class ItemTypeEditView(generic.ObjectEditView):
    queryset = ItemType.objects.all()
    form = forms.ItemTypeForm


@register_model_view(ItemType, 'delete')
class ItemTypeDeleteView(generic.ObjectDeleteView):
    queryset = ItemType.objects.all()


@register_model_view(ItemType, 'bulk_import', path='import', detail=False)
class ItemTypeBulkImportView(generic.BulkImportView):
    queryset = ItemType.objects.all()
    model_form = forms.ItemTypeImportForm


@register_model_view(ItemType, 'bulk_edit', path='edit', detail=False)
class ItemTypeBulkEditView(generic.BulkEditView):
    queryset = ItemType.objects.all()
    filterset = filtersets.ItemTypeFilterSet
    table = tables.ItemTypeTable
    form = forms.ItemTypeBulkEditForm


@register_model_view(ItemType, 'bulk_rename', path='rename', detail=False)
class ItemTypeBulkRenameView(generic.BulkRenameView):
    queryset = ItemType.objects.all()
    filterset = filtersets.ItemTypeFilterSet
    field_name = 'model'


@register_model_view(ItemType, 'bulk_delete', path='delete', detail=False)
class ItemTypeBulkDeleteView(generic.BulkDeleteView):
    queryset = ItemType.objects.all()
    filterset = filtersets.ItemTypeFilterSet
    table = tables.ItemTypeTable


@register_model_view(ItemType, 'assets', path='assets')
class ItemTypeAssetsView(generic.ObjectChildrenView):
    queryset = ItemType.objects.all()
    child_model = Asset
    table = tables.AssetTable
    filterset = filtersets.AssetFilterSet
    tab = ViewTab(
        label=_('Assets'),
        badge=get_tab_badge(Asset, 'item_type'),
        permission='netbox_kit_inventory.view_asset',
        weight=500,
        hide_if_empty=True,
    )

    def get_children(self, request, parent):
        return self.child_model.objects.restrict(request.user, 'view').filter(item_type=parent).with_hardware()
