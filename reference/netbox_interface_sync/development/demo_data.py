"""
Fill a NetBox with some devices to compare with their types: `python manage.py shell < development/demo_data.py`

For development only.
"""

from dcim import models
from dcim.choices import SubdeviceRoleChoices
from django.db import transaction

with transaction.atomic():
    site = models.Site.objects.create(name='Frankfurt', slug='frankfurt')
    access = models.DeviceRole.objects.create(name='Access switch', slug='access-switch', color='2196f3')
    patching = models.DeviceRole.objects.create(name='Patch panel', slug='patch-panel', color='9e9e9e')
    cisco = models.Manufacturer.objects.create(name='Cisco', slug='cisco')
    panduit = models.Manufacturer.objects.create(name='Panduit', slug='panduit')

    # A switch, as its data sheet has it
    switch = models.DeviceType.objects.create(
        manufacturer=cisco, model='Catalyst 9300-24T', slug='c9300-24t', subdevice_role=SubdeviceRoleChoices.ROLE_PARENT
    )
    for number in range(1, 25):
        models.InterfaceTemplate.objects.create(
            device_type=switch, name=f'GigabitEthernet1/0/{number}', type='1000base-t'
        )
    models.InterfaceTemplate.objects.create(
        device_type=switch, name='GigabitEthernet0/0', type='1000base-t', mgmt_only=True
    )
    models.ConsolePortTemplate.objects.create(device_type=switch, name='con 0', type='rj-45')
    power_supplies = [
        models.PowerPortTemplate.objects.create(
            device_type=switch, name=f'PS-{name}', type='iec-60320-c14', maximum_draw=715, allocated_draw=350
        )
        for name in 'AB'
    ]
    models.ModuleBayTemplate.objects.create(device_type=switch, name='Uplink module', position='1')

    in_line, older, by_hand = (
        models.Device.objects.create(name=name, device_type=switch, role=access, site=site)
        for name in ('fra-acc-01', 'fra-acc-02', 'fra-acc-03')
    )
    # Made from an older version of the type, and never looked at again
    older.interfaces.filter(name__endswith='/23').delete()
    older.interfaces.filter(name__endswith='/24').delete()
    older.interfaces.filter(name='GigabitEthernet0/0').update(name='Management', label='')
    older.interfaces.filter(name='GigabitEthernet1/0/1').update(type='10gbase-t', description='Uplink')
    models.Interface.objects.create(device=older, name='TenGigabitEthernet1/1/1', type='10gbase-x-sfpp')
    older.powerports.filter(name='PS-A').update(maximum_draw=350, allocated_draw=None)
    older.powerports.filter(name='PS-B').update(name='Power supply 2')
    older.consoleports.all().update(type='usb-mini-b')
    older.modulebays.update(position='')
    # Kept by hand
    by_hand.consoleports.all().delete()
    by_hand.interfaces.filter(name__endswith='/2').update(name='Gi1/0/2')

    # A patch panel whose front ports are mapped to one rear port
    panel = models.DeviceType.objects.create(manufacturer=panduit, model='FAP6WAQDLC', slug='fap6waqdlc')
    rear = models.RearPortTemplate.objects.create(device_type=panel, name='MPO', type='mpo', positions=12)
    for number in range(1, 13):
        front = models.FrontPortTemplate.objects.create(device_type=panel, name=f'LC {number}', type='lc')
        models.PortTemplateMapping.objects.create(front_port=front, rear_port=rear, rear_port_position=number)
    panel_device = models.Device.objects.create(name='fra-pp-01', device_type=panel, role=patching, site=site)
    first, second = panel_device.frontports.filter(name__in=['LC 1', 'LC 2']).order_by('name')
    models.PortMapping.objects.filter(front_port=first).delete()
    second.color = '2196f3'
    second.save()
