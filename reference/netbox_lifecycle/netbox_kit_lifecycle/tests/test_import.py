from dcim.models import DeviceType
from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create

from ..models import ContractAssignment, HardwareLifecycle, LicenseAssignment
from .factories import create_license, create_support_contract


class ImportTestCase(TestCase):
    """
    What is named in a file need not be unique as long as another column says whose it is.
    """

    def assertImported(self, model, *lines):
        response = self.post(model, lines)
        self.assertHttpStatus(response, 302)
        return model.objects.get()

    def assertRefused(self, message, model, *lines):
        self.assertContains(self.post(model, lines), message)
        self.assertFalse(model.objects.exists())

    def post(self, model, lines):
        name = model._meta.model_name
        self.add_permissions(
            f'netbox_kit_lifecycle.view_{name}',
            f'netbox_kit_lifecycle.add_{name}',
            *(f'netbox_kit_lifecycle.view_{each}' for each in ('license', 'supportcontract', 'vendor')),
            *(f'dcim.view_{each}' for each in ('device', 'devicetype', 'manufacturer', 'moduletype')),
        )
        return self.client.post(
            reverse(f'plugins:netbox_kit_lifecycle:{name}_bulk_import'),
            {'data': '\n'.join(lines), 'format': 'csv', 'csv_delimiter': ',', 'import_method': 'direct'},
        )

    def test_types_of_a_manufacturer(self):
        wanted, _ = [create('dcim.devicetype', model='X1', slug=slug) for slug in ('x1-a', 'x1-b')]
        header, row = 'device_type,end_of_support', 'X1,2030-01-01'
        self.assertRefused('multiple objects', HardwareLifecycle, header, row)
        lifecycle = self.assertImported(
            HardwareLifecycle, f'manufacturer,{header}', f'{wanted.manufacturer.name},{row}'
        )
        self.assertEqual(lifecycle.device_type, wanted)

    def test_type_of_another_manufacturer(self):
        create('dcim.devicetype', model='X1')
        other = create('dcim.manufacturer')
        self.assertRefused('Object not found', HardwareLifecycle, 'manufacturer,device_type', f'{other.name},X1')
        self.assertTrue(DeviceType.objects.exists())

    def test_contracts_of_a_vendor(self):
        wanted, _ = [create_support_contract(contract_id='1') for _ in range(2)]
        device = create('dcim.device')
        header, row = 'contract,device', f'1,{device.name}'
        self.assertRefused('multiple objects', ContractAssignment, header, row)
        assignment = self.assertImported(ContractAssignment, f'vendor,{header}', f'{wanted.vendor.name},{row}')
        self.assertEqual(assignment.contract, wanted)

    def test_licenses_of_a_manufacturer(self):
        wanted, _ = [create_license(name='Base') for _ in range(2)]
        device = create('dcim.device')
        header, row = 'license,device,quantity', f'Base,{device.name},1'
        self.assertRefused('multiple objects', LicenseAssignment, header, row)
        assignment = self.assertImported(
            LicenseAssignment, f'manufacturer,{header}', f'{wanted.manufacturer.name},{row}'
        )
        self.assertEqual(assignment.license, wanted)

    def test_nothing_or_two_things(self):
        create_support_contract(contract_id='1')
        device, machine = create('dcim.device'), create('virtualization.virtualmachine')
        self.add_permissions('virtualization.view_virtualmachine')
        message = 'An assignment is that of one device, module or virtual machine.'
        self.assertRefused(message, ContractAssignment, 'contract,sku', '1,X')
        self.assertRefused(
            message, ContractAssignment, 'contract,device,virtual_machine', f'1,{device.name},{machine.name}'
        )
