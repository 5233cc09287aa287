import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NetBoxTable, PrimaryModelTable, columns

from .models import Application, BusinessService, ConfigItem, PenetrationTest, Relation

__all__ = (
    'ApplicationTable',
    'BusinessServiceTable',
    'ConfigItemTable',
    'PenetrationTestTable',
    'RelationTable',
)


class BusinessServiceTable(PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    criticality = columns.ChoiceFieldColumn(verbose_name=_('Criticality'))
    clients = columns.ManyToManyColumn(verbose_name=_('Clients'), linkify_item=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_service_map:businessservice_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = BusinessService
        fields = (
            'pk',
            'id',
            'name',
            'status',
            'criticality',
            'clients',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'status', 'criticality', 'clients', 'description')


class ApplicationTable(PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    protocol = columns.ChoiceFieldColumn(verbose_name=_('Protocol'))
    ports = tables.Column(verbose_name=_('Ports'), accessor=tables.A('port_list'), order_by=tables.A('ports'))
    services = columns.ManyToManyColumn(verbose_name=_('Services'), linkify_item=True)
    devices = columns.ManyToManyColumn(verbose_name=_('Devices'), linkify_item=True)
    virtual_machines = columns.ManyToManyColumn(verbose_name=_('Virtual machines'), linkify_item=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_service_map:application_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Application
        fields = (
            'pk',
            'id',
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
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'version', 'protocol', 'ports', 'services', 'description')


class ConfigItemTable(NetBoxTable):
    service = tables.Column(verbose_name=_('Service'), linkify=True)
    item_type = columns.ContentTypeColumn(verbose_name=_('Item type'))
    item = tables.Column(verbose_name=_('Item'), linkify=True, orderable=False)
    role = columns.ChoiceFieldColumn(verbose_name=_('Role'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_service_map:configitem_list',
    )

    class Meta(NetBoxTable.Meta):
        model = ConfigItem
        fields = ('pk', 'id', 'service', 'item_type', 'item', 'role', 'tags', 'created', 'last_updated', 'actions')
        default_columns = ('pk', 'id', 'service', 'item_type', 'item', 'role')


class RelationTable(NetBoxTable):
    service = tables.Column(verbose_name=_('Service'), linkify=True)
    source = tables.Column(verbose_name=_('Source'), linkify=True)
    destination = tables.Column(verbose_name=_('Destination'), linkify=True)
    connector = columns.ChoiceFieldColumn(verbose_name=_('Connector'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_service_map:relation_list',
    )

    class Meta(NetBoxTable.Meta):
        model = Relation
        fields = (
            'pk',
            'id',
            'service',
            'source',
            'destination',
            'connector',
            'link_text',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'id', 'service', 'source', 'destination', 'connector', 'link_text')


class PenetrationTestTable(NetBoxTable):
    service = tables.Column(verbose_name=_('Service'), linkify=True)
    ticket = tables.Column(verbose_name=_('Ticket'), linkify=True)
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_service_map:penetrationtest_list',
    )

    class Meta(NetBoxTable.Meta):
        model = PenetrationTest
        fields = (
            'pk',
            'id',
            'service',
            'date',
            'ticket',
            'status',
            'report_url',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'service', 'date', 'ticket', 'status', 'report_url')
