"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from itertools import count

from netbox_plugin_kit.testing import create

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

__all__ = (
    'create_complete_application_role',
    'create_complete_application',
    'create_complete_flow_group',
    'create_complete_object_alias',
    'create_complete_data_flow',
    'create_application_role',
    'create_application',
    'create_flow_group',
    'create_object_alias',
    'create_data_flow',
)

_numbers = count(1)


def create_application_role(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Application role {number}',
        'slug': f'application-role-{number}',
    }

    return ApplicationRole.objects.create(**defaults | values)


def create_complete_application_role(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_application_role(**defaults | values)


def create_application(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Application {number}',
    }

    return Application.objects.create(**defaults | values)


def create_complete_application(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'role' not in values:
        defaults['role'] = create_application_role()
    if 'tenant' not in values:
        defaults['tenant'] = create('tenancy.tenant')

    return create_application(**defaults | values)


def create_flow_group(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Flow group {number}',
        'slug': f'flow-group-{number}',
        'status': FlowGroupStatusChoices.STATUS_ACTIVE,
    }

    return FlowGroup.objects.create(**defaults | values)


def create_complete_flow_group(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'parent' not in values:
        defaults['parent'] = create_flow_group()
    if 'application' not in values:
        defaults['application'] = create_application()

    return create_flow_group(**defaults | values)


def create_object_alias(**values):
    number = next(_numbers)
    prefixes = values.pop('prefixes', ())
    ip_ranges = values.pop('ip_ranges', ())
    ip_addresses = values.pop('ip_addresses', ())
    defaults = {
        'name': f'Object alias {number}',
    }

    instance = ObjectAlias.objects.create(**defaults | values)
    instance.prefixes.set(prefixes)
    instance.ip_ranges.set(ip_ranges)
    instance.ip_addresses.set(ip_addresses)
    return instance


def create_complete_object_alias(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'prefixes' not in values:
        defaults['prefixes'] = [create('ipam.prefix')]
    if 'ip_ranges' not in values:
        defaults['ip_ranges'] = [create('ipam.iprange')]
    if 'ip_addresses' not in values:
        defaults['ip_addresses'] = [create('ipam.ipaddress')]

    return create_object_alias(**defaults | values)


def create_data_flow(**values):
    number = next(_numbers)
    sources = values.pop('sources', ())
    destinations = values.pop('destinations', ())
    defaults = {
        'name': f'Data flow {number}',
        'status': DataFlowStatusChoices.STATUS_ACTIVE,
        'protocol': DataFlowProtocolChoices.PROTOCOL_ANY,
    }

    instance = DataFlow.objects.create(**defaults | values)
    instance.sources.set(sources)
    instance.destinations.set(destinations)
    return instance


def create_complete_data_flow(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'application' not in values:
        defaults['application'] = create_application()
    if 'group' not in values:
        defaults['group'] = create_flow_group()
    if 'tenant' not in values:
        defaults['tenant'] = create('tenancy.tenant')
    if 'sources' not in values:
        defaults['sources'] = [create_object_alias()]
    if 'destinations' not in values:
        defaults['destinations'] = [create_object_alias()]

    return create_data_flow(**defaults | values)
