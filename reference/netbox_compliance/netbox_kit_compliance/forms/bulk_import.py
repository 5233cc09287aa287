from core.models import DataFile
from dcim.choices import DeviceStatusChoices
from dcim.models import DeviceRole, Platform, Site
from django.utils.translation import gettext_lazy as _
from extras.models import Tag
from netbox.forms import PrimaryModelImportForm
from utilities.forms.fields import CSVChoiceField, CSVModelChoiceField, CSVModelMultipleChoiceField

from ..choices import ComplianceTestSeverityChoices
from ..models import ComplianceSelector, ComplianceTest

__all__ = (
    'ComplianceSelectorImportForm',
    'ComplianceTestImportForm',
)


class ComplianceSelectorImportForm(PrimaryModelImportForm):
    sites = CSVModelMultipleChoiceField(
        label=_('Sites'),
        queryset=Site.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Site names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    roles = CSVModelMultipleChoiceField(
        label=_('Roles'),
        queryset=DeviceRole.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Device role names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    platforms = CSVModelMultipleChoiceField(
        label=_('Platforms'),
        queryset=Platform.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Platform names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    device_tags = CSVModelMultipleChoiceField(
        label=_('Device tags'),
        queryset=Tag.objects.all(),
        required=False,
        help_text=_('Devices that have any of these tags'),
    )
    status = CSVChoiceField(
        label=_('Status'),
        choices=DeviceStatusChoices,
        required=False,
        help_text=_('The status that devices have'),
    )

    class Meta:
        model = ComplianceSelector
        fields = (
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
        )


class ComplianceTestImportForm(PrimaryModelImportForm):
    severity = CSVChoiceField(label=_('Severity'), choices=ComplianceTestSeverityChoices)
    selectors = CSVModelMultipleChoiceField(
        label=_('Selectors'),
        queryset=ComplianceSelector.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Selector names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    source_file = CSVModelChoiceField(
        label=_('File'),
        queryset=DataFile.objects.all(),
        required=False,
        help_text=_('Where the expression is read from instead'),
    )

    class Meta:
        model = ComplianceTest
        fields = (
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
        )
