import django_filters
from core.models import DataFile
from dcim.choices import DeviceStatusChoices
from dcim.models import Device, DeviceRole, Platform, Site
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from extras.models import Tag
from netbox.filtersets import NetBoxModelFilterSet, PrimaryModelFilterSet
from utilities.filters import TreeNodeMultipleChoiceFilter
from utilities.filtersets import register_filterset

from .choices import ComplianceTestSeverityChoices
from .models import ComplianceReport, ComplianceSelector, ComplianceTest, ComplianceTestResult

__all__ = (
    'ComplianceReportFilterSet',
    'ComplianceSelectorFilterSet',
    'ComplianceTestFilterSet',
    'ComplianceTestResultFilterSet',
)


@register_filterset
class ComplianceSelectorFilterSet(PrimaryModelFilterSet):
    site_id = django_filters.ModelMultipleChoiceFilter(
        field_name='sites', queryset=Site.objects.all(), label=_('Site (ID)')
    )
    site = django_filters.ModelMultipleChoiceFilter(
        field_name='sites__slug', queryset=Site.objects.all(), to_field_name='slug', label=_('Site (slug)')
    )
    role_id = TreeNodeMultipleChoiceFilter(
        field_name='roles', queryset=DeviceRole.objects.all(), lookup_expr='in', label=_('Role (ID)')
    )
    role = TreeNodeMultipleChoiceFilter(
        field_name='roles',
        queryset=DeviceRole.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Role (slug)'),
    )
    platform_id = TreeNodeMultipleChoiceFilter(
        field_name='platforms', queryset=Platform.objects.all(), lookup_expr='in', label=_('Platform (ID)')
    )
    platform = TreeNodeMultipleChoiceFilter(
        field_name='platforms',
        queryset=Platform.objects.all(),
        lookup_expr='in',
        to_field_name='slug',
        label=_('Platform (slug)'),
    )
    device_tag_id = django_filters.ModelMultipleChoiceFilter(
        field_name='device_tags', queryset=Tag.objects.all(), label=_('Device tag (ID)')
    )
    status = django_filters.MultipleChoiceFilter(choices=DeviceStatusChoices, distinct=False)
    compliance_test_id = django_filters.ModelMultipleChoiceFilter(
        field_name='tests', queryset=ComplianceTest.objects.all(), label=_('Test (ID)')
    )

    class Meta:
        model = ComplianceSelector
        fields = ('id', 'description', 'name')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value) | Q(comments__icontains=value) | Q(name__icontains=value)
        )


@register_filterset
class ComplianceTestFilterSet(PrimaryModelFilterSet):
    severity = django_filters.MultipleChoiceFilter(
        choices=ComplianceTestSeverityChoices, distinct=False, null_value=None
    )
    selector_id = django_filters.ModelMultipleChoiceFilter(
        field_name='selectors', queryset=ComplianceSelector.objects.all(), label=_('Selector (ID)')
    )
    selector = django_filters.ModelMultipleChoiceFilter(
        field_name='selectors__name',
        queryset=ComplianceSelector.objects.all(),
        to_field_name='name',
        label=_('Selector (name)'),
    )
    source_file_id = django_filters.ModelMultipleChoiceFilter(
        queryset=DataFile.objects.all(), distinct=False, label=_('File (ID)')
    )

    class Meta:
        model = ComplianceTest
        fields = ('id', 'description', 'name', 'enabled', 'expression')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(
            Q(description__icontains=value)
            | Q(comments__icontains=value)
            | Q(name__icontains=value)
            | Q(expression__icontains=value)
        )


@register_filterset
class ComplianceReportFilterSet(NetBoxModelFilterSet):
    class Meta:
        model = ComplianceReport
        fields = ('id', 'title', 'started', 'finished', 'devices', 'passed', 'failed')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(title__icontains=value))


@register_filterset
class ComplianceTestResultFilterSet(NetBoxModelFilterSet):
    report_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ComplianceReport.objects.all(), distinct=False, label=_('Report (ID)')
    )
    test_id = django_filters.ModelMultipleChoiceFilter(
        queryset=ComplianceTest.objects.all(), distinct=False, label=_('Test (ID)')
    )
    test = django_filters.ModelMultipleChoiceFilter(
        field_name='test__name',
        queryset=ComplianceTest.objects.all(),
        distinct=False,
        to_field_name='name',
        label=_('Test (name)'),
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

    class Meta:
        model = ComplianceTestResult
        fields = ('id', 'passed')

    def search(self, queryset, name, value):
        if not value.strip():
            return queryset
        return queryset.filter(Q(report__title__icontains=value))
