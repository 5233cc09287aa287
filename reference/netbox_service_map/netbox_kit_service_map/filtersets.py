import django_filters
from dcim.models import Device
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import NetBoxModelFilterSet, PrimaryModelFilterSet
from tenancy.models import Tenant
from utilities.filters import ContentTypeFilter, MultiValueNumberFilter, NumericArrayFilter
from utilities.filtersets import register_filterset
from virtualization.models import VirtualMachine

from .choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from .models import PORT_MAX, PORT_MIN, Application, BusinessService, ConfigItem, PenetrationTest, Relation

__all__ = (
    'ApplicationFilterSet',
    'BusinessServiceFilterSet',
    'ConfigItemFilterSet',
    'PenetrationTestFilterSet',
    'RelationFilterSet',
)


@register_filterset
class BusinessServiceFilterSet(PrimaryModelFilterSet):
    status = django_filters.MultipleChoiceFilter(choices=BusinessServiceStatusChoices, distinct=False, null_value=None)
    criticality = django_filters.MultipleChoiceFilter(
        choices=BusinessServiceCriticalityChoices, distinct=False, null_value=None
    )
    client_id = django_filters.ModelMultipleChoiceFilter(
        field_name='clients', queryset=Tenant.objects.all(), label=_('Client (ID)')
    )
    client = django_filters.ModelMultipleChoiceFilter(
        field_name='clients__slug', queryset=Tenant.objects.all(), to_field_name='slug', label=_('Client (slug)')
    )
    application_id = django_filters.ModelMultipleChoiceFilter(
        field_name='applications', queryset=Application.objects.all(), label=_('Application (ID)')
    )

    class Meta:
        model = BusinessService
        fields = ('id', 'description', 'name')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )


@register_filterset
class ApplicationFilterSet(PrimaryModelFilterSet):
    protocol = django_filters.MultipleChoiceFilter(choices=ApplicationProtocolChoices, distinct=False)
    port = NumericArrayFilter(
        field_name='ports', lookup_expr='contains', min_value=PORT_MIN, max_value=PORT_MAX, label=_('Port')
    )
    service_id = django_filters.ModelMultipleChoiceFilter(
        field_name='services', queryset=BusinessService.objects.all(), label=_('Service (ID)')
    )
    service = django_filters.ModelMultipleChoiceFilter(
        field_name='services__name',
        queryset=BusinessService.objects.all(),
        to_field_name='name',
        label=_('Service (name)'),
    )
    device_id = django_filters.ModelMultipleChoiceFilter(
        field_name='devices', queryset=Device.objects.all(), label=_('Device (ID)')
    )
    device = django_filters.ModelMultipleChoiceFilter(
        field_name='devices__name', queryset=Device.objects.all(), to_field_name='name', label=_('Device (name)')
    )
    virtual_machine_id = django_filters.ModelMultipleChoiceFilter(
        field_name='virtual_machines', queryset=VirtualMachine.objects.all(), label=_('Virtual machine (ID)')
    )
    virtual_machine = django_filters.ModelMultipleChoiceFilter(
        field_name='virtual_machines__name',
        queryset=VirtualMachine.objects.all(),
        to_field_name='name',
        label=_('Virtual machine (name)'),
    )

    class Meta:
        model = Application
        fields = ('id', 'description', 'name', 'version')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(name__icontains=value)
            | Q(version__icontains=value)
        )


@register_filterset
class ConfigItemFilterSet(NetBoxModelFilterSet):
    service_id = django_filters.ModelMultipleChoiceFilter(
        queryset=BusinessService.objects.all(), distinct=False, label=_('Service (ID)')
    )
    service = django_filters.ModelMultipleChoiceFilter(
        field_name='service__name',
        queryset=BusinessService.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Service (name)'),
    )
    item_type = ContentTypeFilter(label=_('Item type'))
    item_device_id = MultiValueNumberFilter(
        method='filter_item', field_name='dcim.device', label=_('Item: device (ID)')
    )
    item_virtual_machine_id = MultiValueNumberFilter(
        method='filter_item', field_name='virtualization.virtualmachine', label=_('Item: virtual machine (ID)')
    )
    item_application_id = MultiValueNumberFilter(
        method='filter_item', field_name='netbox_kit_service_map.application', label=_('Item: application (ID)')
    )
    item_ip_address_id = MultiValueNumberFilter(
        method='filter_item', field_name='ipam.ipaddress', label=_('Item: IP address (ID)')
    )
    item_circuit_id = MultiValueNumberFilter(
        method='filter_item', field_name='circuits.circuit', label=_('Item: circuit (ID)')
    )
    role = django_filters.MultipleChoiceFilter(choices=ConfigItemRoleChoices, distinct=False)

    class Meta:
        model = ConfigItem
        fields = ('id', 'item_id')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(service__name__icontains=value))

    def filter_item(self, queryset, name, value):
        app_label, model = name.split('.')
        return queryset.filter(
            item_type__app_label=app_label,
            item_type__model=model,
            item_id__in=value,
        )


@register_filterset
class RelationFilterSet(NetBoxModelFilterSet):
    service_id = django_filters.ModelMultipleChoiceFilter(
        queryset=BusinessService.objects.all(), distinct=False, label=_('Service (ID)')
    )
    service = django_filters.ModelMultipleChoiceFilter(
        field_name='service__name',
        queryset=BusinessService.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Service (name)'),
    )
    source_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ConfigItem.objects.all(), distinct=False, label=_('Source (ID)')
    )
    destination_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ConfigItem.objects.all(), distinct=False, label=_('Destination (ID)')
    )
    connector = django_filters.MultipleChoiceFilter(choices=RelationConnectorChoices, distinct=False, null_value=None)

    class Meta:
        model = Relation
        fields = ('id', 'link_text')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(link_text__icontains=value))


@register_filterset
class PenetrationTestFilterSet(NetBoxModelFilterSet):
    service_id = django_filters.ModelMultipleChoiceFilter(
        queryset=BusinessService.objects.all(), distinct=False, label=_('Service (ID)')
    )
    service = django_filters.ModelMultipleChoiceFilter(
        field_name='service__name',
        queryset=BusinessService.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Service (name)'),
    )
    status = django_filters.MultipleChoiceFilter(choices=PenetrationTestStatusChoices, distinct=False, null_value=None)

    class Meta:
        model = PenetrationTest
        fields = ('id', 'date', 'ticket', 'report_url')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(ticket__icontains=value) | Q(report_url__icontains=value))
