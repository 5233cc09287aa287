from dcim.models import Device
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelImportForm, PrimaryModelImportForm
from tenancy.models import Tenant
from utilities.forms.fields import CSVChoiceField, CSVContentTypeField, CSVModelChoiceField, CSVModelMultipleChoiceField
from virtualization.models import VirtualMachine

from ..choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from ..models import Application, BusinessService, ConfigItem, PenetrationTest, Relation

__all__ = (
    'ApplicationImportForm',
    'BusinessServiceImportForm',
    'ConfigItemImportForm',
    'PenetrationTestImportForm',
    'RelationImportForm',
)


class BusinessServiceImportForm(PrimaryModelImportForm):
    status = CSVChoiceField(label=_('Status'), choices=BusinessServiceStatusChoices)
    criticality = CSVChoiceField(label=_('Criticality'), choices=BusinessServiceCriticalityChoices)
    clients = CSVModelMultipleChoiceField(
        label=_('Clients'),
        queryset=Tenant.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Tenant names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )

    class Meta:
        model = BusinessService
        fields = ('name', 'status', 'criticality', 'clients', 'description', 'owner', 'comments', 'tags')


class ApplicationImportForm(PrimaryModelImportForm):
    protocol = CSVChoiceField(label=_('Protocol'), choices=ApplicationProtocolChoices, required=False)
    services = CSVModelMultipleChoiceField(
        label=_('Services'),
        queryset=BusinessService.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Business service names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    devices = CSVModelMultipleChoiceField(
        label=_('Devices'),
        queryset=Device.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Device names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    virtual_machines = CSVModelMultipleChoiceField(
        label=_('Virtual machines'),
        queryset=VirtualMachine.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Virtual machine names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )

    class Meta:
        model = Application
        fields = (
            'name',
            'version',
            'protocol',
            'ports',
            'services',
            'devices',
            'virtual_machines',
            'description',
            'owner',
            'comments',
            'tags',
        )


class ConfigItemImportForm(NetBoxModelImportForm):
    service = CSVModelChoiceField(
        label=_('Service'),
        queryset=BusinessService.objects.all(),
        to_field_name='name',
        help_text=_("Name of the config item's service"),
    )
    item_type = CSVContentTypeField(
        label=_('Item type (app & model)'),
        queryset=ContentType.objects.filter(
            Q(app_label='dcim', model='device')
            | Q(app_label='virtualization', model='virtualmachine')
            | Q(app_label='netbox_kit_service_map', model='application')
            | Q(app_label='ipam', model='ipaddress')
            | Q(app_label='circuits', model='circuit')
        ),
    )
    role = CSVChoiceField(label=_('Role'), choices=ConfigItemRoleChoices, required=False)

    class Meta:
        model = ConfigItem
        fields = ('service', 'item_type', 'item_id', 'role', 'tags')
        labels = {
            'item_id': _('Item ID'),
        }


class RelationImportForm(NetBoxModelImportForm):
    service = CSVModelChoiceField(
        label=_('Service'),
        queryset=BusinessService.objects.all(),
        to_field_name='name',
        help_text=_("Name of the relation's service"),
    )
    source = CSVModelChoiceField(
        label=_('Source'),
        queryset=ConfigItem.objects.all(),
        help_text=_('The config item that depends on the other one'),
    )
    destination = CSVModelChoiceField(
        label=_('Destination'), queryset=ConfigItem.objects.all(), help_text=_('The config item that is needed')
    )
    connector = CSVChoiceField(label=_('Connector'), choices=RelationConnectorChoices)

    class Meta:
        model = Relation
        fields = ('service', 'source', 'destination', 'connector', 'link_text', 'tags')


class PenetrationTestImportForm(NetBoxModelImportForm):
    service = CSVModelChoiceField(
        label=_('Service'),
        queryset=BusinessService.objects.all(),
        to_field_name='name',
        help_text=_("Name of the penetration test's service"),
    )
    status = CSVChoiceField(label=_('Status'), choices=PenetrationTestStatusChoices)

    class Meta:
        model = PenetrationTest
        fields = ('service', 'date', 'ticket', 'status', 'report_url', 'tags')
