import django_filters
import netaddr
from dcim.models import Device, Site
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import (
    NestedGroupModelFilterSet,
    NetBoxModelFilterSet,
    OrganizationalModelFilterSet,
    PrimaryModelFilterSet,
)
from tenancy.filtersets import ContactModelFilterSet
from tenancy.models import Tenant
from utilities.filters import (
    ContentTypeFilter,
    MultiValueCharFilter,
    MultiValueNumberFilter,
    TreeNodeMultipleChoiceFilter,
)
from utilities.filtersets import register_filterset

from .choices import ExhibitStatusChoices
from .models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'ExhibitFilterSet',
    'ExhibitKindFilterSet',
    'HallFilterSet',
    'LabelFilterSet',
    'LoanFilterSet',
)


def parse_networks(values):
    """
    Return the networks among the values of a filter, discarding what is not one.
    """
    networks = []
    for value in values:
        try:
            networks.append(netaddr.IPNetwork(value.strip()))
        except (netaddr.AddrFormatError, ValueError):
            continue
    return networks


def any_within(field, lookup, networks):
    """
    Return a query for the objects of which a field lies within one of several networks.
    """
    query = Q(pk__in=())
    for network in networks:
        query |= Q(**{f'{field}__{lookup}': str(network.cidr)})
    return query


@register_filterset
class ExhibitKindFilterSet(OrganizationalModelFilterSet):
    class Meta:
        model = ExhibitKind
        fields = ('id', 'name', 'slug', 'description', 'color')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(name__icontains=value)
            | Q(slug__icontains=value)
            | Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(color__icontains=value)
        )


@register_filterset
class HallFilterSet(NestedGroupModelFilterSet):
    parent_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Hall.objects.all(), distinct=False, label=_('Parent hall (ID)')
    )
    parent = django_filters.ModelMultipleChoiceFilter(
        field_name='parent__slug',
        queryset=Hall.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Parent hall (slug)'),
    )
    ancestor_id = TreeNodeMultipleChoiceFilter(
        field_name='parent', queryset=Hall.objects.all(), lookup_expr='in', label=_('Hall (ID)')
    )
    ancestor = TreeNodeMultipleChoiceFilter(
        field_name='parent', queryset=Hall.objects.all(), lookup_expr='in', to_field_name='slug', label=_('Hall (slug)')
    )

    class Meta:
        model = Hall
        fields = ('id', 'name', 'slug', 'description', 'capacity')


@register_filterset
class ExhibitFilterSet(PrimaryModelFilterSet, ContactModelFilterSet):
    kind_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ExhibitKind.objects.all(), distinct=False, label=_('Kind (ID)')
    )
    kind = django_filters.ModelMultipleChoiceFilter(
        field_name='kind__slug',
        queryset=ExhibitKind.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Kind (slug)'),
    )
    hall_id = TreeNodeMultipleChoiceFilter(
        field_name='hall', queryset=Hall.objects.all(), lookup_expr='in', label=_('Hall (ID)')
    )
    hall = TreeNodeMultipleChoiceFilter(
        field_name='hall', queryset=Hall.objects.all(), lookup_expr='in', to_field_name='slug', label=_('Hall (slug)')
    )
    site_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Site.objects.all(), distinct=False, label=_('Site (ID)')
    )
    site = django_filters.ModelMultipleChoiceFilter(
        field_name='site__slug',
        queryset=Site.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Site (slug)'),
    )
    device_id = django_filters.ModelMultipleChoiceFilter(
        field_name='devices', queryset=Device.objects.all(), label=_('Device (ID)')
    )
    device = django_filters.ModelMultipleChoiceFilter(
        field_name='devices__name', queryset=Device.objects.all(), to_field_name='name', label=_('Device (name)')
    )
    status = django_filters.MultipleChoiceFilter(choices=ExhibitStatusChoices, distinct=False, null_value=None)
    address = MultiValueCharFilter(method='filter_address', field_name='address', label=_('Address'))
    address_within = MultiValueCharFilter(
        method='filter_address_within', field_name='address', label=_('Address within a prefix')
    )
    loan_id = django_filters.ModelMultipleChoiceFilter(
        field_name='loan', queryset=Loan.objects.all(), label=_('Loan (ID)')
    )

    class Meta:
        model = Exhibit
        fields = ('id', 'description', 'name', 'opens', 'closes', 'price', 'insured', 'website', 'story')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(name__icontains=value)
            | Q(website__icontains=value)
            | Q(address__istartswith=value)
            | Q(story__icontains=value)
        )

    def filter_address(self, queryset, name, value):
        # Without a mask, an address is looked for whatever its mask.
        addresses = [address.strip() for address in value if parse_networks([address])]
        if not addresses:
            return queryset.none()
        return queryset.filter(**{f'{name}__net_in': addresses})

    def filter_address_within(self, queryset, name, value):
        return queryset.filter(any_within(name, 'net_host_contained', parse_networks(value)))


@register_filterset
class LoanFilterSet(NetBoxModelFilterSet):
    exhibit_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Exhibit.objects.all(), distinct=False, label=_('Exhibit (ID)')
    )
    exhibit = django_filters.ModelMultipleChoiceFilter(
        field_name='exhibit__name',
        queryset=Exhibit.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Exhibit (name)'),
    )
    lender_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Tenant.objects.all(), distinct=False, label=_('Lender (ID)')
    )
    lender = django_filters.ModelMultipleChoiceFilter(
        field_name='lender__slug',
        queryset=Tenant.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Lender (slug)'),
    )

    class Meta:
        model = Loan
        fields = ('id', 'returned')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(exhibit__name__icontains=value))


@register_filterset
class LabelFilterSet(NetBoxModelFilterSet):
    subject_type = ContentTypeFilter(label=_('Subject type'))
    subject_exhibit_id = MultiValueNumberFilter(
        method='filter_subject', field_name='netbox_kit_showcase.exhibit', label=_('Subject: exhibit (ID)')
    )
    subject_rack_id = MultiValueNumberFilter(
        method='filter_subject', field_name='dcim.rack', label=_('Subject: rack (ID)')
    )

    class Meta:
        model = Label
        fields = ('id', 'text', 'subject_id')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(text__icontains=value))

    def filter_subject(self, queryset, name, value):
        app_label, model = name.split('.')
        return queryset.filter(
            subject_type__app_label=app_label,
            subject_type__model=model,
            subject_id__in=value,
        )
