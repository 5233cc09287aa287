"""
Which flows touch something: an address, a range, a prefix, a device or a virtual machine.

A flow touches an address if one of its aliases has that address, or a range or a prefix in which it is; and so for every
address of a range, a prefix or a machine. Addresses of different VRFs have nothing to do with each other.
"""

from dataclasses import dataclass

from dcim.models import Device
from django.db.models import Q
from ipam.models import IPAddress, IPRange, Prefix
from netaddr import IPNetwork, iprange_to_cidrs
from virtualization.models import VirtualMachine

from .models import DataFlow, ObjectAlias

__all__ = (
    'MODELS',
    'get_flows',
)


@dataclass(frozen=True)
class Network:
    """
    A block of addresses in a VRF, or in the global table.
    """

    vrf: int | None
    block: IPNetwork

    def get_prefixes(self):
        around = Q(prefix__net_contains_or_equals=str(self.block))
        within = Q(prefix__net_contained_or_equal=str(self.block))
        return Q(vrf=self.vrf) & (around | within)

    def get_ranges(self):
        first, last = self.block[0], self.block[-1]
        return Q(vrf=self.vrf, start_address__host__inet__lte=str(last), end_address__host__inet__gte=str(first))

    def get_addresses(self):
        return Q(vrf=self.vrf, address__net_host_contained=str(self.block))


def get_flows(instance):
    """
    Return the flows that touch an object of one of the five models. However many they are, it is one query; one more
    asks for the addresses of a machine.
    """
    networks = set(_get_networks(instance))
    if not networks:
        return DataFlow.objects.none()
    prefixes, ranges, addresses = Q(), Q(), Q()
    for network in networks:
        prefixes |= network.get_prefixes()
        ranges |= network.get_ranges()
        addresses |= network.get_addresses()
    aliases = ObjectAlias.objects.filter(
        Q(pk__in=_get_members('prefixes', 'prefix', Prefix.objects.filter(prefixes)))
        | Q(pk__in=_get_members('ip_ranges', 'iprange', IPRange.objects.filter(ranges)))
        | Q(pk__in=_get_members('ip_addresses', 'ipaddress', IPAddress.objects.filter(addresses)))
    ).order_by()
    # Through the tables between them, so that no flow is found twice.
    ends = Q()
    for name in ('sources', 'destinations'):
        through = getattr(DataFlow, name).through
        ends |= Q(pk__in=through.objects.filter(objectalias__in=aliases).values('dataflow'))
    return DataFlow.objects.filter(ends)


def _get_members(relation, name, found):
    """
    Return the IDs of the aliases with one of these objects, as a subquery.
    """
    through = getattr(ObjectAlias, relation).through
    return through.objects.filter(**{f'{name}__in': found.order_by().values('pk')}).values('objectalias')


def _get_networks(instance):
    match instance:
        case Prefix():
            yield Network(instance.vrf_id, instance.prefix.cidr)
        case IPRange():
            for block in iprange_to_cidrs(instance.start_address.ip, instance.end_address.ip):
                yield Network(instance.vrf_id, block)
        case IPAddress():
            yield Network(instance.vrf_id, IPNetwork(instance.address.ip))
        case Device():
            yield from _get_networks_of(interface__device=instance)
        case VirtualMachine():
            yield from _get_networks_of(vminterface__virtual_machine=instance)


def _get_networks_of(**interfaces):
    for vrf, address in IPAddress.objects.filter(**interfaces).order_by().values_list('vrf', 'address'):
        yield Network(vrf, IPNetwork(address.ip))


MODELS = (Device, VirtualMachine, IPAddress, IPRange, Prefix)
