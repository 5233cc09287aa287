"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It needs netbox-plugin-kit beside NetBox, and is for development only.
"""

from datetime import date

from django.db import transaction
from netbox_plugin_kit.testing import create

from netbox_kit_service_map.models import Application, BusinessService, ConfigItem, PenetrationTest, Relation

# The services, what they are made of with its role, and what needs what.
SERVICES = {
    'Online shop': {
        'criticality': 'critical',
        'clients': ['Retail', 'Wholesale'],
        'items': {
            'fra-lb-01': 'frontend',
            'Storefront': 'frontend',
            'Checkout API': 'backend',
            'Identity provider': 'backend',
            'Orders database': 'database',
            'Message broker': 'backend',
            'fra-san-01': 'infrastructure',
            'FRA-AMS-100G': 'network',
        },
        'relations': [
            ('fra-lb-01', 'Storefront', 'balances', 'solid'),
            ('Storefront', 'Checkout API', 'calls', 'solid'),
            ('Storefront', 'Identity provider', 'signs in with', 'solid'),
            ('Checkout API', 'Identity provider', 'verifies tokens', 'dotted'),
            ('Checkout API', 'Orders database', 'reads and writes', 'thick'),
            ('Checkout API', 'Message broker', 'publishes', 'solid'),
            ('Message broker', 'Checkout API', 'delivers', 'dotted'),
            ('Orders database', 'fra-san-01', 'stored on', 'solid'),
            ('Orders database', 'FRA-AMS-100G', 'replicated over', 'dotted'),
        ],
    },
    'Payroll': {
        'criticality': 'high',
        'clients': ['Human resources'],
        'items': {'Payroll': 'frontend', 'Identity provider': 'backend', 'vm-payroll-db': 'database'},
        'relations': [
            ('Payroll', 'Identity provider', 'signs in with', 'solid'),
            ('Payroll', 'vm-payroll-db', 'reads and writes', 'thick'),
        ],
    },
    'Intranet': {
        'criticality': 'medium',
        'clients': ['Human resources', 'Retail'],
        'items': {'Wiki': 'frontend', 'Identity provider': 'backend', 'fra-lb-01': 'frontend'},
        'relations': [
            ('fra-lb-01', 'Wiki', 'balances', 'solid'),
            ('Wiki', 'Identity provider', 'signs in with', 'solid'),
        ],
    },
    'Fax gateway': {'criticality': 'low', 'status': 'deprecated', 'clients': [], 'items': {}, 'relations': []},
}

# Applications: their version, protocol and ports, and the machines they run on.
APPLICATIONS = {
    'Storefront': ('8.2', 'tcp', [80, 443], ['vm-web-01', 'vm-web-02']),
    'Checkout API': ('3.14', 'tcp', [8443], ['vm-api-01']),
    'Identity provider': ('26.1', 'tcp', [8443, 8787], ['vm-idp-01']),
    'Orders database': ('17.2', 'tcp', [5432], ['fra-hv-01']),
    'Message broker': ('4.0', 'tcp', [5671, 5672, 15672], ['vm-mq-01']),
    'Payroll': ('2026.1', 'tcp', [443], ['vm-payroll-01']),
    'Wiki': ('1.43', 'tcp', [443], ['vm-wiki-01']),
    'Time service': ('4.6', 'udp', [123], ['fra-hv-01', 'fra-hv-02']),
}
MACHINES = {
    'fra-hv-01': ['vm-web-01', 'vm-api-01', 'vm-idp-01', 'vm-payroll-db'],
    'fra-hv-02': ['vm-web-02', 'vm-mq-01', 'vm-payroll-01', 'vm-wiki-01'],
}


def create_machines():
    site = create('dcim.site', name='Frankfurt', slug='frankfurt')
    cluster = create('virtualization.cluster', name='Frankfurt production')
    role = create('dcim.devicerole', name='Server', slug='server')
    device_type = create(
        'dcim.devicetype',
        manufacturer=create('dcim.manufacturer', name='Supermicro', slug='supermicro'),
        model='AS-2015HS',
        slug='as-2015hs',
    )
    machines = {}
    for name in ('fra-hv-01', 'fra-hv-02', 'fra-lb-01', 'fra-san-01'):
        is_host = name in MACHINES
        machines[name] = create(
            'dcim.device',
            name=name,
            site=site,
            role=role,
            device_type=device_type,
            cluster=cluster if is_host else None,
        )
    for host, names in MACHINES.items():
        for name in names:
            machines[name] = create('virtualization.virtualmachine', name=name, cluster=cluster, device=machines[host])
    machines['FRA-AMS-100G'] = create('circuits.circuit', cid='FRA-AMS-100G')
    return machines


def create_applications(machines):
    applications = {}
    for name, (version, protocol, ports, hosts) in APPLICATIONS.items():
        application = Application.objects.create(name=name, version=version, protocol=protocol, ports=ports)
        for host in hosts:
            is_virtual = host.startswith('vm-')
            (application.virtual_machines if is_virtual else application.devices).add(machines[host])
        applications[name] = application
    return applications


def create_service(name, service, objects):
    instance = BusinessService.objects.create(
        name=name, status=service.get('status', 'active'), criticality=service['criticality']
    )
    instance.clients.set(tenants[tenant] for tenant in service['clients'])
    items = {
        item: ConfigItem.objects.create(service=instance, item=objects[item], role=role)
        for item, role in service['items'].items()
    }
    for item in service['items']:
        if item in APPLICATIONS:
            objects[item].services.add(instance)
    for source, destination, text, connector in service['relations']:
        Relation.objects.create(
            service=instance,
            source=items[source],
            destination=items[destination],
            link_text=text,
            connector=connector,
        )
    return instance


with transaction.atomic():
    tenants = {
        name: create('tenancy.tenant', name=name, slug=name.lower().replace(' ', '-'))
        for name in ('Retail', 'Wholesale', 'Human resources')
    }
    machines = create_machines()
    objects = machines | create_applications(machines)
    services = {name: create_service(name, service, objects) for name, service in SERVICES.items()}
    for service, day, ticket, status in (
        ('Online shop', date(2026, 3, 2), 'SEC-412', 'passed'),
        ('Online shop', date(2026, 9, 14), 'SEC-507', 'planned'),
        ('Payroll', date(2026, 2, 9), 'SEC-398', 'failed'),
        ('Payroll', date(2026, 4, 20), 'SEC-431', 'passed'),
        ('Intranet', date(2026, 6, 1), 'SEC-466', 'running'),
    ):
        PenetrationTest.objects.create(
            service=services[service],
            date=day,
            ticket=ticket,
            status=status,
            report_url=f'https://reports.example.com/{ticket}',
        )
