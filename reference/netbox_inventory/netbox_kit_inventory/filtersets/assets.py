import django_filters
from dcim.models import (
    Device,
    DeviceType,
    InventoryItem,
    Location,
    Manufacturer,
    Module,
    ModuleType,
    Rack,
    RackType,
    Site,
)
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import PrimaryModelFilterSet
from tenancy.filtersets import TenancyFilterSet
from tenancy.models import Tenant
from utilities.filters import TreeNodeMultipleChoiceFilter
from utilities.filtersets import register_filterset

from ..choices import AssetStatusChoices, KindChoices, WarrantyChoices
from ..hardware import KINDS, TYPE_FIELDS
from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier
from ..warranty import filter_by_warranty

__all__ = ('AssetFilterSet',)


@register_filterset
class AssetFilterSet(PrimaryModelFilterSet, TenancyFilterSet):
    status = django_filters.MultipleChoiceFilter(choices=AssetStatusChoices, distinct=False, null_value=None)
    kind = django_filters.MultipleChoiceFilter(
        choices=KindChoices, method='filter_kind', distinct=False, label=_('Kind')
    )
    assigned = django_filters.BooleanFilter(method='filter_assigned', label=_('Assigned'))
    warranty = django_filters.MultipleChoiceFilter(
        choices=WarrantyChoices, method='filter_warranty', distinct=False, label=_('Warranty')
    )
    # Where a method filters, `field_name` says no more than what type of value the API's description names.
    manufacturer_id = django_filters.ModelMultipleChoiceFilter(
        field_name='item_type__manufacturer',
        queryset=Manufacturer.objects.all(),
        method='filter_manufacturer',
        label=_('Manufacturer (ID)'),
    )
    manufacturer = django_filters.ModelMultipleChoiceFilter(
        field_name='item_type__manufacturer__slug',
        queryset=Manufacturer.objects.all(),
        method='filter_manufacturer',
        to_field_name='slug',
        label=_('Manufacturer (slug)'),
    )
    item_group_id = TreeNodeMultipleChoiceFilter(
        field_name='item_type__group', queryset=ItemGroup.objects.all(), lookup_expr='in', label=_('Item group (ID)')
    )
    item_group = TreeNodeMultipleChoiceFilter(
        field_name='item_type__group',
        queryset=ItemGroup.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Item group (slug)'),
    )
    device_type_id = django_filters.ModelMultipleChoiceFilter(
        queryset=DeviceType.objects.all(), distinct=False, label=_('Device type (ID)')
    )
    device_type = django_filters.ModelMultipleChoiceFilter(
        field_name='device_type__slug',
        queryset=DeviceType.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Device type (slug)'),
    )
    module_type_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ModuleType.objects.all(), distinct=False, label=_('Module type (ID)')
    )
    module_type = django_filters.ModelMultipleChoiceFilter(
        field_name='module_type__model',
        queryset=ModuleType.objects.all(),
        distinct=False,
        to_field_name='model',
        label=_('Module type (model)'),
    )
    item_type_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ItemType.objects.all(), distinct=False, label=_('Item type (ID)')
    )
    rack_type_id = django_filters.ModelMultipleChoiceFilter(
        queryset=RackType.objects.all(), distinct=False, label=_('Rack type (ID)')
    )
    device_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Device.objects.all(), distinct=False, label=_('Device (ID)')
    )
    device = django_filters.ModelMultipleChoiceFilter(
        field_name='device__name',
        queryset=Device.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Device (name)'),
    )
    module_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Module.objects.all(), distinct=False, label=_('Module (ID)')
    )
    inventory_item_id = TreeNodeMultipleChoiceFilter(
        field_name='inventory_item',
        queryset=InventoryItem.objects.all(),
        lookup_expr='in',
        label=_('Inventory item (ID)'),
    )
    rack_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Rack.objects.all(), distinct=False, label=_('Rack (ID)')
    )
    rack = django_filters.ModelMultipleChoiceFilter(
        field_name='rack__name',
        queryset=Rack.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Rack (name)'),
    )
    site_id = django_filters.ModelMultipleChoiceFilter(
        field_name='storage_location__site',
        queryset=Site.objects.all(),
        method='filter_site',
        label=_('Site, stored or in use (ID)'),
    )
    site = django_filters.ModelMultipleChoiceFilter(
        field_name='storage_location__site__slug',
        queryset=Site.objects.all(),
        method='filter_site',
        to_field_name='slug',
        label=_('Site, stored or in use (slug)'),
    )
    location_id = django_filters.ModelMultipleChoiceFilter(
        field_name='storage_location',
        queryset=Location.objects.all(),
        method='filter_location',
        label=_('Location, stored or in use (ID)'),
    )
    storage_location_id = TreeNodeMultipleChoiceFilter(
        field_name='storage_location',
        queryset=Location.objects.all(),
        lookup_expr='in',
        label=_('Storage location (ID)'),
    )
    storage_location = TreeNodeMultipleChoiceFilter(
        field_name='storage_location',
        queryset=Location.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Storage location (slug)'),
    )
    owning_tenant_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Tenant.objects.all(), distinct=False, label=_('Owning tenant (ID)')
    )
    owning_tenant = django_filters.ModelMultipleChoiceFilter(
        field_name='owning_tenant__slug',
        queryset=Tenant.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Owning tenant (slug)'),
    )
    supplier_id = django_filters.ModelMultipleChoiceFilter(
        field_name='purchase__supplier', queryset=Supplier.objects.all(), distinct=False, label=_('Supplier (ID)')
    )
    supplier = django_filters.ModelMultipleChoiceFilter(
        field_name='purchase__supplier__slug',
        queryset=Supplier.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Supplier (slug)'),
    )
    purchase_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Purchase.objects.all(), distinct=False, label=_('Purchase (ID)')
    )
    delivery_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Delivery.objects.all(), distinct=False, label=_('Delivery (ID)')
    )

    class Meta:
        model = Asset
        fields = ('id', 'description', 'name', 'asset_tag', 'serial', 'warranty_start', 'warranty_end')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(name__icontains=value)
            | Q(asset_tag__icontains=value)
            | Q(serial__icontains=value)
        )

    def filter_kind(self, queryset, name, value: str):
        fields = [kind.type_field for kind in KINDS if kind.value in value]
        return queryset.filter(any_of(fields, lookup='isnull', value=False)) if fields else queryset

    def filter_assigned(self, queryset, name, value):
        return queryset.assigned() if value else queryset.free()

    def filter_warranty(self, queryset, name, value: str):
        return filter_by_warranty(queryset, value) if value else queryset

    def filter_manufacturer(self, queryset, name, value):
        return queryset.filter(any_of(TYPE_FIELDS, lookup='manufacturer__in', value=value)) if value else queryset

    def filter_site(self, queryset, name, value):
        return queryset.at('site', value) if value else queryset

    def filter_location(self, queryset, name, value):
        if not value:
            return queryset
        within = {each.pk for location in value for each in location.get_descendants(include_self=True)}
        return queryset.at('location', within)


def any_of(fields, lookup, value):
    """
    Return the condition that a lookup holds for one or more of some fields.
    """
    condition = Q()
    for field in fields:
        condition |= Q(**{f'{field}__{lookup}': value})
    return condition
