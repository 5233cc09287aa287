"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It needs netbox-plugin-kit beside NetBox, and is for development only.
"""

from dcim.models import Device, DeviceRole, DeviceType, Interface, Manufacturer, Site
from django.db import transaction
from ipam.models import IPAddress, IPRange, Prefix
from netaddr import IPNetwork
from utilities.data import string_to_ranges

from netbox_kit_data_flows.models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias

# Aliases, and what they are of: prefixes, ranges as pairs, addresses
ALIASES = {
    'Offices': (['10.10.0.0/16', '10.20.0.0/16'], [], []),
    'VPN clients': ([], [('10.99.0.10/24', '10.99.0.250/24')], []),
    'Shop, front': (['192.0.2.0/26'], [], []),
    'Shop, databases': ([], [], ['198.51.100.10/24', '198.51.100.11/24']),
    'Monitoring': ([], [], ['10.10.5.5/16']),
}
# Flows: the application, the group, from where, to where, the protocol, the ports
FLOWS = (
    ('Customers to the shop', 'Shop', 'Web', None, 'Shop, front', 'tcp', '80,443'),
    ('Staff to the shop', 'Shop', 'Web', 'Offices', 'Shop, front', 'tcp', '443,8443'),
    ('Shop to its databases', 'Shop', 'Databases', 'Shop, front', 'Shop, databases', 'tcp', '5432'),
    ('Backup of the databases', 'Shop', 'Databases', 'Shop, databases', 'Monitoring', 'tcp', '873,9100-9110'),
    ('Remote work', 'Office', 'Remote access', 'VPN clients', 'Offices', 'any', ''),
    ('Ping', 'Monitoring', None, 'Monitoring', None, 'icmp', ''),
    ('Old intranet', 'Office', 'Old data centre', 'Offices', 'Shop, front', 'tcp', '8080'),
)
GROUPS = {'Web': 'Shop', 'Databases': 'Shop', 'Shop': None, 'Remote access': None, 'Old data centre': 'Being removed'}


def save(instance):
    instance.full_clean()
    instance.save()
    return instance


def slug(name):
    return name.lower().replace(' ', '-')


with transaction.atomic():
    role = save(ApplicationRole(name='Business', slug='business'))
    applications = {name: save(Application(name=name, role=role)) for name in ('Shop', 'Office', 'Monitoring')}
    groups = {'Being removed': save(FlowGroup(name='Being removed', slug='being-removed', status='disabled'))}
    for name in ('Shop', 'Web', 'Databases', 'Remote access', 'Old data centre'):
        groups[name] = save(FlowGroup(name=name, slug=slug(name), parent=groups.get(GROUPS[name])))

    aliases = {}
    for name, (prefixes, ranges, addresses) in ALIASES.items():
        aliases[name] = save(ObjectAlias(name=name))
        aliases[name].prefixes.set([save(Prefix(prefix=IPNetwork(prefix))) for prefix in prefixes])
        aliases[name].ip_ranges.set(
            [save(IPRange(start_address=IPNetwork(first), end_address=IPNetwork(last))) for first, last in ranges]
        )
        aliases[name].ip_addresses.set([save(IPAddress(address=IPNetwork(address))) for address in addresses])
    for name, application, group, source, destination, protocol, ports in FLOWS:
        flow = save(
            DataFlow(
                name=name,
                application=applications[application],
                group=groups.get(group),
                protocol=protocol,
                destination_ports=string_to_ranges(ports) or [],
            )
        )
        flow.sources.set([aliases[source]] if source else [])
        flow.destinations.set([aliases[destination]] if destination else [])

    site = save(Site(name='Vienna', slug='vienna'))
    maker = save(Manufacturer(name='Dell', slug='dell'))
    device_type = save(DeviceType(manufacturer=maker, model='PowerEdge R660', slug='r660'))
    server = save(DeviceRole(name='Server', slug='server', color='2196f3'))
    device = save(Device(name='vie-web-01', site=site, role=server, device_type=device_type))
    interface = save(Interface(device=device, name='eth0', type='25gbase-x-sfp28'))
    save(IPAddress(address=IPNetwork('192.0.2.10/26'), assigned_object=interface))
