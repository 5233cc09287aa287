"""
What an expression knows of a device: plain data, so that nothing but data can be reached from it.
"""

from functools import cached_property

from dcim.models import Device

from .configurations import read_configuration
from .expressions import NAMES, EvaluationError

__all__ = ('Facts', 'get_devices_with_facts')


def get_devices_with_facts(queryset, names):
    """
    The devices with everything that `Facts` needs for these names, in as many queries for all as for one.
    """
    queryset = queryset.select_related(
        'config_template',
        'device_type__manufacturer',
        'location',
        'platform__config_template',
        'platform__manufacturer',
        'primary_ip4',
        'primary_ip6',
        'rack',
        'role__config_template',
        'site__region',
        'tenant',
    )
    if 'device' in names:
        queryset = queryset.prefetch_related('tags', 'interfaces__ip_addresses', 'interfaces__untagged_vlan')
    return queryset


class Facts:
    """
    The values of the names in expressions, for one device; each is made when it is asked for first.
    """

    def __init__(self, device, files):
        self._device = device
        self._files = files

    def __call__(self, name):
        # Names were checked when the expression was parsed; this is the only door all the same.
        if name not in NAMES:
            raise EvaluationError(f"there is no '{name}'")
        return getattr(self, name)

    @cached_property
    def device(self):
        return describe(self._device)

    @cached_property
    def config(self):
        return read_configuration(self._device, self.context, self._files)

    @cached_property
    def context(self):
        return self._device.get_config_context()


def describe(device: Device):
    return {
        'id': device.pk,
        'name': device.name or '',
        'status': device.status,
        'serial': device.serial,
        'asset_tag': device.asset_tag,
        'description': device.description,
        'position': None if device.position is None else float(device.position),
        'site': _named(device.site),
        'region': _named(device.site.region),
        'location': _named(device.location),
        'rack': device.rack and {'id': device.rack.pk, 'name': device.rack.name},
        'role': _named(device.role),
        'tenant': _named(device.tenant),
        'platform': _named(device.platform),
        'device_type': {
            'id': device.device_type.pk,
            'model': device.device_type.model,
            'slug': device.device_type.slug,
            'manufacturer': _named(device.device_type.manufacturer),
        },
        'primary_ip4': _address(device.primary_ip4),
        'primary_ip6': _address(device.primary_ip6),
        'tags': sorted(tag.slug for tag in device.tags.all()),
        'custom_fields': device.custom_field_data,
        'interfaces': [_describe_interface(interface) for interface in device.interfaces.all()],
    }


def _describe_interface(interface):
    vlan = interface.untagged_vlan
    return {
        'id': interface.pk,
        'name': interface.name,
        'type': interface.type,
        'enabled': interface.enabled,
        'description': interface.description,
        'mtu': interface.mtu,
        'mode': interface.mode,
        'mgmt_only': interface.mgmt_only,
        'connected': interface.cable_id is not None or interface.mark_connected,
        'untagged_vlan': vlan and vlan.vid,
        'ip_addresses': [_address(address) for address in interface.ip_addresses.all()],
    }


def _named(instance):
    return instance and {'id': instance.pk, 'name': instance.name, 'slug': instance.slug}


def _address(address):
    return address and str(address.address)
