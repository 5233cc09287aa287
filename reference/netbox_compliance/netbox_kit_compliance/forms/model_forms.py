from core.models import DataFile
from dcim.models import DeviceRole, Platform, Site
from django.utils.translation import gettext_lazy as _
from extras.models import Tag
from netbox.forms import PrimaryModelForm
from utilities.forms.fields import DynamicModelChoiceField, DynamicModelMultipleChoiceField
from utilities.forms.rendering import FieldSet

from ..models import ComplianceSelector, ComplianceTest

__all__ = (
    'ComplianceSelectorForm',
    'ComplianceTestForm',
)


class ComplianceSelectorForm(PrimaryModelForm):
    sites = DynamicModelMultipleChoiceField(label=_('Sites'), queryset=Site.objects.all(), required=False)
    roles = DynamicModelMultipleChoiceField(label=_('Roles'), queryset=DeviceRole.objects.all(), required=False)
    platforms = DynamicModelMultipleChoiceField(label=_('Platforms'), queryset=Platform.objects.all(), required=False)
    device_tags = DynamicModelMultipleChoiceField(
        label=_('Device tags'),
        queryset=Tag.objects.all(),
        required=False,
        help_text=_('Devices that have any of these tags'),
    )

    fieldsets = (
        FieldSet('name', 'status', 'description', 'tags', name=_('Selector')),
        FieldSet('sites', 'roles', 'platforms', 'device_tags', name=_('Relations')),
    )

    class Meta:
        model = ComplianceSelector
        fields = [
            'name',
            'sites',
            'roles',
            'platforms',
            'device_tags',
            'status',
            'description',
            'owner',
            'comments',
            'tags',
        ]


class ComplianceTestForm(PrimaryModelForm):
    selectors = DynamicModelMultipleChoiceField(
        label=_('Selectors'), queryset=ComplianceSelector.objects.all(), required=False
    )
    source_file = DynamicModelChoiceField(
        label=_('File'),
        queryset=DataFile.objects.all(),
        required=False,
        help_text=_('Where the expression is read from instead'),
    )

    fieldsets = (
        FieldSet('name', 'severity', 'enabled', 'description', 'tags', name=_('Test')),
        FieldSet('selectors', 'source_file', name=_('Relations')),
        FieldSet('expression', name=_('Details')),
    )

    class Meta:
        model = ComplianceTest
        fields = [
            'name',
            'severity',
            'enabled',
            'selectors',
            'expression',
            'source_file',
            'description',
            'owner',
            'comments',
            'tags',
        ]
