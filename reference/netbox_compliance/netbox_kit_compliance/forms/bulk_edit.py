from dcim.choices import DeviceStatusChoices
from dcim.models import DeviceRole, Platform, Site
from django import forms
from django.utils.translation import gettext_lazy as _
from extras.models import Tag
from netbox.forms import PrimaryModelBulkEditForm
from utilities.forms import add_blank_choice
from utilities.forms.fields import DynamicModelMultipleChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import BulkEditNullBooleanSelect

from ..choices import ComplianceTestSeverityChoices
from ..models import ComplianceSelector, ComplianceTest

__all__ = (
    'ComplianceSelectorBulkEditForm',
    'ComplianceTestBulkEditForm',
)


class ComplianceSelectorBulkEditForm(PrimaryModelBulkEditForm):
    sites = DynamicModelMultipleChoiceField(label=_('Sites'), queryset=Site.objects.all(), required=False)
    roles = DynamicModelMultipleChoiceField(label=_('Roles'), queryset=DeviceRole.objects.all(), required=False)
    platforms = DynamicModelMultipleChoiceField(label=_('Platforms'), queryset=Platform.objects.all(), required=False)
    device_tags = DynamicModelMultipleChoiceField(label=_('Device tags'), queryset=Tag.objects.all(), required=False)
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(DeviceStatusChoices), required=False, initial=''
    )

    model = ComplianceSelector
    fieldsets = (
        FieldSet('status', 'description', name=_('Selector')),
        FieldSet('sites', 'roles', 'platforms', 'device_tags', name=_('Relations')),
    )
    nullable_fields = ('sites', 'roles', 'platforms', 'device_tags', 'status', 'description', 'comments')


class ComplianceTestBulkEditForm(PrimaryModelBulkEditForm):
    severity = forms.ChoiceField(
        label=_('Severity'), choices=add_blank_choice(ComplianceTestSeverityChoices), required=False, initial=''
    )
    enabled = forms.NullBooleanField(label=_('Enabled'), required=False, widget=BulkEditNullBooleanSelect())
    selectors = DynamicModelMultipleChoiceField(
        label=_('Selectors'), queryset=ComplianceSelector.objects.all(), required=False
    )

    model = ComplianceTest
    fieldsets = (
        FieldSet('severity', 'enabled', 'description', name=_('Test')),
        FieldSet('selectors', name=_('Relations')),
    )
    nullable_fields = ('selectors', 'description', 'comments')
