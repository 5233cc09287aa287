import datetime

import django_filters
from dcim.models import Device, DeviceType, Manufacturer, Module, ModuleType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.filtersets import NetBoxModelFilterSet, OrganizationalModelFilterSet, PrimaryModelFilterSet
from utilities.filtersets import register_filterset
from virtualization.models import VirtualMachine

from .choices import ExpiryChoices
from .configuration import MAX_DAYS
from .expiry import filter_by_expiry, filter_expiring, with_last_day
from .models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'ContractAssignmentFilterSet',
    'HardwareLifecycleFilterSet',
    'LicenseFilterSet',
    'LicenseAssignmentFilterSet',
    'SupportContractFilterSet',
    'VendorFilterSet',
)


class ExpiryFilterSet(django_filters.FilterSet):
    """
    Filters for what has a last day.
    """

    expiry = django_filters.MultipleChoiceFilter(
        choices=ExpiryChoices, method='filter_expiry', distinct=False, label=_('Expiry')
    )
    expires_within = django_filters.NumberFilter(
        method='filter_expires_within', min_value=0, max_value=MAX_DAYS, label=_('Expires within (days)')
    )
    expires_from = django_filters.DateFilter(method='filter_expires_from', label=_('Last day from'))
    expires_until = django_filters.DateFilter(method='filter_expires_until', label=_('Last day until'))

    def filter_expiry(self, queryset, name, value: str):
        return filter_by_expiry(queryset, value)

    def filter_expires_within(self, queryset, name, value: int):
        return filter_expiring(queryset, int(value))

    def filter_expires_from(self, queryset, name, value: datetime.date):
        return with_last_day(queryset).filter(_last_day__gte=value)

    def filter_expires_until(self, queryset, name, value: datetime.date):
        return with_last_day(queryset).filter(_last_day__lte=value)


@register_filterset
class HardwareLifecycleFilterSet(ExpiryFilterSet, PrimaryModelFilterSet):
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

    class Meta:
        model = HardwareLifecycle
        fields = (
            'id',
            'description',
            'end_of_sale',
            'end_of_maintenance',
            'end_of_security',
            'end_of_support',
            'last_contract',
            'notice',
        )

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(notice__icontains=value)
            | Q(device_type__model__icontains=value)
            | Q(module_type__model__icontains=value)
        )


@register_filterset
class VendorFilterSet(OrganizationalModelFilterSet):
    class Meta:
        model = Vendor
        fields = ('id', 'name', 'slug', 'description')


@register_filterset
class SupportContractFilterSet(ExpiryFilterSet, PrimaryModelFilterSet):
    vendor_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Vendor.objects.all(), distinct=False, label=_('Vendor (ID)')
    )
    vendor = django_filters.ModelMultipleChoiceFilter(
        field_name='vendor__slug',
        queryset=Vendor.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Vendor (slug)'),
    )

    class Meta:
        model = SupportContract
        fields = ('id', 'description', 'contract_id', 'start_date', 'renewal_date', 'end_date')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(contract_id__icontains=value)
        )


@register_filterset
class ContractAssignmentFilterSet(ExpiryFilterSet, NetBoxModelFilterSet):
    contract_id = django_filters.ModelMultipleChoiceFilter(
        queryset=SupportContract.objects.all(), distinct=False, label=_('Contract (ID)')
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
    virtual_machine_id = django_filters.ModelMultipleChoiceFilter(
        queryset=VirtualMachine.objects.all(), distinct=False, label=_('Virtual machine (ID)')
    )
    virtual_machine = django_filters.ModelMultipleChoiceFilter(
        field_name='virtual_machine__name',
        queryset=VirtualMachine.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Virtual machine (name)'),
    )

    class Meta:
        model = ContractAssignment
        fields = ('id', 'sku', 'end_date')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(sku__icontains=value)
            | Q(contract__contract_id__icontains=value)
            | Q(device__name__icontains=value)
            | Q(virtual_machine__name__icontains=value)
        )


@register_filterset
class LicenseFilterSet(PrimaryModelFilterSet):
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

    class Meta:
        model = License
        fields = ('id', 'description', 'name')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )


@register_filterset
class LicenseAssignmentFilterSet(ExpiryFilterSet, NetBoxModelFilterSet):
    license_id = django_filters.ModelMultipleChoiceFilter(
        queryset=License.objects.all(), distinct=False, label=_('Licence (ID)')
    )
    vendor_id = django_filters.ModelMultipleChoiceFilter(
        queryset=Vendor.objects.all(), distinct=False, label=_('Vendor (ID)')
    )
    vendor = django_filters.ModelMultipleChoiceFilter(
        field_name='vendor__slug',
        queryset=Vendor.objects.all(),
        distinct=False,
        to_field_name='slug',
        label=_('Vendor (slug)'),
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
    virtual_machine_id = django_filters.ModelMultipleChoiceFilter(
        queryset=VirtualMachine.objects.all(), distinct=False, label=_('Virtual machine (ID)')
    )
    virtual_machine = django_filters.ModelMultipleChoiceFilter(
        field_name='virtual_machine__name',
        queryset=VirtualMachine.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Virtual machine (name)'),
    )

    class Meta:
        model = LicenseAssignment
        fields = ('id', 'quantity', 'end_date')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(license__name__icontains=value)
            | Q(device__name__icontains=value)
            | Q(virtual_machine__name__icontains=value)
        )
