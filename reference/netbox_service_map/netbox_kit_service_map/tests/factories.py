"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from datetime import date
from itertools import count

from netbox_plugin_kit.testing import create

from ..choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from ..models import Application, BusinessService, ConfigItem, PenetrationTest, Relation

__all__ = (
    'create_complete_business_service',
    'create_complete_application',
    'create_complete_config_item',
    'create_complete_relation',
    'create_complete_penetration_test',
    'create_business_service',
    'create_application',
    'create_config_item',
    'create_relation',
    'create_penetration_test',
)

_numbers = count(1)


def create_business_service(**values):
    number = next(_numbers)
    clients = values.pop('clients', ())
    defaults = {
        'name': f'Business service {number}',
        'status': BusinessServiceStatusChoices.STATUS_ACTIVE,
        'criticality': BusinessServiceCriticalityChoices.CRITICALITY_MEDIUM,
    }

    instance = BusinessService.objects.create(**defaults | values)
    instance.clients.set(clients)
    return instance


def create_complete_business_service(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'clients' not in values:
        defaults['clients'] = [create('tenancy.tenant')]

    return create_business_service(**defaults | values)


def create_application(**values):
    number = next(_numbers)
    services = values.pop('services', ())
    devices = values.pop('devices', ())
    virtual_machines = values.pop('virtual_machines', ())
    defaults = {
        'name': f'Application {number}',
    }

    instance = Application.objects.create(**defaults | values)
    instance.services.set(services)
    instance.devices.set(devices)
    instance.virtual_machines.set(virtual_machines)
    return instance


def create_complete_application(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'version': f'Version {number}',
        'protocol': ApplicationProtocolChoices.PROTOCOL_TCP,
        'ports': [80, 443],
    }

    if 'services' not in values:
        defaults['services'] = [create_business_service()]
    if 'devices' not in values:
        defaults['devices'] = [create('dcim.device')]
    if 'virtual_machines' not in values:
        defaults['virtual_machines'] = [create('virtualization.virtualmachine')]

    return create_application(**defaults | values)


def create_config_item(**values):
    defaults = {}

    if 'service' not in values:
        defaults['service'] = create_business_service()
    if not values.keys() & {'item', 'item_id'}:
        defaults['item'] = create('dcim.device')

    return ConfigItem.objects.create(**defaults | values)


def create_complete_config_item(**values):
    """
    The same with a value in every field that may be empty.
    """
    defaults = {
        'role': ConfigItemRoleChoices.ROLE_FRONTEND,
    }

    return create_config_item(**defaults | values)


def create_relation(**values):
    defaults = {
        'connector': RelationConnectorChoices.CONNECTOR_SOLID,
    }

    # A relation and both of its ends are of one service.
    known = values.get('source') or values.get('destination')
    service = values.get('service') or (known.service if known else create_business_service())
    defaults['service'] = service
    if 'source' not in values:
        defaults['source'] = create_config_item(service=service)
    if 'destination' not in values:
        defaults['destination'] = create_config_item(service=service)

    return Relation.objects.create(**defaults | values)


def create_complete_relation(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'link_text': f'Link text {number}',
    }

    return create_relation(**defaults | values)


def create_penetration_test(**values):
    number = next(_numbers)
    defaults = {
        'date': date(2026, 1, 1),
        'ticket': f'Ticket {number}',
        'status': PenetrationTestStatusChoices.STATUS_PLANNED,
    }

    if 'service' not in values:
        defaults['service'] = create_business_service()

    return PenetrationTest.objects.create(**defaults | values)


def create_complete_penetration_test(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'report_url': f'https://example.com/{number}',
    }

    return create_penetration_test(**defaults | values)
