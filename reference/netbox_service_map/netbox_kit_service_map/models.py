from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.models import NetBoxModel, PrimaryModel
from utilities.data import array_to_string

from .choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)

__all__ = (
    'ITEM_MODELS',
    'PORT_MAX',
    'PORT_MIN',
    'Application',
    'BusinessService',
    'ConfigItem',
    'PenetrationTest',
    'Relation',
)

# What a config item can stand for.
ITEM_MODELS = (
    'dcim.device',
    'virtualization.virtualmachine',
    'netbox_kit_service_map.application',
    'ipam.ipaddress',
    'circuits.circuit',
)

PORT_MIN = 1
PORT_MAX = 65535


class BusinessService(PrimaryModel):
    """Something that an organization offers, and that its clients rely on."""

    name = models.CharField(verbose_name=_('name'), max_length=100, unique=True)
    status = models.CharField(
        verbose_name=_('status'),
        choices=BusinessServiceStatusChoices,
        max_length=50,
        default=BusinessServiceStatusChoices.STATUS_ACTIVE,
    )
    criticality = models.CharField(
        verbose_name=_('criticality'),
        choices=BusinessServiceCriticalityChoices,
        max_length=50,
        default=BusinessServiceCriticalityChoices.CRITICALITY_MEDIUM,
    )
    clients = models.ManyToManyField(
        to='tenancy.Tenant', verbose_name=_('clients'), related_name='business_services', blank=True
    )

    clone_fields = ('status', 'criticality')

    class Meta:
        ordering = ('name',)
        verbose_name = _('business service')
        verbose_name_plural = _('business services')

    def __str__(self):
        return self.name

    def get_status_color(self):
        return BusinessServiceStatusChoices.colors.get(self.status)

    def get_criticality_color(self):
        return BusinessServiceCriticalityChoices.colors.get(self.criticality)


class Application(PrimaryModel):
    """Software that services are made of, and the machines it runs on."""

    name = models.CharField(verbose_name=_('name'), max_length=100)
    version = models.CharField(verbose_name=_('version'), max_length=50, blank=True)
    protocol = models.CharField(
        verbose_name=_('protocol'), choices=ApplicationProtocolChoices, max_length=50, blank=True, null=True
    )
    ports = ArrayField(
        base_field=models.PositiveIntegerField(
            validators=[MinValueValidator(PORT_MIN), MaxValueValidator(PORT_MAX)],
        ),
        verbose_name=_('ports'),
        help_text=_('Port numbers separated by commas'),
        blank=True,
        default=list,
    )
    services = models.ManyToManyField(
        to='netbox_kit_service_map.BusinessService', verbose_name=_('services'), related_name='applications', blank=True
    )
    devices = models.ManyToManyField(
        to='dcim.Device', verbose_name=_('devices'), related_name='service_map_applications', blank=True
    )
    virtual_machines = models.ManyToManyField(
        to='virtualization.VirtualMachine',
        verbose_name=_('virtual machines'),
        related_name='service_map_applications',
        blank=True,
    )

    clone_fields = ('protocol', 'ports', 'services')

    class Meta:
        ordering = ('name', 'version')
        verbose_name = _('application')
        verbose_name_plural = _('applications')

    def __str__(self):
        return self.name

    def get_protocol_color(self):
        return ApplicationProtocolChoices.colors.get(self.protocol)

    @property
    def port_list(self):
        return array_to_string(self.ports)


class ConfigItem(NetBoxModel):
    """Something in NetBox that a service is made of."""

    service = models.ForeignKey(
        to='netbox_kit_service_map.BusinessService',
        verbose_name=_('service'),
        on_delete=models.CASCADE,
        related_name='config_items',
    )
    item_type = models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+')
    item_id = models.PositiveBigIntegerField()
    item = GenericForeignKey(ct_field='item_type', fk_field='item_id')
    role = models.CharField(verbose_name=_('role'), choices=ConfigItemRoleChoices, max_length=50, blank=True, null=True)

    clone_fields = ('service', 'role')

    class Meta:
        ordering = ('service', 'pk')
        constraints = (
            models.UniqueConstraint(
                fields=('service', 'item_type', 'item_id'),
                name='netbox_kit_service_map_configitem_unique_service_item_d64447',
            ),
        )
        indexes = (models.Index(fields=('item_type', 'item_id'), name='configitem_item_ffc91d_idx'),)
        verbose_name = _('config item')
        verbose_name_plural = _('config items')

    def __str__(self):
        return str(self.item)

    def clean(self):
        super().clean()

        # A relation does not leave its service, so its ends must not do so either.
        if self.pk and self.service_id and self._has_relations_of_other_services():
            raise ValidationError({'service': _('This config item has relations within its present service.')})

    def _has_relations_of_other_services(self):
        ends = Q(source=self) | Q(destination=self)
        return Relation.objects.filter(ends).exclude(service=self.service_id).exists()

    def get_role_color(self):
        return ConfigItemRoleChoices.colors.get(self.role)


class Relation(NetBoxModel):
    """One config item of a service needs another one."""

    service = models.ForeignKey(
        to='netbox_kit_service_map.BusinessService',
        verbose_name=_('service'),
        on_delete=models.CASCADE,
        related_name='relations',
    )
    source = models.ForeignKey(
        to='netbox_kit_service_map.ConfigItem',
        verbose_name=_('source'),
        help_text=_('The config item that depends on the other one'),
        on_delete=models.CASCADE,
        related_name='outgoing_relations',
    )
    destination = models.ForeignKey(
        to='netbox_kit_service_map.ConfigItem',
        verbose_name=_('destination'),
        help_text=_('The config item that is needed'),
        on_delete=models.CASCADE,
        related_name='incoming_relations',
    )
    connector = models.CharField(
        verbose_name=_('connector'),
        choices=RelationConnectorChoices,
        max_length=50,
        default=RelationConnectorChoices.CONNECTOR_SOLID,
    )
    link_text = models.CharField(verbose_name=_('link text'), max_length=100, blank=True)

    clone_fields = ('service', 'source', 'destination', 'connector')

    class Meta:
        ordering = ('service', 'pk')
        constraints = (
            models.UniqueConstraint(
                fields=('source', 'destination'), name='netbox_kit_service_map_relation_unique_source_destination'
            ),
        )
        verbose_name = _('relation')
        verbose_name_plural = _('relations')

    def __str__(self):
        return f'{self.source} → {self.destination}'

    def clean(self):
        super().clean()

        if self.source_id and self.source_id == self.destination_id:
            raise ValidationError({'destination': _('A config item cannot be related to itself.')})
        if not self.service_id:
            return
        errors = {}
        for end in ('source', 'destination'):
            # What is missing has been complained about already.
            if getattr(self, f'{end}_id') and getattr(self, end).service_id != self.service_id:
                errors[end] = _('This config item does not belong to the service of the relation.')
        if errors:
            raise ValidationError(errors)

    def get_connector_color(self):
        return RelationConnectorChoices.colors.get(self.connector)


class PenetrationTest(NetBoxModel):
    """A test of a service's security, and its outcome."""

    service = models.ForeignKey(
        to='netbox_kit_service_map.BusinessService',
        verbose_name=_('service'),
        on_delete=models.CASCADE,
        related_name='penetration_tests',
    )
    date = models.DateField(verbose_name=_('date'))
    ticket = models.CharField(verbose_name=_('ticket'), max_length=50)
    status = models.CharField(
        verbose_name=_('status'),
        choices=PenetrationTestStatusChoices,
        max_length=50,
        default=PenetrationTestStatusChoices.STATUS_PLANNED,
    )
    report_url = models.URLField(verbose_name=_('report URL'), blank=True)

    clone_fields = ('service', 'status')

    class Meta:
        ordering = ('-date', 'pk')
        constraints = (
            models.UniqueConstraint(
                fields=('service', 'ticket'), name='netbox_kit_service_map_penetrationtest_unique_service_ticket'
            ),
        )
        verbose_name = _('penetration test')
        verbose_name_plural = _('penetration tests')

    def __str__(self):
        return self.ticket

    def get_status_color(self):
        return PenetrationTestStatusChoices.colors.get(self.status)
