from core.models import DataFile
from dcim.choices import DeviceStatusChoices
from dcim.models import Device, DeviceRole, Platform, Site
from django import forms
from django.utils.translation import gettext_lazy as _
from extras.models import Tag
from netbox.forms import NetBoxModelFilterSetForm, PrimaryModelFilterSetForm
from utilities.forms import BOOLEAN_WITH_BLANK_CHOICES
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DateTimePicker

from ..choices import ComplianceTestSeverityChoices
from ..models import ComplianceReport, ComplianceSelector, ComplianceTest, ComplianceTestResult

__all__ = (
    'ComplianceReportFilterForm',
    'ComplianceSelectorFilterForm',
    'ComplianceTestFilterForm',
    'ComplianceTestResultFilterForm',
)


class ComplianceSelectorFilterForm(PrimaryModelFilterSetForm):
    model = ComplianceSelector
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('status', name=_('Selector')),
        FieldSet('site_id', 'role_id', 'platform_id', 'device_tag_id', name=_('Relations')),
    )
    site_id = DynamicModelMultipleChoiceField(
        label=_('Sites'), queryset=Site.objects.all(), required=False, null_option='None'
    )
    role_id = DynamicModelMultipleChoiceField(
        label=_('Roles'), queryset=DeviceRole.objects.all(), required=False, null_option='None'
    )
    platform_id = DynamicModelMultipleChoiceField(
        label=_('Platforms'), queryset=Platform.objects.all(), required=False, null_option='None'
    )
    device_tag_id = DynamicModelMultipleChoiceField(
        label=_('Device tags'), queryset=Tag.objects.all(), required=False, null_option='None'
    )
    status = forms.MultipleChoiceField(label=_('Status'), choices=DeviceStatusChoices, required=False)
    tag = TagFilterField(model)


class ComplianceTestFilterForm(PrimaryModelFilterSetForm):
    model = ComplianceTest
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('severity', 'enabled', name=_('Test')),
        FieldSet('selector_id', 'source_file_id', name=_('Relations')),
    )
    severity = forms.MultipleChoiceField(label=_('Severity'), choices=ComplianceTestSeverityChoices, required=False)
    enabled = forms.NullBooleanField(
        label=_('Enabled'), required=False, widget=forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)
    )
    selector_id = DynamicModelMultipleChoiceField(
        label=_('Selectors'), queryset=ComplianceSelector.objects.all(), required=False, null_option='None'
    )
    source_file_id = DynamicModelMultipleChoiceField(
        label=_('File'), queryset=DataFile.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class ComplianceReportFilterForm(NetBoxModelFilterSetForm):
    model = ComplianceReport
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('devices', 'passed', 'failed', name=_('Report')),
        FieldSet('started__gte', 'started__lte', 'finished__gte', 'finished__lte', name=_('Dates')),
    )
    started__gte = forms.DateTimeField(label=_('Started after'), required=False, widget=DateTimePicker())
    started__lte = forms.DateTimeField(label=_('Started before'), required=False, widget=DateTimePicker())
    finished__gte = forms.DateTimeField(label=_('Finished after'), required=False, widget=DateTimePicker())
    finished__lte = forms.DateTimeField(label=_('Finished before'), required=False, widget=DateTimePicker())
    devices = forms.IntegerField(label=_('Devices'), required=False)
    passed = forms.IntegerField(label=_('Passed'), required=False)
    failed = forms.IntegerField(label=_('Failed'), required=False)
    tag = TagFilterField(model)


class ComplianceTestResultFilterForm(NetBoxModelFilterSetForm):
    model = ComplianceTestResult
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('report_id', 'test_id', 'device_id', 'passed', name=_('Result')),
    )
    report_id = DynamicModelMultipleChoiceField(
        label=_('Report'), queryset=ComplianceReport.objects.all(), required=False
    )
    test_id = DynamicModelMultipleChoiceField(label=_('Test'), queryset=ComplianceTest.objects.all(), required=False)
    device_id = DynamicModelMultipleChoiceField(label=_('Device'), queryset=Device.objects.all(), required=False)
    passed = forms.NullBooleanField(
        label=_('Passed'), required=False, widget=forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)
    )
    tag = TagFilterField(model)
