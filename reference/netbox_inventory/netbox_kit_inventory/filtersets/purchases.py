import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import OrganizationalModelFilterSet, PrimaryModelFilterSet
from tenancy.filtersets import ContactModelFilterSet
from utilities.filtersets import register_filterset

from ..models import Delivery, Purchase, Supplier

__all__ = (
    'DeliveryFilterSet',
    'PurchaseFilterSet',
    'SupplierFilterSet',
)


@register_filterset
class SupplierFilterSet(OrganizationalModelFilterSet, ContactModelFilterSet):
    class Meta:
        model = Supplier
        fields = ('id', 'name', 'slug', 'description')


@register_filterset
class PurchaseFilterSet(PrimaryModelFilterSet):
    supplier_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Supplier.objects.all(), distinct=False, label=_('Supplier (ID)')
    )
    supplier = django_filters.ModelMultipleChoiceFilter(
        field_name='supplier__slug',
        queryset=Supplier.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Supplier (slug)'),
    )

    class Meta:
        model = Purchase
        fields = ('id', 'description', 'name', 'date')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )


@register_filterset
class DeliveryFilterSet(PrimaryModelFilterSet):
    purchase_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Purchase.objects.all(), distinct=False, label=_('Purchase (ID)')
    )

    class Meta:
        model = Delivery
        fields = ('id', 'description', 'name', 'date')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )
