"""The four kinds of hardware: what an asset of a kind is a copy of, and what it is assigned to."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Q

from .choices import KindChoices

__all__ = (
    'HARDWARE_FIELDS',
    'KINDS',
    'TYPE_FIELDS',
    'UNASSIGNED',
    'Kind',
    'exactly_one',
    'get_kind',
    'hardware_fits_type',
)


@dataclass(frozen=True)
class Kind:
    """
    A kind of hardware, and what its parts are called.
    """

    value: str
    label: str  # NetBox's model of such hardware
    field: str  # leads from an asset to the hardware that it is assigned to
    type_label: str  # the model of its types
    type_field: str  # leads from an asset to its type
    own_type_field: str | None  # leads from the hardware to its type, if it has one

    @property
    def model(self):
        return apps.get_model(self.label)


KINDS = (
    Kind(KindChoices.DEVICE, 'dcim.device', 'device', 'dcim.devicetype', 'device_type', 'device_type'),
    Kind(KindChoices.MODULE, 'dcim.module', 'module', 'dcim.moduletype', 'module_type', 'module_type'),
    Kind(KindChoices.ITEM, 'dcim.inventoryitem', 'inventory_item', 'netbox_kit_inventory.itemtype', 'item_type', None),
    Kind(KindChoices.RACK, 'dcim.rack', 'rack', 'dcim.racktype', 'rack_type', 'rack_type'),
)
HARDWARE_FIELDS = tuple(kind.field for kind in KINDS)
TYPE_FIELDS = tuple(kind.type_field for kind in KINDS)

# The condition that an asset is not assigned to anything
UNASSIGNED = Q(**{f'{field}__isnull': True for field in HARDWARE_FIELDS})


def get_kind(value):
    """
    Return the kind of this name, or None.
    """
    return next((kind for kind in KINDS if kind.value == value), None)


def exactly_one(*names):
    """
    Return the condition that exactly one of some relations leads somewhere.
    """
    condition = Q()
    for name in names:
        condition |= Q(**{f'{other}__isnull': other != name for other in names})
    return condition


def hardware_fits_type():
    """
    Return the condition that an asset is assigned to nothing but hardware of its own kind.
    """
    condition = Q()
    for kind in KINDS:
        condition &= Q(**{f'{kind.field}__isnull': True}) | Q(**{f'{kind.type_field}__isnull': False})
    return condition
