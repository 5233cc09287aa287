from django.utils.translation import gettext_lazy as _
from ipam.models import IPAddress, IPRange, Prefix
from netbox.forms import NestedGroupModelImportForm, OrganizationalModelImportForm, PrimaryModelImportForm
from tenancy.models import Tenant
from utilities.forms.fields import (
    CSVChoiceField,
    CSVModelChoiceField,
    CSVModelMultipleChoiceField,
    NumericRangeArrayField,
)

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'ApplicationImportForm',
    'ApplicationRoleImportForm',
    'DataFlowImportForm',
    'FlowGroupImportForm',
    'ObjectAliasImportForm',
)


class ApplicationRoleImportForm(OrganizationalModelImportForm):
    class Meta:
        model = ApplicationRole
        fields = ('name', 'slug', 'description', 'owner', 'comments', 'tags')


class ApplicationImportForm(PrimaryModelImportForm):
    role = CSVModelChoiceField(
        label=_('Role'),
        queryset=ApplicationRole.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the application's role"),
    )
    tenant = CSVModelChoiceField(
        label=_('Tenant'),
        queryset=Tenant.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the application's tenant"),
    )

    class Meta:
        model = Application
        fields = ('name', 'role', 'tenant', 'description', 'owner', 'comments', 'tags')


class FlowGroupImportForm(NestedGroupModelImportForm):
    parent = CSVModelChoiceField(
        label=_('Parent'),
        queryset=FlowGroup.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the flow group's parent"),
    )
    application = CSVModelChoiceField(
        label=_('Application'),
        queryset=Application.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the flow group's application"),
    )
    status = CSVChoiceField(label=_('Status'), choices=FlowGroupStatusChoices)

    class Meta:
        model = FlowGroup
        fields = ('name', 'slug', 'parent', 'application', 'status', 'description', 'owner', 'comments', 'tags')


class ObjectAliasImportForm(PrimaryModelImportForm):
    prefixes = CSVModelMultipleChoiceField(
        label=_('Prefixes'),
        queryset=Prefix.objects.all(),
        required=False,
        help_text=_('Prefix IDs separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    ip_ranges = CSVModelMultipleChoiceField(
        label=_('IP ranges'),
        queryset=IPRange.objects.all(),
        required=False,
        help_text=_('IP range IDs separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    ip_addresses = CSVModelMultipleChoiceField(
        label=_('IP addresses'),
        queryset=IPAddress.objects.all(),
        required=False,
        help_text=_('IP address IDs separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )

    class Meta:
        model = ObjectAlias
        fields = ('name', 'prefixes', 'ip_ranges', 'ip_addresses', 'description', 'owner', 'comments', 'tags')


class DataFlowImportForm(PrimaryModelImportForm):
    application = CSVModelChoiceField(
        label=_('Application'),
        queryset=Application.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the data flow's application"),
    )
    group = CSVModelChoiceField(
        label=_('Group'),
        queryset=FlowGroup.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the data flow's group"),
    )
    tenant = CSVModelChoiceField(
        label=_('Tenant'),
        queryset=Tenant.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the data flow's tenant"),
    )
    status = CSVChoiceField(label=_('Status'), choices=DataFlowStatusChoices)
    protocol = CSVChoiceField(label=_('Protocol'), choices=DataFlowProtocolChoices)
    source_ports = NumericRangeArrayField(label=_('Source ports'), required=False)
    destination_ports = NumericRangeArrayField(label=_('Destination ports'), required=False)
    sources = CSVModelMultipleChoiceField(
        label=_('Sources'),
        queryset=ObjectAlias.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Object alias names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    destinations = CSVModelMultipleChoiceField(
        label=_('Destinations'),
        queryset=ObjectAlias.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Object alias names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )

    class Meta:
        model = DataFlow
        fields = (
            'name',
            'application',
            'group',
            'status',
            'protocol',
            'source_ports',
            'destination_ports',
            'sources',
            'destinations',
            'tenant',
            'description',
            'owner',
            'comments',
            'tags',
        )
