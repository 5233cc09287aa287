"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

Two reports are made, before and after a change, without a worker. For development only.
"""

from core.models import Job
from dcim.models import Device, DeviceRole, DeviceType, Interface, Manufacturer, Site
from django.db import transaction
from django.utils import timezone
from extras.models import ConfigTemplate
from users.models import User

from netbox_kit_compliance.jobs import RunComplianceTests, start_run
from netbox_kit_compliance.models import ComplianceSelector, ComplianceTest

TEMPLATE = """hostname {{ device.name }}
{% for server in ntp_servers %}ntp server {{ server }}
{% endfor %}snmp-server location {{ device.site.name }}
"""
TESTS = {
    'Leafs have two NTP servers': ('high', "len(find_all(config.text, '^ntp server (.*)$')) >= 2"),
    'Enabled interfaces are described': (
        'low',
        "all(pluck(where(device.interfaces, 'enabled', True), 'description'))",
    ),
    'The host name is the name': ('middle', 'config.data.hostname == device.name'),
    'Fabric interfaces take jumbo frames': (
        'middle',
        "min(pluck(where(device.interfaces, 'enabled', True), 'mtu')) >= 9000",
    ),
}


def run(user, title):
    """
    What the worker would do.
    """
    report = start_run(user, ComplianceTest.objects.all(), title=title)
    job = report.jobs.get()
    RunComplianceTests(job).run(tests=list(ComplianceTest.objects.values_list('pk', flat=True)))
    Job.objects.filter(pk=job.pk).update(status='completed', started=job.created, completed=timezone.now())


with transaction.atomic():
    admin = User.objects.filter(is_superuser=True).first() or User.objects.create_superuser('admin', password='admin')
    site = Site.objects.create(name='Berlin data centre', slug='berlin')
    arista = Manufacturer.objects.create(name='Arista', slug='arista')
    leaf_type = DeviceType.objects.create(manufacturer=arista, model='7050SX3', slug='7050sx3')
    template = ConfigTemplate.objects.create(name='Leaf', template_code=TEMPLATE)
    role = DeviceRole.objects.create(name='Leaf', slug='leaf', color='2196f3', config_template=template)
    leafs = []
    for number in range(1, 9):
        servers = ['192.0.2.1'] if number % 3 == 0 else ['192.0.2.1', '192.0.2.2']
        leaf = Device.objects.create(
            name=f'leaf-{number:02}', site=site, role=role, device_type=leaf_type,
            local_context_data={'ntp_servers': servers},
        )  # fmt: skip
        for port in range(1, 4):
            Interface.objects.create(
                device=leaf, name=f'Ethernet{port}', type='10gbase-x-sfpp',
                mtu=1500 if (number, port) == (4, 2) else 9214,
                description='' if number == 5 else f'to spine-{port}',
            )  # fmt: skip
        leafs.append(leaf)

    selector = ComplianceSelector.objects.create(name='Leafs', description='Every leaf of every site')
    selector.roles.add(role)
    for name, (severity, expression) in TESTS.items():
        test = ComplianceTest(name=name, severity=severity, expression=expression)
        test.full_clean()
        test.save()
        test.selectors.add(selector)

    run(admin, 'Before the change')
    leafs[2].local_context_data = {'ntp_servers': ['192.0.2.1', '192.0.2.2']}
    leafs[2].save()
    Interface.objects.filter(device=leafs[3]).update(mtu=9214)
    Interface.objects.filter(device=leafs[0], name='Ethernet1').update(description='')
    run(admin, 'After the change')
