import django_filters
from dcim.models import Manufacturer
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import NestedGroupModelFilterSet, PrimaryModelFilterSet
from utilities.filters import TreeNodeMultipleChoiceFilter
from utilities.filtersets import register_filterset

from ..models import ItemGroup, ItemType

__all__ = (
    'ItemGroupFilterSet',
    'ItemTypeFilterSet',
)


@register_filterset
class ItemGroupFilterSet(NestedGroupModelFilterSet):
    parent_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ItemGroup.objects.all(), distinct=False, label=_('Parent item group (ID)')
    )
    parent = django_filters.ModelMultipleChoiceFilter(
        field_name='parent__slug',
        queryset=ItemGroup.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Parent item group (slug)'),
    )
    ancestor_id = TreeNodeMultipleChoiceFilter(
        field_name='parent', queryset=ItemGroup.objects.all(), lookup_expr='in', label=_('Item group (ID)')
    )
    ancestor = TreeNodeMultipleChoiceFilter(
        field_name='parent',
        queryset=ItemGroup.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Item group (slug)'),
    )

    class Meta:
        model = ItemGroup
        fields = ('id', 'name', 'slug', 'description')


@register_filterset
class ItemTypeFilterSet(PrimaryModelFilterSet):
    manufacturer_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Manufacturer.objects.all(), distinct=False, label=_('Manufacturer (ID)')
    )
    manufacturer = django_filters.ModelMultipleChoiceFilter(
        field_name='manufacturer__slug',
        queryset=Manufacturer.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Manufacturer (slug)'),
    )
    group_id = TreeNodeMultipleChoiceFilter(
        field_name='group', queryset=ItemGroup.objects.all(), lookup_expr='in', label=_('Group (ID)')
    )
    group = TreeNodeMultipleChoiceFilter(
        field_name='group',
        queryset=ItemGroup.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Group (slug)'),
    )

    class Meta:
        model = ItemType
        fields = ('id', 'description', 'model', 'part_number')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(model__icontains=value)
            | Q(part_number__icontains=value)
        )
