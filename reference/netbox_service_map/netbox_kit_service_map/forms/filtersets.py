from circuits.models import Circuit
from dcim.models import Device
from django import forms
from django.utils.translation import gettext_lazy as _
from ipam.models import IPAddress
from netbox.forms import NetBoxModelFilterSetForm, PrimaryModelFilterSetForm
from tenancy.models import Tenant
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
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
    'ApplicationFilterForm',
    'BusinessServiceFilterForm',
    'ConfigItemFilterForm',
    'PenetrationTestFilterForm',
    'RelationFilterForm',
)


class BusinessServiceFilterForm(PrimaryModelFilterSetForm):
    model = BusinessService
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('status', 'criticality', 'client_id', name=_('Business Service')),
    )
    status = forms.MultipleChoiceField(label=_('Status'), choices=BusinessServiceStatusChoices, required=False)
    criticality = forms.MultipleChoiceField(
        label=_('Criticality'), choices=BusinessServiceCriticalityChoices, required=False
    )
    client_id = DynamicModelMultipleChoiceField(
        label=_('Clients'), queryset=Tenant.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class ApplicationFilterForm(PrimaryModelFilterSetForm):
    model = Application
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('version', 'protocol', 'port', name=_('Application')),
        FieldSet('service_id', 'device_id', 'virtual_machine_id', name=_('Relations')),
    )
    version = forms.CharField(label=_('Version'), required=False)
    protocol = forms.MultipleChoiceField(label=_('Protocol'), choices=ApplicationProtocolChoices, required=False)
    port = forms.IntegerField(label=_('Port'), min_value=PORT_MIN, max_value=PORT_MAX, required=False)
    service_id = DynamicModelMultipleChoiceField(
        label=_('Services'), queryset=BusinessService.objects.all(), required=False, null_option='None'
    )
    device_id = DynamicModelMultipleChoiceField(
        label=_('Devices'), queryset=Device.objects.all(), required=False, null_option='None'
    )
    virtual_machine_id = DynamicModelMultipleChoiceField(
        label=_('Virtual machines'), queryset=VirtualMachine.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class ConfigItemFilterForm(NetBoxModelFilterSetForm):
    model = ConfigItem
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('service_id', 'role', name=_('Config Item')),
        FieldSet(
            'item_device_id',
            'item_virtual_machine_id',
            'item_application_id',
            'item_ip_address_id',
            'item_circuit_id',
            name=_('Item'),
        ),
    )
    service_id = DynamicModelMultipleChoiceField(
        label=_('Service'), queryset=BusinessService.objects.all(), required=False
    )
    item_device_id = DynamicModelMultipleChoiceField(label=_('Device'), queryset=Device.objects.all(), required=False)
    item_virtual_machine_id = DynamicModelMultipleChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False
    )
    item_application_id = DynamicModelMultipleChoiceField(
        label=_('Application'), queryset=Application.objects.all(), required=False
    )
    item_ip_address_id = DynamicModelMultipleChoiceField(
        label=_('IP address'), queryset=IPAddress.objects.all(), required=False
    )
    item_circuit_id = DynamicModelMultipleChoiceField(
        label=_('Circuit'), queryset=Circuit.objects.all(), required=False
    )
    role = forms.MultipleChoiceField(label=_('Role'), choices=ConfigItemRoleChoices, required=False)
    tag = TagFilterField(model)


class RelationFilterForm(NetBoxModelFilterSetForm):
    model = Relation
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('service_id', 'source_id', 'destination_id', 'connector', 'link_text', name=_('Relation')),
    )
    service_id = DynamicModelMultipleChoiceField(
        label=_('Service'), queryset=BusinessService.objects.all(), required=False
    )
    # NetBox 4.5.0 renders every option, so what they are called by is fetched at once.
    source_id = DynamicModelMultipleChoiceField(
        label=_('Source'), queryset=ConfigItem.objects.prefetch_related('item'), required=False
    )
    destination_id = DynamicModelMultipleChoiceField(
        label=_('Destination'), queryset=ConfigItem.objects.prefetch_related('item'), required=False
    )
    connector = forms.MultipleChoiceField(label=_('Connector'), choices=RelationConnectorChoices, required=False)
    link_text = forms.CharField(label=_('Link text'), required=False)
    tag = TagFilterField(model)


class PenetrationTestFilterForm(NetBoxModelFilterSetForm):
    model = PenetrationTest
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('service_id', 'date', 'status', name=_('Penetration Test')),
    )
    service_id = DynamicModelMultipleChoiceField(
        label=_('Service'), queryset=BusinessService.objects.all(), required=False
    )
    date = forms.DateField(label=_('Date'), required=False, widget=DatePicker())
    status = forms.MultipleChoiceField(label=_('Status'), choices=PenetrationTestStatusChoices, required=False)
    tag = TagFilterField(model)
