from django import forms
from django.utils.translation import gettext_lazy as _
from ipam.models import IPAddress, IPRange, Prefix
from netbox.forms import NestedGroupModelFilterSetForm, OrganizationalModelFilterSetForm, PrimaryModelFilterSetForm
from tenancy.forms import ContactModelFilterForm, TenancyFilterForm
from utilities.forms import BOOLEAN_WITH_BLANK_CHOICES
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..models import PORT_MAX, Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'ApplicationFilterForm',
    'ApplicationRoleFilterForm',
    'DataFlowFilterForm',
    'FlowGroupFilterForm',
    'ObjectAliasFilterForm',
)


class ApplicationRoleFilterForm(OrganizationalModelFilterSetForm):
    model = ApplicationRole
    fieldsets = (FieldSet('q', 'filter_id', 'tag', 'owner_id'),)
    tag = TagFilterField(model)


class ApplicationFilterForm(TenancyFilterForm, ContactModelFilterForm, PrimaryModelFilterSetForm):
    model = Application
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('role_id', name=_('Application')),
        FieldSet('tenant_group_id', 'tenant_id', name=_('Tenancy')),
        FieldSet('contact', 'contact_role', 'contact_group', name=_('Contacts')),
    )
    role_id = DynamicModelMultipleChoiceField(
        label=_('Role'), queryset=ApplicationRole.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class FlowGroupFilterForm(NestedGroupModelFilterSetForm):
    model = FlowGroup
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('parent_id', 'application_id', 'status', name=_('Flow Group')),
    )
    parent_id = DynamicModelMultipleChoiceField(
        label=_('Parent'), queryset=FlowGroup.objects.all(), required=False, null_option='None'
    )
    application_id = DynamicModelMultipleChoiceField(
        label=_('Application'), queryset=Application.objects.all(), required=False, null_option='None'
    )
    status = forms.MultipleChoiceField(label=_('Status'), choices=FlowGroupStatusChoices, required=False)
    tag = TagFilterField(model)


class ObjectAliasFilterForm(PrimaryModelFilterSetForm):
    model = ObjectAlias
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('prefix_id', 'ip_range_id', 'ip_address_id', name=_('Relations')),
    )
    prefix_id = DynamicModelMultipleChoiceField(
        label=_('Prefixes'), queryset=Prefix.objects.all(), required=False, null_option='None'
    )
    ip_range_id = DynamicModelMultipleChoiceField(
        label=_('IP ranges'), queryset=IPRange.objects.all(), required=False, null_option='None'
    )
    ip_address_id = DynamicModelMultipleChoiceField(
        label=_('IP addresses'), queryset=IPAddress.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class DataFlowFilterForm(TenancyFilterForm, PrimaryModelFilterSetForm):
    model = DataFlow
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('status', 'in_force', 'protocol', 'source_port', 'destination_port', name=_('Data Flow')),
        FieldSet('application_id', 'group_id', 'source_id', 'destination_id', name=_('Relations')),
        FieldSet('tenant_group_id', 'tenant_id', name=_('Tenancy')),
    )
    application_id = DynamicModelMultipleChoiceField(
        label=_('Application'), queryset=Application.objects.all(), required=False, null_option='None'
    )
    group_id = DynamicModelMultipleChoiceField(
        label=_('Group'), queryset=FlowGroup.objects.all(), required=False, null_option='None'
    )
    status = forms.MultipleChoiceField(label=_('Status'), choices=DataFlowStatusChoices, required=False)
    protocol = forms.MultipleChoiceField(label=_('Protocol'), choices=DataFlowProtocolChoices, required=False)
    in_force = forms.NullBooleanField(
        label=_('In force'), required=False, widget=forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)
    )
    source_port = forms.IntegerField(label=_('Source port'), required=False, min_value=0, max_value=PORT_MAX)
    destination_port = forms.IntegerField(label=_('Destination port'), required=False, min_value=0, max_value=PORT_MAX)
    source_id = DynamicModelMultipleChoiceField(
        label=_('Sources'), queryset=ObjectAlias.objects.all(), required=False, null_option='None'
    )
    destination_id = DynamicModelMultipleChoiceField(
        label=_('Destinations'), queryset=ObjectAlias.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)
