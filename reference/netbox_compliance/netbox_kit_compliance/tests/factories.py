"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

from dcim.choices import DeviceStatusChoices
from netbox_plugin_kit.testing import create

from ..choices import ComplianceTestSeverityChoices
from ..models import ComplianceReport, ComplianceSelector, ComplianceTest, ComplianceTestResult

__all__ = (
    'create_complete_compliance_selector',
    'create_complete_compliance_test',
    'create_complete_compliance_report',
    'create_complete_compliance_test_result',
    'create_compliance_selector',
    'create_compliance_test',
    'create_compliance_report',
    'create_compliance_test_result',
)

_numbers = count(1)


def create_compliance_selector(**values):
    number = next(_numbers)
    sites = values.pop('sites', ())
    roles = values.pop('roles', ())
    platforms = values.pop('platforms', ())
    device_tags = values.pop('device_tags', ())
    defaults = {
        'name': f'Selector {number}',
    }

    instance = ComplianceSelector.objects.create(**defaults | values)
    instance.sites.set(sites)
    instance.roles.set(roles)
    instance.platforms.set(platforms)
    instance.device_tags.set(device_tags)
    return instance


def create_complete_compliance_selector(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'status': DeviceStatusChoices.STATUS_ACTIVE,
    }

    if 'sites' not in values:
        defaults['sites'] = [create('dcim.site')]
    if 'roles' not in values:
        defaults['roles'] = [create('dcim.devicerole')]
    if 'platforms' not in values:
        defaults['platforms'] = [create('dcim.platform')]
    if 'device_tags' not in values:
        defaults['device_tags'] = [create('extras.tag')]

    return create_compliance_selector(**defaults | values)


def create_compliance_test(**values):
    number = next(_numbers)
    selectors = values.pop('selectors', ())
    defaults = {
        'name': f'Test {number}',
        'severity': ComplianceTestSeverityChoices.SEVERITY_MIDDLE,
        'expression': f'device.id > {number}',
    }

    instance = ComplianceTest.objects.create(**defaults | values)
    instance.selectors.set(selectors)
    return instance


def create_complete_compliance_test(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
        'enabled': True,
    }

    if 'selectors' not in values:
        defaults['selectors'] = [create_compliance_selector()]

    return create_compliance_test(**defaults | values)


def create_compliance_report(**values):
    number = next(_numbers)
    defaults = {
        'title': f'Title {number}',
        'started': datetime(2026, 1, 1, tzinfo=ZoneInfo('UTC')),
        'devices': 1,
        'passed': 1,
        'failed': 1,
    }

    return ComplianceReport.objects.create(**defaults | values)


def create_complete_compliance_report(**values):
    """
    The same with a value in every field that may be empty.
    """
    defaults = {
        'finished': datetime(2026, 1, 1, tzinfo=ZoneInfo('UTC')),
    }

    return create_compliance_report(**defaults | values)


def create_compliance_test_result(**values):
    defaults = {}

    if 'report' not in values:
        defaults['report'] = create_compliance_report()
    if 'test' not in values:
        defaults['test'] = create_compliance_test()
    if 'device' not in values:
        defaults['device'] = create('dcim.device')

    return ComplianceTestResult.objects.create(**defaults | values)


def create_complete_compliance_test_result(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'passed': False,
        'explanation': {'steps': [['device.id', number]], 'error': ''},
    }

    return create_compliance_test_result(**defaults | values)
