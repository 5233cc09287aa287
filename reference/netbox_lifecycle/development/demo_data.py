"""
Fill a NetBox that has no objects of this plugin with some to look at: `python manage.py shell < development/demo_data.py`

It is for development only.
"""

from datetime import timedelta

from dcim.models import Device, DeviceRole, DeviceType, Manufacturer, ModuleType, Site
from django.db import transaction
from django.utils import timezone
from extras.dashboard.utils import get_dashboard
from users.models import User

from netbox_kit_lifecycle.models import (
    ContractAssignment,
    HardwareLifecycle,
    License,
    LicenseAssignment,
    SupportContract,
    Vendor,
)
from netbox_kit_lifecycle.widgets import ExpiringWidget

# Devices' types: the maker, the model, the days from now until the ends of sale and of support
TYPES = (
    ('Cisco', 'Catalyst 2960X-48TS-L', -1500, -30),
    ('Cisco', 'Catalyst 3850-24T', -1100, 45),
    ('Cisco', 'Catalyst 9300-48P', 400, 2200),
    ('Juniper', 'EX3400-48T', -200, 80),
    ('Juniper', 'EX4400-48T', None, None),
)
CONTRACTS = (
    ('Network Partners', 'NP-2024-118', -600, 25),
    ('Network Partners', 'NP-2026-007', -90, 640),
    ('Axians', 'SLA-88123', -30, 335),
)
LICENSES = (
    ('Cisco', 'DNA Advantage', 12, 60),
    ('Cisco', 'Network Essentials', 8, None),
    ('Juniper', 'Flex Advanced', 4, 380),
)


def in_days(days):
    return None if days is None else timezone.localdate() + timedelta(days=days)


def save(instance):
    instance.full_clean()
    instance.save()
    return instance


with transaction.atomic():
    site = save(Site(name='Vienna', slug='vienna'))
    role = save(DeviceRole(name='Switch', slug='switch', color='2196f3'))
    makers = {name: save(Manufacturer(name=name, slug=name.lower())) for name in ('Cisco', 'Juniper')}
    vendors = {
        name: save(Vendor(name=name, slug=name.lower().replace(' ', '-'))) for name in ('Network Partners', 'Axians')
    }
    contracts = [
        save(
            SupportContract(
                vendor=vendors[vendor],
                contract_id=number,
                start_date=in_days(start),
                renewal_date=in_days(end - 20),
                end_date=in_days(end),
            )
        )
        for vendor, number, start, end in CONTRACTS
    ]
    for number, (maker, model, sale, support) in enumerate(TYPES):
        device_type = save(DeviceType(manufacturer=makers[maker], model=model, slug=model.lower().replace(' ', '-')))
        security = None if support is None else support - 180
        save(
            HardwareLifecycle(
                device_type=device_type,
                end_of_sale=in_days(sale),
                end_of_security=in_days(security),
                end_of_support=in_days(support),
                last_contract=in_days(security),
            )
        )
        for index in range(1, 4):
            name = f'vie-sw-{number}{index}'
            device = save(Device(name=name, site=site, role=role, device_type=device_type))
            save(ContractAssignment(contract=contracts[(number + index) % 3], device=device, sku='NBD-8x5'))
    module_type = save(ModuleType(manufacturer=makers['Cisco'], model='C9300-NM-8X'))
    save(HardwareLifecycle(module_type=module_type, end_of_support=in_days(2200)))
    for maker, name, quantity, end in LICENSES:
        license = save(License(manufacturer=makers[maker], name=name))
        for device in Device.objects.filter(device_type__manufacturer=makers[maker])[:3]:
            assigned = {'device': device, 'quantity': quantity, 'end_date': in_days(end)}
            save(LicenseAssignment(license=license, vendor=vendors['Axians'], **assigned))

    for user in User.objects.all():
        dashboard = get_dashboard(user)
        dashboard.add_widget(ExpiringWidget(id='7f0f5c52-6c2e-4d53-9d8b-0f8f8a3f2b11'))
        dashboard.save()
