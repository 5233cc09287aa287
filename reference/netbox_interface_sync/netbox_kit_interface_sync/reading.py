"""
From NetBox's objects to rows and their differences: two queries a kind, and one for each relation with many objects.
"""

import inspect
from dataclasses import dataclass

from dcim.constants import VIRTUAL_IFACE_TYPES
from django.db.models import Exists, OuterRef
from netbox.plugins import get_plugin_config

from .comparing import Difference, Row, compare
from .kinds import KINDS, MAPPINGS, Kind

__all__ = ('Comparison', 'compare_device', 'count_differences')


@dataclass(frozen=True)
class Comparison:
    """
    One kind of components of a device.
    """

    kind: Kind
    differences: list[Difference]


def compare_device(device, user, kinds=KINDS):
    """
    Return a Comparison of every kind that the user may view.

    All objects are compared, and then those are left out that the user may not view: otherwise a component that somebody
    must not see would look as if it was missing.
    """
    return [
        Comparison(kind, [difference for difference in _differences(kind, device, user) if _is_visible(difference)])
        for kind in kinds
        if user.has_perm(kind.permission('view'))
    ]


def count_differences(device):
    """
    Return the number of differences, whoever asks. Kinds that a device does not have cost nothing.
    """
    return sum(len(_differences(kind, device)) for kind in KINDS if kind.is_used(device))


def _differences(kind, device, user=None):
    templates = kind.template_model.objects.filter(device_type_id=device.device_type_id)
    components = kind.model.objects.filter(device=device)
    # What came with a module goes with it, and is no business of the device's type.
    if any(field.name == 'module' for field in kind.model._meta.concrete_fields):
        components = components.filter(module__isnull=True)
    differences = compare(_rows(kind, templates, device, user), _rows(kind, components, device, user))
    if kind.name == 'interface' and get_plugin_config(__package__, 'exclude_virtual_interfaces'):
        return [difference for difference in differences if not _is_virtual(difference)]
    return differences


def _is_visible(difference):
    return all(row.visible for row in difference.rows)


def _is_virtual(difference):
    return all(row.values['type'] in VIRTUAL_IFACE_TYPES for row in difference.rows)


def _rows(kind, queryset, device, user):
    model = queryset.model
    fields = kind.fields
    relations = [model._meta.get_field(field) for field in fields if model._meta.get_field(field).is_relation]
    queryset = queryset.select_related(*(field.name for field in relations if field.many_to_one))
    queryset = queryset.prefetch_related(
        *(
            'mappings__rear_port' if field.name == MAPPINGS else field.name
            for field in relations
            if not field.many_to_one
        )
    )
    if user is not None:
        viewable = model.objects.restrict(user, 'view').filter(pk=OuterRef('pk'))
        queryset = queryset.annotate(is_viewable=Exists(viewable))
    return [
        Row(
            pk=instance.pk,
            name=_resolved(instance, 'name', device),
            values={field: _value(instance, field, device) for field in fields},
            visible=user is None or instance.is_viewable,
        )
        for instance in queryset
    ]


def _value(instance, name, device):
    """
    Return a field's value. Other components are known by their names, which are the same on both sides.
    """
    if name == MAPPINGS:
        return tuple(
            sorted(
                (mapping.front_port_position, _resolved(mapping.rear_port, 'name', device), mapping.rear_port_position)
                for mapping in instance.mappings.all()
            )
        )
    field = instance._meta.get_field(name)
    if field.many_to_many:
        return tuple(sorted(str(related) for related in getattr(instance, name).all()))
    if field.is_relation:
        related = getattr(instance, name)
        return None if related is None else _resolved(related, 'name', device)
    return _resolved(instance, name, device)


def _resolved(instance, field, device):
    """
    Return a text with its placeholders replaced, as NetBox does for a new device: {module} stays as it is, for there is no
    module; {vc_position} is known from the release on whose methods ask for the device.
    """
    resolve = getattr(instance, f'resolve_{field}', None)
    if resolve is None:
        return getattr(instance, field)
    if 'device' in inspect.signature(resolve).parameters:
        return resolve(module=None, device=device)
    return resolve(module=None)
