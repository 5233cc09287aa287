from django.utils.translation import gettext_lazy as _
from ipam.models import IPAddress, IPRange, Prefix
from netbox.forms import NestedGroupModelForm, OrganizationalModelForm, PrimaryModelForm
from tenancy.forms import TenancyForm
from utilities.forms.fields import DynamicModelChoiceField, DynamicModelMultipleChoiceField, NumericRangeArrayField
from utilities.forms.rendering import FieldSet

from ..models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'ApplicationForm',
    'ApplicationRoleForm',
    'DataFlowForm',
    'FlowGroupForm',
    'ObjectAliasForm',
)


class ApplicationRoleForm(OrganizationalModelForm):
    fieldsets = (FieldSet('name', 'slug', 'description', 'tags', name=_('Application Role')),)

    class Meta:
        model = ApplicationRole
        fields = ['name', 'slug', 'description', 'owner', 'comments', 'tags']


class ApplicationForm(TenancyForm, PrimaryModelForm):
    role = DynamicModelChoiceField(label=_('Role'), queryset=ApplicationRole.objects.all(), required=False)

    fieldsets = (
        FieldSet('name', 'role', 'description', 'tags', name=_('Application')),
        FieldSet('tenant_group', 'tenant', name=_('Tenancy')),
    )

    class Meta:
        model = Application
        fields = ['name', 'role', 'tenant_group', 'tenant', 'description', 'owner', 'comments', 'tags']


class FlowGroupForm(NestedGroupModelForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=FlowGroup.objects.all(), required=False)
    application = DynamicModelChoiceField(label=_('Application'), queryset=Application.objects.all(), required=False)

    fieldsets = (
        FieldSet('name', 'slug', 'parent', 'application', 'status', 'description', 'tags', name=_('Flow Group')),
    )

    class Meta:
        model = FlowGroup
        fields = ['name', 'slug', 'parent', 'application', 'status', 'description', 'owner', 'comments', 'tags']


class ObjectAliasForm(PrimaryModelForm):
    prefixes = DynamicModelMultipleChoiceField(label=_('Prefixes'), queryset=Prefix.objects.all(), required=False)
    ip_ranges = DynamicModelMultipleChoiceField(label=_('IP ranges'), queryset=IPRange.objects.all(), required=False)
    ip_addresses = DynamicModelMultipleChoiceField(
        label=_('IP addresses'), queryset=IPAddress.objects.all(), required=False
    )

    fieldsets = (
        FieldSet('name', 'description', 'tags', name=_('Object Alias')),
        FieldSet('prefixes', 'ip_ranges', 'ip_addresses', name=_('Relations')),
    )

    class Meta:
        model = ObjectAlias
        fields = ['name', 'prefixes', 'ip_ranges', 'ip_addresses', 'description', 'owner', 'comments', 'tags']


class DataFlowForm(TenancyForm, PrimaryModelForm):
    source_ports = NumericRangeArrayField(label=_('Source ports'), required=False)
    destination_ports = NumericRangeArrayField(label=_('Destination ports'), required=False)
    application = DynamicModelChoiceField(label=_('Application'), queryset=Application.objects.all(), required=False)
    group = DynamicModelChoiceField(label=_('Group'), queryset=FlowGroup.objects.all(), required=False)
    sources = DynamicModelMultipleChoiceField(label=_('Sources'), queryset=ObjectAlias.objects.all(), required=False)
    destinations = DynamicModelMultipleChoiceField(
        label=_('Destinations'), queryset=ObjectAlias.objects.all(), required=False
    )

    fieldsets = (
        FieldSet(
            'name',
            'status',
            'protocol',
            'source_ports',
            'destination_ports',
            'description',
            'tags',
            name=_('Data Flow'),
        ),
        FieldSet('application', 'group', 'sources', 'destinations', name=_('Relations')),
        FieldSet('tenant_group', 'tenant', name=_('Tenancy')),
    )

    class Meta:
        model = DataFlow
        fields = [
            'name',
            'application',
            'group',
            'status',
            'protocol',
            'source_ports',
            'destination_ports',
            'sources',
            'destinations',
            'tenant_group',
            'tenant',
            'description',
            'owner',
            'comments',
            'tags',
        ]
