"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It needs netbox-plugin-kit beside NetBox, and is for development only.
"""

from pathlib import Path

from circuits.models import Circuit, CircuitType, Provider
from dcim.models import Device, DeviceRole, DeviceType, Manufacturer, Rack, Site
from django.core.files.base import ContentFile
from django.db import transaction

from netbox_kit_documents.models import Document


def add(subject, name, kind, content, description=''):
    """
    Add a document: `content` is the address of one, or the name of a file.
    """
    document = Document(name=name, kind=kind, subject=subject, description=description)
    if content.startswith('https://'):
        document.external_url = content
    else:
        document.file = ContentFile(f'{name}\n'.encode(), name=content)
    document.full_clean()
    document.save()
    return document


with transaction.atomic():
    cisco = Manufacturer.objects.create(name='Cisco', slug='cisco')
    juniper = Manufacturer.objects.create(name='Juniper', slug='juniper')
    catalyst = DeviceType.objects.create(manufacturer=cisco, model='Catalyst 9300-48P', slug='c9300-48p')
    ex4400 = DeviceType.objects.create(manufacturer=juniper, model='EX4400-48T', slug='ex4400-48t')
    role = DeviceRole.objects.create(name='Access switch', slug='access-switch', color='2196f3')
    telekom = Provider.objects.create(name='Deutsche Telekom', slug='deutsche-telekom')
    fiber = CircuitType.objects.create(name='Dark fiber', slug='dark-fiber')

    manuals = 'https://www.cisco.com/c/en/us/support/switches/catalyst-9300-series-switches/series.html'
    add(catalyst, 'Catalyst 9300 installation guide', 'manual', manuals, 'Mounting, power, first start')
    add(ex4400, 'EX4400 hardware guide', 'manual', 'https://www.juniper.net/documentation/us/en/hardware/ex4400/')

    for number, city in enumerate(('Berlin', 'Hamburg', 'Leipzig', 'Munich'), start=1):
        site = Site.objects.create(name=f'{city} data centre', slug=city.lower())
        rack = Rack.objects.create(site=site, name=f'{city[0]}{number:02}')
        switch = Device.objects.create(
            name=f'sw-{city[:3].lower()}-01',
            site=site,
            rack=rack,
            role=role,
            device_type=catalyst if number % 2 else ex4400,
        )
        circuit = Circuit.objects.create(cid=f'DTAG-{41000 + number}', provider=telekom, type=fiber)

        add(site, f'{city}, ground floor', 'floor-plan', f'{city.lower()}-ground-floor.pdf', 'Rows A to F')
        add(site, f'{city}, power and cooling', 'diagram', f'{city.lower()}-power.vsdx')
        add(site, f'Lease of {city}', 'contract', f'https://files.example.org/leases/{city.lower()}', 'Until 2031')
        add(rack, f'Rack {rack.name}, front', 'photo', f'{rack.name.lower()}-front.jpg')
        add(switch, f'Order of {switch.name}', 'purchase-order', f'po-2025-{number:03}.pdf')
        add(switch, f'Warranty of {switch.name}', 'warranty', f'https://files.example.org/warranties/{switch.name}')
        add(circuit, f'Contract {circuit.cid}', 'contract', f'{circuit.cid.lower()}.pdf', '36 months')

    # One whose file somebody has removed from the disk
    lost = add(Site.objects.first(), 'Handover report', 'other', 'handover.pdf')
    Path(lost.file.path).unlink()
