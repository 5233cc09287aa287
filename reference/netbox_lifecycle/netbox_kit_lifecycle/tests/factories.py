"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from datetime import date
from itertools import count

from netbox_plugin_kit.testing import create

from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor

__all__ = (
    'create_complete_hardware_lifecycle',
    'create_complete_vendor',
    'create_complete_support_contract',
    'create_complete_contract_assignment',
    'create_complete_license',
    'create_complete_license_assignment',
    'create_hardware_lifecycle',
    'create_vendor',
    'create_support_contract',
    'create_contract_assignment',
    'create_license',
    'create_license_assignment',
)

_numbers = count(1)


def create_hardware_lifecycle(**values):
    defaults = {}

    if 'device_type' not in values:
        defaults['device_type'] = create('dcim.devicetype')

    return HardwareLifecycle.objects.create(**defaults | values)


def create_complete_hardware_lifecycle(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'end_of_sale': date(2026, 1, 1),
        'end_of_maintenance': date(2026, 1, 1),
        'end_of_security': date(2026, 1, 1),
        'end_of_support': date(2026, 2, 1),
        'last_contract': date(2026, 1, 1),
        'notice': f'https://example.com/{number}',
    }

    return create_hardware_lifecycle(**defaults | values)


def create_vendor(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Vendor {number}',
        'slug': f'vendor-{number}',
    }

    return Vendor.objects.create(**defaults | values)


def create_complete_vendor(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_vendor(**defaults | values)


def create_support_contract(**values):
    number = next(_numbers)
    defaults = {
        'contract_id': f'Contract ID {number}',
    }

    if 'vendor' not in values:
        defaults['vendor'] = create_vendor()

    return SupportContract.objects.create(**defaults | values)


def create_complete_support_contract(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'start_date': date(2026, 1, 1),
        'renewal_date': date(2026, 1, 1),
        'end_date': date(2026, 2, 1),
    }

    return create_support_contract(**defaults | values)


def create_contract_assignment(**values):
    defaults = {}

    if 'contract' not in values:
        defaults['contract'] = create_support_contract()
    if 'device' not in values:
        defaults['device'] = create('dcim.device')

    return ContractAssignment.objects.create(**defaults | values)


def create_complete_contract_assignment(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'sku': f'SKU {number}',
        'end_date': date(2026, 1, 1),
    }

    return create_contract_assignment(**defaults | values)


def create_license(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Licence {number}',
    }

    if 'manufacturer' not in values:
        defaults['manufacturer'] = create('dcim.manufacturer')

    return License.objects.create(**defaults | values)


def create_complete_license(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_license(**defaults | values)


def create_license_assignment(**values):
    defaults = {
        'quantity': 1,
    }

    if 'license' not in values:
        defaults['license'] = create_license()
    if 'device' not in values:
        defaults['device'] = create('dcim.device')

    return LicenseAssignment.objects.create(**defaults | values)


def create_complete_license_assignment(**values):
    """
    The same with a value in every field that may be empty.
    """
    defaults = {
        'end_date': date(2026, 1, 1),
    }

    if 'vendor' not in values:
        defaults['vendor'] = create_vendor()

    return create_license_assignment(**defaults | values)
