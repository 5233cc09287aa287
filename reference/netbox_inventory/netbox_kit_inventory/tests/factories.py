"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from datetime import date
from itertools import count

from netbox_plugin_kit.testing import create

from ..choices import AssetStatusChoices, KindChoices
from ..hardware import HARDWARE_FIELDS, TYPE_FIELDS
from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

__all__ = (
    'create_complete_item_group',
    'create_complete_item_type',
    'create_complete_supplier',
    'create_complete_purchase',
    'create_complete_delivery',
    'create_complete_asset',
    'create_item_group',
    'create_item_type',
    'create_supplier',
    'create_purchase',
    'create_delivery',
    'create_asset',
    'create_hardware',
    'create_hardware_type',
)

_numbers = count(1)


def create_item_group(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Item group {number}',
        'slug': f'item-group-{number}',
    }

    return ItemGroup.objects.create(**defaults | values)


def create_complete_item_group(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'parent' not in values:
        defaults['parent'] = create_item_group()

    return create_item_group(**defaults | values)


def create_item_type(**values):
    number = next(_numbers)
    defaults = {
        'model': f'Model {number}',
    }

    if 'manufacturer' not in values:
        defaults['manufacturer'] = create('dcim.manufacturer')

    return ItemType.objects.create(**defaults | values)


def create_complete_item_type(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'part_number': f'Part number {number}',
    }

    if 'group' not in values:
        defaults['group'] = create_item_group()

    return create_item_type(**defaults | values)


def create_supplier(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Supplier {number}',
        'slug': f'supplier-{number}',
    }

    return Supplier.objects.create(**defaults | values)


def create_complete_supplier(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_supplier(**defaults | values)


def create_purchase(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Purchase {number}',
    }

    if 'supplier' not in values:
        defaults['supplier'] = create_supplier()

    return Purchase.objects.create(**defaults | values)


def create_complete_purchase(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'date': date(2026, 1, 1),
    }

    return create_purchase(**defaults | values)


def create_delivery(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Delivery {number}',
    }

    if 'purchase' not in values:
        defaults['purchase'] = create_purchase()

    return Delivery.objects.create(**defaults | values)


def create_complete_delivery(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'date': date(2026, 1, 1),
    }

    return create_delivery(**defaults | values)


def create_hardware_type(kind=KindChoices.DEVICE):
    return create_complete_item_type() if kind == KindChoices.ITEM else create(f'dcim.{kind}type')


def create_hardware(kind=KindChoices.DEVICE):
    """
    Create hardware of a kind. Return the values with which an asset is assigned to it.
    """
    hardware_type = create_hardware_type(kind)
    if kind == KindChoices.ITEM:
        return {'item_type': hardware_type, 'inventory_item': create('dcim.inventoryitem')}
    return {f'{kind}_type': hardware_type, kind: create(f'dcim.{kind}', **{f'{kind}_type': hardware_type})}


def create_asset(**values):
    defaults = {
        'status': AssetStatusChoices.STATUS_STORED,
    }

    if not values.keys() & set(TYPE_FIELDS):
        defaults['device_type'] = create('dcim.devicetype')

    return Asset.objects.create(**defaults | values)


def create_complete_asset(kind=KindChoices.DEVICE, **values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'name': f'Asset {number}',
        'asset_tag': f'Asset tag {number}',
        'serial': f'Serial number {number}',
        'warranty_start': date(2026, 1, 1),
        'warranty_end': date(2026, 2, 1),
    }

    if not values.keys() & {*TYPE_FIELDS, *HARDWARE_FIELDS}:
        defaults |= create_hardware(kind)
    if 'storage_location' not in values:
        defaults['storage_location'] = create('dcim.location')
    if 'tenant' not in values:
        defaults['tenant'] = create('tenancy.tenant')
    if 'owning_tenant' not in values:
        defaults['owning_tenant'] = create('tenancy.tenant')
    if 'purchase' not in values and 'delivery' not in values:
        defaults['delivery'] = create_delivery()

    return create_asset(**defaults | values)
