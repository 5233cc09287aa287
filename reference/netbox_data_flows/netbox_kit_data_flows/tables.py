from functools import cached_property

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NestedGroupModelTable, OrganizationalModelTable, PrimaryModelTable, columns
from tenancy.tables import ContactsColumnMixin, TenancyColumnsMixin

from .inheritance import get_disabled_groups, is_in_force
from .models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'ApplicationTable',
    'ApplicationRoleTable',
    'DataFlowTable',
    'FlowGroupTable',
    'ObjectAliasTable',
)


class ApplicationRoleTable(OrganizationalModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_data_flows:applicationrole_list',
    )

    class Meta(OrganizationalModelTable.Meta):
        model = ApplicationRole
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'description')


class ApplicationTable(TenancyColumnsMixin, ContactsColumnMixin, PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    role = tables.Column(verbose_name=_('Role'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_data_flows:application_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Application
        fields = (
            'pk',
            'id',
            'name',
            'role',
            'tenant',
            'tenant_group',
            'description',
            'owner',
            'comments',
            'contacts',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'role', 'tenant', 'description')


class FlowGroupTable(NestedGroupModelTable):
    application = tables.Column(verbose_name=_('Application'), linkify=True)
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_data_flows:flowgroup_list',
    )

    class Meta(NestedGroupModelTable.Meta):
        model = FlowGroup
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'parent',
            'application',
            'status',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'parent', 'application', 'status', 'description')


class ObjectAliasTable(PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    prefixes = columns.ManyToManyColumn(verbose_name=_('Prefixes'), linkify_item=True)
    ip_ranges = columns.ManyToManyColumn(verbose_name=_('IP ranges'), linkify_item=True)
    ip_addresses = columns.ManyToManyColumn(verbose_name=_('IP addresses'), linkify_item=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_data_flows:objectalias_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = ObjectAlias
        fields = (
            'pk',
            'id',
            'name',
            'prefixes',
            'ip_ranges',
            'ip_addresses',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'prefixes', 'ip_ranges', 'ip_addresses', 'description')


class DataFlowTable(TenancyColumnsMixin, PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    application = tables.Column(verbose_name=_('Application'), linkify=True)
    group = tables.Column(verbose_name=_('Group'), linkify=True)
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    protocol = columns.ChoiceFieldColumn(verbose_name=_('Protocol'))
    source_ports = columns.ArrayColumn(verbose_name=_('Source ports'), accessor='source_port_list', orderable=False)
    destination_ports = columns.ArrayColumn(
        verbose_name=_('Destination ports'), accessor='destination_port_list', orderable=False
    )
    in_force = columns.BooleanColumn(verbose_name=_('In force'), accessor='pk', empty_values=(), orderable=False)
    sources = columns.ManyToManyColumn(verbose_name=_('Sources'), linkify_item=True)
    destinations = columns.ManyToManyColumn(verbose_name=_('Destinations'), linkify_item=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_data_flows:dataflow_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = DataFlow
        fields = (
            'pk',
            'id',
            'name',
            'application',
            'group',
            'status',
            'protocol',
            'source_ports',
            'destination_ports',
            'in_force',
            'sources',
            'destinations',
            'tenant',
            'tenant_group',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = (
            'pk',
            'name',
            'application',
            'group',
            'in_force',
            'protocol',
            'destination_ports',
            'sources',
            'destinations',
            'tenant',
            'description',
        )

    @cached_property
    def disabled_groups(self):
        return get_disabled_groups()

    def render_in_force(self, record, bound_column):
        return bound_column.column.render(is_in_force(record, self.disabled_groups))

    def value_in_force(self, record):
        return str(is_in_force(record, self.disabled_groups))
