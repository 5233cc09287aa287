from django import forms
from django.utils.translation import gettext_lazy as _
from ipam.models import IPAddress, IPRange, Prefix
from netbox.forms import NestedGroupModelBulkEditForm, OrganizationalModelBulkEditForm, PrimaryModelBulkEditForm
from tenancy.models import Tenant
from utilities.forms import add_blank_choice
from utilities.forms.fields import DynamicModelChoiceField, DynamicModelMultipleChoiceField
from utilities.forms.rendering import FieldSet

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'ApplicationBulkEditForm',
    'ApplicationRoleBulkEditForm',
    'DataFlowBulkEditForm',
    'FlowGroupBulkEditForm',
    'ObjectAliasBulkEditForm',
)


class ApplicationRoleBulkEditForm(OrganizationalModelBulkEditForm):
    model = ApplicationRole
    fieldsets = (FieldSet('description', name=_('Application Role')),)
    nullable_fields = ('description', 'comments')


class ApplicationBulkEditForm(PrimaryModelBulkEditForm):
    role = DynamicModelChoiceField(label=_('Role'), queryset=ApplicationRole.objects.all(), required=False)
    tenant = DynamicModelChoiceField(label=_('Tenant'), queryset=Tenant.objects.all(), required=False)

    model = Application
    fieldsets = (
        FieldSet('role', 'description', name=_('Application')),
        FieldSet('tenant', name=_('Tenancy')),
    )
    nullable_fields = ('role', 'tenant', 'description', 'comments')


class FlowGroupBulkEditForm(NestedGroupModelBulkEditForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=FlowGroup.objects.all(), required=False)
    application = DynamicModelChoiceField(label=_('Application'), queryset=Application.objects.all(), required=False)
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(FlowGroupStatusChoices), required=False, initial=''
    )

    model = FlowGroup
    fieldsets = (FieldSet('parent', 'application', 'status', 'description', name=_('Flow Group')),)
    nullable_fields = ('parent', 'application', 'description', 'comments')


class ObjectAliasBulkEditForm(PrimaryModelBulkEditForm):
    prefixes = DynamicModelMultipleChoiceField(label=_('Prefixes'), queryset=Prefix.objects.all(), required=False)
    ip_ranges = DynamicModelMultipleChoiceField(label=_('IP ranges'), queryset=IPRange.objects.all(), required=False)
    ip_addresses = DynamicModelMultipleChoiceField(
        label=_('IP addresses'), queryset=IPAddress.objects.all(), required=False
    )

    model = ObjectAlias
    fieldsets = (
        FieldSet('description', name=_('Object Alias')),
        FieldSet('prefixes', 'ip_ranges', 'ip_addresses', name=_('Relations')),
    )
    nullable_fields = ('prefixes', 'ip_ranges', 'ip_addresses', 'description', 'comments')


class DataFlowBulkEditForm(PrimaryModelBulkEditForm):
    application = DynamicModelChoiceField(label=_('Application'), queryset=Application.objects.all(), required=False)
    group = DynamicModelChoiceField(label=_('Group'), queryset=FlowGroup.objects.all(), required=False)
    tenant = DynamicModelChoiceField(label=_('Tenant'), queryset=Tenant.objects.all(), required=False)
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(DataFlowStatusChoices), required=False, initial=''
    )
    protocol = forms.ChoiceField(
        label=_('Protocol'), choices=add_blank_choice(DataFlowProtocolChoices), required=False, initial=''
    )
    sources = DynamicModelMultipleChoiceField(label=_('Sources'), queryset=ObjectAlias.objects.all(), required=False)
    destinations = DynamicModelMultipleChoiceField(
        label=_('Destinations'), queryset=ObjectAlias.objects.all(), required=False
    )

    model = DataFlow
    fieldsets = (
        FieldSet('status', 'protocol', 'description', name=_('Data Flow')),
        FieldSet('application', 'group', 'sources', 'destinations', name=_('Relations')),
        FieldSet('tenant', name=_('Tenancy')),
    )
    nullable_fields = ('application', 'group', 'sources', 'destinations', 'tenant', 'description', 'comments')
