"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It is for development only.
"""

from datetime import timedelta

from dcim.models import (
    Device,
    DeviceRole,
    DeviceType,
    Location,
    Manufacturer,
    Module,
    ModuleBay,
    ModuleType,
    Rack,
    RackType,
    Site,
)
from django.db import transaction
from django.utils import timezone
from tenancy.models import Tenant

from netbox_kit_inventory.models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier

# Groups of items, and the types in them: the maker, the model, the part number
GROUPS = {
    ('Transceivers', '10 Gbit/s'): (('Cisco', 'SFP-10G-SR', '10-2415-03'), ('Juniper', 'EX-SFP-10GE-LR', '740-031981')),
    ('Transceivers', '100 Gbit/s'): (('Cisco', 'QSFP-100G-LR4-S', '10-3146-02'),),
    ('Power supplies', None): (('Cisco', 'PWR-C1-715WAC', '341-0771-01'),),
}
# Purchases: the supplier, the number, the days since it, and the numbers of its deliveries
PURCHASES = (
    ('Network Partners', 'PO-2023-041', 1060, ('LS-77120',)),
    ('Network Partners', 'PO-2025-009', 400, ('LS-90334', 'LS-90871')),
    ('Axians', 'PO-2026-113', 35, ('A-20441',)),
)
YEARS = 3 * 365


def save(instance):
    instance.full_clean()
    instance.save()
    return instance


def slug(name):
    return name.lower().replace(' ', '-').replace('/', '')


def ago(days):
    return timezone.localdate() - timedelta(days=days)


with transaction.atomic():
    makers = {name: save(Manufacturer(name=name, slug=slug(name))) for name in ('Cisco', 'Juniper', 'APC')}
    tenant = save(Tenant(name='Campus network', slug='campus-network'))
    leasing = save(Tenant(name='Deutsche Leasing', slug='deutsche-leasing'))
    site = save(Site(name='Graz', slug='graz'))
    room = save(Location(site=site, name='Server room', slug='server-room'))
    store = save(Location(site=site, name='Store', slug='store'))
    shelf = save(Location(site=site, parent=store, name='Shelf 3', slug='shelf-3'))
    role = save(DeviceRole(name='Access switch', slug='access-switch', color='2196f3'))

    catalyst = save(DeviceType(manufacturer=makers['Cisco'], model='Catalyst 9300-48P', slug='c9300-48p'))
    ex4400 = save(DeviceType(manufacturer=makers['Juniper'], model='EX4400-48T', slug='ex4400-48t'))
    uplinks = save(ModuleType(manufacturer=makers['Cisco'], model='C9300-NM-8X'))
    netshelter = save(
        RackType(manufacturer=makers['APC'], model='NetShelter SX 42U', slug='ar3100', form_factor='4-post-cabinet')
    )

    items = []
    for (group_name, subgroup_name), types in GROUPS.items():
        group, _ = ItemGroup.objects.get_or_create(name=group_name, slug=slug(group_name))
        if subgroup_name:
            group = save(ItemGroup(parent=group, name=subgroup_name, slug=slug(subgroup_name)))
        for maker, model, number in types:
            values = {'manufacturer': makers[maker], 'model': model, 'part_number': number, 'group': group}
            items.append(save(ItemType(**values)))

    deliveries = []
    for supplier_name, number, days, notes in PURCHASES:
        supplier, _ = Supplier.objects.get_or_create(name=supplier_name, slug=slug(supplier_name))
        purchase = save(Purchase(supplier=supplier, name=number, date=ago(days)))
        for note in notes:
            deliveries.append(save(Delivery(purchase=purchase, name=note, date=ago(days - 14))))

    tags = iter(range(100231, 110000))

    def add(delivery, **values):
        """
        Add an asset whose warranty starts with its delivery.
        """
        tag = next(tags)
        start = delivery.date
        return save(
            Asset(
                asset_tag=f'INV-{tag}',
                serial=f'FOC{tag * 7919 % 99991:05}X',
                delivery=delivery,
                warranty_start=start,
                warranty_end=start + timedelta(days=YEARS),
                **values,
            )
        )

    rack = save(Rack(site=site, location=room, rack_type=netshelter, name='G01'))
    add(deliveries[0], rack_type=netshelter, rack=rack, owning_tenant=leasing)
    for number in range(1, 7):
        device_type = catalyst if number % 2 else ex4400
        values = {'name': f'graz-sw-{number:02}', 'site': site, 'location': room, 'rack': rack, 'tenant': tenant}
        device = save(Device(device_type=device_type, role=role, **values))
        delivery = deliveries[number % 3]
        add(delivery, device_type=device_type, device=device, tenant=tenant, owning_tenant=leasing)
        if device_type == catalyst:
            bay = save(ModuleBay(device=device, name='Network module'))
            module = save(Module(device=device, module_bay=bay, module_type=uplinks))
            add(delivery, module_type=uplinks, module=module, tenant=tenant)

    # A switch that nobody has assigned an asset to, and assets that wait for it
    save(Device(device_type=catalyst, role=role, name='graz-sw-07', site=site, location=room, rack=rack, tenant=tenant))
    for _number in range(3):
        add(deliveries[3], device_type=catalyst, storage_location=shelf, owning_tenant=leasing)
    for item_type in items:
        for _number in range(2):
            add(deliveries[2], item_type=item_type, storage_location=shelf)
    for _number in range(2):
        add(deliveries[0], device_type=ex4400, storage_location=store, status='retired', description='Defective')
