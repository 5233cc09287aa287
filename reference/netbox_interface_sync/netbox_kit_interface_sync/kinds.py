"""
The kinds of components, and which of their fields are compared.

The fields are those of all releases of NetBox together. A release has only some of them (the channels of interfaces came
with 4.7, as did the types of module bays; up to 4.4 front ports had no mappings), so each kind asks the models.
"""

from dataclasses import dataclass
from functools import cached_property

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from netbox.plugins import get_plugin_config
from utilities.permissions import get_permission_for_model

__all__ = ('KINDS', 'KINDS_BY_NAME', 'MAPPINGS', 'Kind')

# The way from a front port, or its template, to the rear ports behind it
MAPPINGS = 'mappings'


@dataclass(frozen=True)
class Kind:
    """
    A model of components, that of their templates, and the fields that are compared.
    """

    name: str
    counter: str
    own_fields: tuple[str, ...] = ()
    # What is taken over when a component is made and is its user's business afterwards: whether a port is switched off
    # says nothing about the device's type.
    initial_fields: tuple[str, ...] = ()

    @cached_property
    def model(self):
        return apps.get_model('dcim', self.name)

    @cached_property
    def template_model(self):
        return apps.get_model('dcim', f'{self.name}template')

    @property
    def fields(self):
        common = ('label', 'description') if get_plugin_config(__package__, 'compare_description') else ('label',)
        return self._existing((*self.own_fields, *common))

    @property
    def fields_when_created(self):
        return self._existing(self.initial_fields)

    @property
    def label(self):
        return capfirst(self.model._meta.verbose_name)

    @property
    def label_plural(self):
        return capfirst(self.model._meta.verbose_name_plural)

    def permission(self, action):
        return get_permission_for_model(self.model, action)

    def is_used(self, device):
        """
        Whether NetBox's counters know of any component or template, which takes no query.
        """
        return bool(
            getattr(device, f'{self.counter}_count') or getattr(device.device_type, f'{self.counter}_template_count')
        )

    def field_label(self, field):
        if field == MAPPINGS:
            return _('Port mappings')
        return capfirst(self.model._meta.get_field(field).verbose_name)

    def display(self, field, value):
        """
        Return a value as people know it.
        """
        if field == MAPPINGS:
            return ', '.join(f'{position} → {rear_port}:{rear}' for position, rear_port, rear in value)
        if isinstance(value, tuple):
            return ', '.join(value)
        if isinstance(value, bool):
            return _('Yes') if value else _('No')
        choices = getattr(self.model._meta.get_field(field), 'flatchoices', ())
        return dict(choices).get(value, value)

    def _existing(self, fields):
        return tuple(field for field in fields if _has(self.model, field) and _has(self.template_model, field))


def _has(model, field):
    try:
        model._meta.get_field(field)
    except FieldDoesNotExist:
        return False
    return True


# What others refer to comes first: power ports before outlets, rear ports before front ports.
KINDS = (
    Kind(
        'interface',
        'interface',
        (
            'type',
            'mgmt_only',
            'channels',
            'channel_id',
            'parent',
            'bridge',
            'poe_mode',
            'poe_type',
            'rf_role',
        ),
        ('enabled',),
    ),
    Kind('consoleport', 'console_port', ('type',)),
    Kind('consoleserverport', 'console_server_port', ('type',)),
    Kind('powerport', 'power_port', ('type', 'maximum_draw', 'allocated_draw')),
    Kind('poweroutlet', 'power_outlet', ('type', 'color', 'power_port', 'feed_leg')),
    Kind('rearport', 'rear_port', ('type', 'color', 'positions')),
    Kind('frontport', 'front_port', ('type', 'color', 'positions', MAPPINGS)),
    Kind('modulebay', 'module_bay', ('position', 'module_bay_types'), ('enabled',)),
    Kind('devicebay', 'device_bay', (), ('enabled',)),
)
KINDS_BY_NAME = {kind.name: kind for kind in KINDS}
