"""
Which services depend on a device or a virtual machine.

A virtual machine depends on the device it runs on, an application on the devices and virtual machines it runs on, and
the source of a relation on its destination. Whatever depends on the object, at any distance, makes the services depend
on it of which it is a config item, and those that an application is assigned to.

What a user may not see is followed, because an answer that leaves something out is worse than none, but has no name in
the answer; and only services that the user may see are in it.
"""

from collections import defaultdict, deque
from dataclasses import dataclass

from dcim.models import Device
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from virtualization.models import VirtualMachine

from .graph import get_visible_objects
from .models import Application, BusinessService, ConfigItem, Relation

__all__ = (
    'Impact',
    'get_impact',
)


@dataclass(frozen=True)
class Impact:
    """
    A service, and the shortest way by which it depends on an object: from the object itself to what the service is made
    of. What the user may not view is None.
    """

    service: BusinessService
    path: list[Model | None]

    @property
    def is_direct(self):
        return len(self.path) == 1


def get_impact(instance, user):
    """
    Return an Impact for every service that depends on an object. The number of queries does not depend on how many
    there are, nor on how long the ways are.
    """
    start = (ContentType.objects.get_for_model(instance).pk, instance.pk)
    previous = _get_reached(start, _get_dependents(start))
    reached_by = _get_services(previous)

    services = BusinessService.objects.restrict(user, 'view').filter(pk__in=reached_by)
    paths = {service: _get_path(previous, reached_by[service.pk]) for service in services}
    visible = get_visible_objects({key for path in paths.values() for key in path}, user)
    return [Impact(service, [visible.get(key) for key in path]) for service, path in paths.items()]


def _get_dependents(start):
    """
    Return what directly depends on what, as far as it can matter: a set of keys for a key.
    """
    application, device, machine = _get_type_ids()
    dependents = defaultdict(set)
    relations = Relation.objects.values_list(
        'source__item_type', 'source__item_id', 'destination__item_type', 'destination__item_id'
    )
    for *source, destination_type, destination_id in relations:
        dependents[destination_type, destination_id].add(tuple(source))

    # What runs on something matters only where that can be reached: it is the start, or the source of a relation.
    reachable = {start}.union(*dependents.values())
    devices = {pk for type_id, pk in reachable if type_id == device}
    machines = {pk for type_id, pk in reachable if type_id == machine}
    for pk, host in VirtualMachine.objects.filter(device__in=devices).values_list('pk', 'device'):
        dependents[device, host].add((machine, pk))
        machines.add(pk)
    runs_on = Application.devices.through.objects.filter(device__in=devices)
    for pk, host in runs_on.values_list('application', 'device'):
        dependents[device, host].add((application, pk))
    runs_on = Application.virtual_machines.through.objects.filter(virtualmachine__in=machines)
    for pk, host in runs_on.values_list('application', 'virtualmachine'):
        dependents[machine, host].add((application, pk))
    return dependents


def _get_type_ids():
    models = (Application, Device, VirtualMachine)
    return [ContentType.objects.get_for_model(model).pk for model in models]


def _get_reached(start, dependents):
    """
    Return everything that depends on the start, each with what it was reached from, the nearest first.
    """
    previous = {start: None}
    waiting = deque([start])
    while waiting:
        key = waiting.popleft()
        # Cycles end here: what has been reached is not visited again.
        for other in sorted(dependents[key] - previous.keys()):
            previous[other] = key
            waiting.append(other)
    return previous


def _get_services(previous):
    """
    Return the services that what was reached is part of, each with the nearest of its parts.
    """
    ids = defaultdict(set)
    for type_id, pk in previous:
        ids[type_id].add(pk)
    items = Q()
    for type_id, pks in ids.items():
        items |= Q(item_type=type_id, item_id__in=pks)

    parts = defaultdict(set)
    for type_id, pk, service in ConfigItem.objects.filter(items).values_list('item_type', 'item_id', 'service'):
        parts[type_id, pk].add(service)
    application = ContentType.objects.get_for_model(Application).pk
    assigned = Application.services.through.objects.filter(application__in=ids[application])
    for pk, service in assigned.values_list('application', 'businessservice'):
        parts[application, pk].add(service)

    reached_by = {}
    for key in previous:
        for service in parts[key]:
            reached_by.setdefault(service, key)
    return reached_by


def _get_path(previous, key):
    path = []
    while key is not None:
        path.append(key)
        key = previous[key]
    return path[::-1]
