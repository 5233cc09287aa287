"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

from netaddr import IPNetwork
from netbox_plugin_kit.testing import create

from ..choices import ExhibitStatusChoices
from ..models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'create_complete_exhibit_kind',
    'create_complete_hall',
    'create_complete_exhibit',
    'create_complete_loan',
    'create_exhibit_kind',
    'create_hall',
    'create_exhibit',
    'create_loan',
    'create_label',
)

_numbers = count(1)


def create_exhibit_kind(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Exhibit kind {number}',
        'slug': f'exhibit-kind-{number}',
    }

    return ExhibitKind.objects.create(**defaults | values)


def create_complete_exhibit_kind(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'color': str(number)[-6:],
    }

    return create_exhibit_kind(**defaults | values)


def create_hall(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Hall {number}',
        'slug': f'hall-{number}',
        'capacity': 1,
    }

    return Hall.objects.create(**defaults | values)


def create_complete_hall(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'parent' not in values:
        defaults['parent'] = create_hall()

    return create_hall(**defaults | values)


def create_exhibit(**values):
    number = next(_numbers)
    devices = values.pop('devices', ())
    defaults = {
        'name': f'Exhibit {number}',
        'status': ExhibitStatusChoices.STATUS_PLANNED,
    }

    instance = Exhibit.objects.create(**defaults | values)
    instance.devices.set(devices)
    return instance


def create_complete_exhibit(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'opens': date(2026, 1, 1),
        'closes': date(2026, 2, 1),
        'price': Decimal('1.00'),
        'insured': False,
        'website': f'https://example.com/{number}',
        'address': IPNetwork(f'10.0.{number // 250}.{number % 250 + 1}/16'),
        'facts': {'key': number},
        'story': f'Story {number}',
    }

    if 'kind' not in values:
        defaults['kind'] = create_exhibit_kind()
    if 'hall' not in values:
        defaults['hall'] = create_hall()
    if 'site' not in values:
        defaults['site'] = create('dcim.site')
    if 'devices' not in values:
        defaults['devices'] = [create('dcim.device')]

    return create_exhibit(**defaults | values)


def create_loan(**values):
    defaults = {}

    if 'exhibit' not in values:
        defaults['exhibit'] = create_exhibit()
    if 'lender' not in values:
        defaults['lender'] = create('tenancy.tenant')

    return Loan.objects.create(**defaults | values)


def create_complete_loan(**values):
    """
    The same with a value in every field that may be empty.
    """
    defaults = {
        'returned': datetime(2026, 1, 1, tzinfo=ZoneInfo('UTC')),
    }

    return create_loan(**defaults | values)


def create_label(**values):
    number = next(_numbers)
    defaults = {
        'text': f'Text {number}',
    }

    if not values.keys() & {'subject', 'subject_id'}:
        defaults['subject'] = create_exhibit()

    return Label.objects.create(**defaults | values)
