import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from ipam.models import IPAddress, IPRange, Prefix
from netbox.filtersets import NestedGroupModelFilterSet, OrganizationalModelFilterSet, PrimaryModelFilterSet
from tenancy.filtersets import ContactModelFilterSet, TenancyFilterSet
from utilities.filters import TreeNodeMultipleChoiceFilter
from utilities.filtersets import register_filterset

from .choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from .inheritance import get_disabled_groups
from .models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'ApplicationFilterSet',
    'ApplicationRoleFilterSet',
    'DataFlowFilterSet',
    'FlowGroupFilterSet',
    'ObjectAliasFilterSet',
    'filter_in_force',
)


@register_filterset
class ApplicationRoleFilterSet(OrganizationalModelFilterSet):
    class Meta:
        model = ApplicationRole
        fields = ('id', 'name', 'slug', 'description')


@register_filterset
class ApplicationFilterSet(PrimaryModelFilterSet, TenancyFilterSet, ContactModelFilterSet):
    role_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ApplicationRole.objects.all(), distinct=False, label=_('Role (ID)')
    )
    role = django_filters.ModelMultipleChoiceFilter(
        field_name='role__slug',
        queryset=ApplicationRole.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Role (slug)'),
    )

    class Meta:
        model = Application
        fields = ('id', 'description', 'name')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )


@register_filterset
class FlowGroupFilterSet(NestedGroupModelFilterSet):
    parent_id = django_filters.ModelMultipleChoiceFilter(
        queryset=FlowGroup.objects.all(), distinct=False, label=_('Parent flow group (ID)')
    )
    parent = django_filters.ModelMultipleChoiceFilter(
        field_name='parent__slug',
        queryset=FlowGroup.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Parent flow group (slug)'),
    )
    ancestor_id = TreeNodeMultipleChoiceFilter(
        field_name='parent', queryset=FlowGroup.objects.all(), lookup_expr='in', label=_('Flow group (ID)')
    )
    ancestor = TreeNodeMultipleChoiceFilter(
        field_name='parent',
        queryset=FlowGroup.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Flow group (slug)'),
    )
    application_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Application.objects.all(), distinct=False, label=_('Application (ID)')
    )
    application = django_filters.ModelMultipleChoiceFilter(
        field_name='application__name',
        queryset=Application.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Application (name)'),
    )
    status = django_filters.MultipleChoiceFilter(choices=FlowGroupStatusChoices, distinct=False, null_value=None)

    class Meta:
        model = FlowGroup
        fields = ('id', 'name', 'slug', 'description')


@register_filterset
class ObjectAliasFilterSet(PrimaryModelFilterSet):
    prefix_id = django_filters.ModelMultipleChoiceFilter(
        field_name='prefixes', queryset=Prefix.objects.all(), label=_('Prefix (ID)')
    )
    ip_range_id = django_filters.ModelMultipleChoiceFilter(
        field_name='ip_ranges', queryset=IPRange.objects.all(), label=_('IP range (ID)')
    )
    ip_address_id = django_filters.ModelMultipleChoiceFilter(
        field_name='ip_addresses', queryset=IPAddress.objects.all(), label=_('IP address (ID)')
    )
    data_flow_id = django_filters.ModelMultipleChoiceFilter(
        field_name='flows_from', queryset=DataFlow.objects.all(), label=_('Data flow (ID)')
    )

    class Meta:
        model = ObjectAlias
        fields = ('id', 'description', 'name')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )


def filter_in_force(queryset, value):
    """
    Return those of some flows that are in force, or those that are not.
    """
    disabled = Q(status=DataFlowStatusChoices.STATUS_DISABLED) | Q(group__in=get_disabled_groups())
    return queryset.exclude(disabled) if value else queryset.filter(disabled)


@register_filterset
class DataFlowFilterSet(PrimaryModelFilterSet, TenancyFilterSet):
    in_force = django_filters.BooleanFilter(method='filter_in_force', label=_('In force'))
    source_port = django_filters.NumberFilter(
        field_name='source_ports', lookup_expr='range_contains', label=_('Source port')
    )
    destination_port = django_filters.NumberFilter(
        field_name='destination_ports', lookup_expr='range_contains', label=_('Destination port')
    )
    application_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Application.objects.all(), distinct=False, label=_('Application (ID)')
    )
    application = django_filters.ModelMultipleChoiceFilter(
        field_name='application__name',
        queryset=Application.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Application (name)'),
    )
    group_id = TreeNodeMultipleChoiceFilter(
        field_name='group', queryset=FlowGroup.objects.all(), lookup_expr='in', label=_('Group (ID)')
    )
    group = TreeNodeMultipleChoiceFilter(
        field_name='group',
        queryset=FlowGroup.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Group (slug)'),
    )
    status = django_filters.MultipleChoiceFilter(choices=DataFlowStatusChoices, distinct=False, null_value=None)
    protocol = django_filters.MultipleChoiceFilter(choices=DataFlowProtocolChoices, distinct=False, null_value=None)
    source_id = django_filters.ModelMultipleChoiceFilter(
        field_name='sources', queryset=ObjectAlias.objects.all(), label=_('Source (ID)')
    )
    source = django_filters.ModelMultipleChoiceFilter(
        field_name='sources__name', queryset=ObjectAlias.objects.all(), to_field_name='name', label=_('Source (name)')
    )
    destination_id = django_filters.ModelMultipleChoiceFilter(
        field_name='destinations', queryset=ObjectAlias.objects.all(), label=_('Destination (ID)')
    )
    destination = django_filters.ModelMultipleChoiceFilter(
        field_name='destinations__name',
        queryset=ObjectAlias.objects.all(),
        to_field_name='name',
        label=_('Destination (name)'),
    )

    class Meta:
        model = DataFlow
        fields = ('id', 'description', 'name')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )

    def filter_in_force(self, queryset, name, value: bool):
        return filter_in_force(queryset, value)
