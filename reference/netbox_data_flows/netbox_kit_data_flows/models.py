from django.contrib.postgres.fields import ArrayField, IntegerRangeField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from netbox.models import NestedGroupModel, OrganizationalModel, PrimaryModel
from netbox.models.features import ContactsMixin
from utilities.data import check_ranges_overlap, ranges_to_string_list

from .choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices

__all__ = (
    'PORT_MAX',
    'Application',
    'ApplicationRole',
    'DataFlow',
    'FlowGroup',
    'ObjectAlias',
)

PORT_MAX = 65535

PROTOCOLS_WITH_PORTS = (
    DataFlowProtocolChoices.PROTOCOL_TCP,
    DataFlowProtocolChoices.PROTOCOL_UDP,
    DataFlowProtocolChoices.PROTOCOL_SCTP,
)


class ApplicationRole(OrganizationalModel):
    """What an application is for."""

    class Meta(OrganizationalModel.Meta):
        ordering = ('name',)
        verbose_name = _('application role')
        verbose_name_plural = _('application roles')


class Application(ContactsMixin, PrimaryModel):
    """Something that talks over the network."""

    name = models.CharField(verbose_name=_('name'), max_length=100, unique=True)
    role = models.ForeignKey(
        to='netbox_kit_data_flows.ApplicationRole',
        verbose_name=_('role'),
        on_delete=models.SET_NULL,
        related_name='applications',
        blank=True,
        null=True,
    )
    tenant = models.ForeignKey(
        to='tenancy.Tenant',
        verbose_name=_('tenant'),
        on_delete=models.SET_NULL,
        related_name='kit_data_flows_applications',
        blank=True,
        null=True,
    )

    clone_fields = ('role', 'tenant')

    class Meta:
        ordering = ('name',)
        verbose_name = _('application')
        verbose_name_plural = _('applications')

    def __str__(self):
        return self.name


class FlowGroup(NestedGroupModel):
    """Data flows that belong together; what is disabled, is so with everything below it."""

    application = models.ForeignKey(
        to='netbox_kit_data_flows.Application',
        verbose_name=_('application'),
        on_delete=models.SET_NULL,
        related_name='flow_groups',
        blank=True,
        null=True,
    )
    status = models.CharField(
        verbose_name=_('status'),
        choices=FlowGroupStatusChoices,
        max_length=50,
        default=FlowGroupStatusChoices.STATUS_ACTIVE,
    )

    clone_fields = ('parent', 'application', 'status')

    class Meta:
        ordering = ('name',)
        constraints = (
            models.UniqueConstraint(
                fields=('parent', 'name'), name='netbox_kit_data_flows_flowgroup_unique_parent_name'
            ),
            models.UniqueConstraint(
                fields=('name',),
                name='netbox_kit_data_flows_flowgroup_unique_name',
                condition=models.Q(parent__isnull=True),
            ),
            models.UniqueConstraint(
                fields=('parent', 'slug'), name='netbox_kit_data_flows_flowgroup_unique_parent_slug'
            ),
            models.UniqueConstraint(
                fields=('slug',),
                name='netbox_kit_data_flows_flowgroup_unique_slug',
                condition=models.Q(parent__isnull=True),
            ),
        )
        verbose_name = _('flow group')
        verbose_name_plural = _('flow groups')

    def get_status_color(self):
        return FlowGroupStatusChoices.colors.get(self.status)


class ObjectAlias(PrimaryModel):
    """A name for prefixes, ranges and addresses."""

    name = models.CharField(verbose_name=_('name'), max_length=100, unique=True)
    prefixes = models.ManyToManyField(
        to='ipam.Prefix', verbose_name=_('prefixes'), related_name='flow_aliases', blank=True
    )
    ip_ranges = models.ManyToManyField(
        to='ipam.IPRange', verbose_name=_('IP ranges'), related_name='flow_aliases', blank=True
    )
    ip_addresses = models.ManyToManyField(
        to='ipam.IPAddress', verbose_name=_('IP addresses'), related_name='flow_aliases', blank=True
    )

    class Meta:
        ordering = ('name',)
        verbose_name = _('object alias')
        verbose_name_plural = _('object aliases')

    def __str__(self):
        return self.name


class DataFlow(PrimaryModel):
    """What may go from some addresses to others."""

    name = models.CharField(verbose_name=_('name'), max_length=100)
    application = models.ForeignKey(
        to='netbox_kit_data_flows.Application',
        verbose_name=_('application'),
        on_delete=models.SET_NULL,
        related_name='data_flows',
        blank=True,
        null=True,
    )
    group = models.ForeignKey(
        to='netbox_kit_data_flows.FlowGroup',
        verbose_name=_('group'),
        on_delete=models.SET_NULL,
        related_name='data_flows',
        blank=True,
        null=True,
    )
    tenant = models.ForeignKey(
        to='tenancy.Tenant',
        verbose_name=_('tenant'),
        on_delete=models.SET_NULL,
        related_name='kit_data_flows_data_flows',
        blank=True,
        null=True,
    )
    status = models.CharField(
        verbose_name=_('status'),
        choices=DataFlowStatusChoices,
        max_length=50,
        default=DataFlowStatusChoices.STATUS_ACTIVE,
    )
    protocol = models.CharField(
        verbose_name=_('protocol'),
        choices=DataFlowProtocolChoices,
        max_length=50,
        default=DataFlowProtocolChoices.PROTOCOL_ANY,
    )
    source_ports = ArrayField(base_field=IntegerRangeField(), verbose_name=_('source ports'), blank=True, default=list)
    destination_ports = ArrayField(
        base_field=IntegerRangeField(), verbose_name=_('destination ports'), blank=True, default=list
    )
    sources = models.ManyToManyField(
        to='netbox_kit_data_flows.ObjectAlias', verbose_name=_('sources'), related_name='flows_from', blank=True
    )
    destinations = models.ManyToManyField(
        to='netbox_kit_data_flows.ObjectAlias', verbose_name=_('destinations'), related_name='flows_to', blank=True
    )

    clone_fields = ('application', 'group', 'tenant', 'status', 'protocol', 'source_ports', 'destination_ports')

    class Meta:
        ordering = ('name',)
        verbose_name = _('data flow')
        verbose_name_plural = _('data flows')

    def __str__(self):
        return self.name

    def get_status_color(self):
        return DataFlowStatusChoices.colors.get(self.status)

    def get_protocol_color(self):
        return DataFlowProtocolChoices.colors.get(self.protocol)

    @property
    def source_port_list(self):
        return ranges_to_string_list(self.source_ports)

    @property
    def destination_port_list(self):
        return ranges_to_string_list(self.destination_ports)

    def clean(self):
        super().clean()

        for name in ('source_ports', 'destination_ports'):
            if ranges := getattr(self, name):
                self._check_ports(name, ranges)

    def _check_ports(self, name, ranges):
        if self.protocol not in PROTOCOLS_WITH_PORTS:
            raise ValidationError({name: _('Only TCP, UDP and SCTP have ports.')})
        # The upper bound of a range is the first number beyond it.
        if any(each.lower >= each.upper or each.lower < 0 or each.upper > PORT_MAX + 1 for each in ranges):
            raise ValidationError({name: _('Ports are numbers from 0 to {max}.').format(max=PORT_MAX)})
        if check_ranges_overlap(list(ranges)):
            raise ValidationError({name: _('Ranges cannot overlap.')})
