from dcim.models import Device
from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelBulkEditForm, PrimaryModelBulkEditForm
from tenancy.models import Tenant
from utilities.forms import add_blank_choice
from utilities.forms.fields import DynamicModelChoiceField, DynamicModelMultipleChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker
from virtualization.models import VirtualMachine

from ..choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from ..models import PORT_MAX, PORT_MIN, Application, BusinessService, ConfigItem, PenetrationTest, Relation

__all__ = (
    'ApplicationBulkEditForm',
    'BusinessServiceBulkEditForm',
    'ConfigItemBulkEditForm',
    'PenetrationTestBulkEditForm',
    'RelationBulkEditForm',
)


class BusinessServiceBulkEditForm(PrimaryModelBulkEditForm):
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(BusinessServiceStatusChoices), required=False, initial=''
    )
    criticality = forms.ChoiceField(
        label=_('Criticality'), choices=add_blank_choice(BusinessServiceCriticalityChoices), required=False, initial=''
    )
    clients = DynamicModelMultipleChoiceField(label=_('Clients'), queryset=Tenant.objects.all(), required=False)

    model = BusinessService
    fieldsets = (FieldSet('status', 'criticality', 'clients', 'description', name=_('Business Service')),)
    nullable_fields = ('clients', 'description', 'comments')


class ApplicationBulkEditForm(PrimaryModelBulkEditForm):
    version = forms.CharField(label=_('Version'), max_length=50, required=False)
    protocol = forms.ChoiceField(
        label=_('Protocol'), choices=add_blank_choice(ApplicationProtocolChoices), required=False, initial=''
    )
    ports = SimpleArrayField(
        label=_('Ports'),
        base_field=forms.IntegerField(min_value=PORT_MIN, max_value=PORT_MAX),
        required=False,
        help_text=_('Port numbers separated by commas'),
    )
    services = DynamicModelMultipleChoiceField(
        label=_('Services'), queryset=BusinessService.objects.all(), required=False
    )
    devices = DynamicModelMultipleChoiceField(label=_('Devices'), queryset=Device.objects.all(), required=False)
    virtual_machines = DynamicModelMultipleChoiceField(
        label=_('Virtual machines'), queryset=VirtualMachine.objects.all(), required=False
    )

    model = Application
    fieldsets = (
        FieldSet('version', 'protocol', 'ports', 'description', name=_('Application')),
        FieldSet('services', 'devices', 'virtual_machines', name=_('Relations')),
    )
    nullable_fields = ('version', 'protocol', 'services', 'devices', 'virtual_machines', 'description', 'comments')


class ConfigItemBulkEditForm(NetBoxModelBulkEditForm):
    service = DynamicModelChoiceField(label=_('Service'), queryset=BusinessService.objects.all(), required=False)
    role = forms.ChoiceField(
        label=_('Role'), choices=add_blank_choice(ConfigItemRoleChoices), required=False, initial=''
    )

    model = ConfigItem
    fieldsets = (FieldSet('service', 'role', name=_('Config Item')),)
    nullable_fields = ('role',)


class RelationBulkEditForm(NetBoxModelBulkEditForm):
    service = DynamicModelChoiceField(label=_('Service'), queryset=BusinessService.objects.all(), required=False)
    source = DynamicModelChoiceField(label=_('Source'), queryset=ConfigItem.objects.all(), required=False)
    destination = DynamicModelChoiceField(label=_('Destination'), queryset=ConfigItem.objects.all(), required=False)
    connector = forms.ChoiceField(
        label=_('Connector'), choices=add_blank_choice(RelationConnectorChoices), required=False, initial=''
    )
    link_text = forms.CharField(label=_('Link text'), max_length=100, required=False)

    model = Relation
    fieldsets = (FieldSet('service', 'source', 'destination', 'connector', 'link_text', name=_('Relation')),)
    nullable_fields = ('link_text',)


class PenetrationTestBulkEditForm(NetBoxModelBulkEditForm):
    service = DynamicModelChoiceField(label=_('Service'), queryset=BusinessService.objects.all(), required=False)
    date = forms.DateField(label=_('Date'), required=False, widget=DatePicker())
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(PenetrationTestStatusChoices), required=False, initial=''
    )
    report_url = forms.URLField(label=_('Report URL'), required=False, assume_scheme='https')

    model = PenetrationTest
    fieldsets = (FieldSet('service', 'date', 'status', 'report_url', name=_('Penetration Test')),)
    nullable_fields = ('report_url',)
