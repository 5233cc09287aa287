from datetime import date

from netbox_plugin_kit.testing import ModelViewTestCase, ViewTestCases, create, create_tags

from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor
from .factories import (
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license,
    create_license_assignment,
    create_support_contract,
    create_vendor,
)


class HardwareLifecycleTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = HardwareLifecycle

    @classmethod
    def setUpTestData(cls):
        hardware_lifecycles = [create_hardware_lifecycle() for _ in range(3)]
        device_types = [create('dcim.devicetype') for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'device_type': device_types[0].pk,
            'end_of_sale': date(2030, 1, 1),
            'end_of_maintenance': date(2030, 1, 1),
            'end_of_security': date(2030, 1, 1),
            'end_of_support': date(2030, 2, 1),
            'last_contract': date(2030, 1, 1),
            'notice': 'https://example.org/a',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,device_type,end_of_sale,end_of_maintenance,end_of_security,end_of_support,last_contract,notice',
            f'Description A,{device_types[0].model},2030-01-01,2030-01-01,2030-01-01,2030-02-01,2030-01-01,https://example.org/a',
            f'Description B,{device_types[1].model},2030-01-02,2030-01-02,2030-01-02,2030-02-02,2030-01-02,https://example.org/b',
            f'Description C,{device_types[2].model},2030-01-03,2030-01-03,2030-01-03,2030-02-03,2030-01-03,https://example.org/c',
        )

        cls.csv_update_data = (
            'id,description',
            f'{hardware_lifecycles[0].pk},Description D',
            f'{hardware_lifecycles[1].pk},Description E',
            f'{hardware_lifecycles[2].pk},Description F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'end_of_maintenance': date(2030, 1, 4),
            'end_of_security': date(2030, 1, 4),
            'last_contract': date(2030, 1, 4),
            'notice': 'https://example.org/d',
        }


class VendorTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Vendor

    @classmethod
    def setUpTestData(cls):
        vendors = [create_vendor() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Vendor A',
            'slug': 'vendor-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description',
            'Vendor A,vendor-a,Description A',
            'Vendor B,vendor-b,Description B',
            'Vendor C,vendor-c,Description C',
        )

        cls.csv_update_data = (
            'id,name',
            f'{vendors[0].pk},Vendor D',
            f'{vendors[1].pk},Vendor E',
            f'{vendors[2].pk},Vendor F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class SupportContractTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = SupportContract

    @classmethod
    def setUpTestData(cls):
        support_contracts = [create_support_contract() for _ in range(3)]
        vendor = create_vendor()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'vendor': vendor.pk,
            'contract_id': 'Contract ID A',
            'start_date': date(2030, 1, 1),
            'renewal_date': date(2030, 1, 1),
            'end_date': date(2030, 2, 1),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,vendor,contract_id,start_date,renewal_date,end_date',
            f'Description A,{vendor.name},Contract ID A,2030-01-01,2030-01-01,2030-02-01',
            f'Description B,{vendor.name},Contract ID B,2030-01-02,2030-01-02,2030-02-02',
            f'Description C,{vendor.name},Contract ID C,2030-01-03,2030-01-03,2030-02-03',
        )

        cls.csv_update_data = (
            'id,contract_id',
            f'{support_contracts[0].pk},Contract ID D',
            f'{support_contracts[1].pk},Contract ID E',
            f'{support_contracts[2].pk},Contract ID F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class SupportContractBulkRenameTestCase(ModelViewTestCase):
    model = SupportContract

    def test_bulk_rename(self):
        support_contract = create_support_contract(contract_id='Contract ID A')
        self.add_permissions('netbox_kit_lifecycle.view_supportcontract', 'netbox_kit_lifecycle.change_supportcontract')

        response = self.client.post(
            self._get_url('bulk_rename'),
            {
                'pk': [support_contract.pk],
                'field_names': ['contract_id'],
                'find': 'A',
                'replace': 'Z',
                '_apply': True,
            },
        )

        self.assertHttpStatus(response, 302)
        support_contract.refresh_from_db()
        self.assertEqual(support_contract.contract_id, 'Contract ID A'.replace('A', 'Z'))


class ContractAssignmentTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = ContractAssignment

    @classmethod
    def setUpTestData(cls):
        contract_assignments = [create_contract_assignment() for _ in range(3)]
        contract = create_support_contract()
        device = create('dcim.device')
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'contract': contract.pk,
            'device': device.pk,
            'sku': 'SKU A',
            'end_date': date(2030, 1, 1),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'contract,device,sku,end_date',
            f'{contract.contract_id},{device.name},SKU A,2030-01-01',
            f'{contract.contract_id},{device.name},SKU B,2030-01-02',
            f'{contract.contract_id},{device.name},SKU C,2030-01-03',
        )

        cls.csv_update_data = (
            'id,sku',
            f'{contract_assignments[0].pk},SKU D',
            f'{contract_assignments[1].pk},SKU E',
            f'{contract_assignments[2].pk},SKU F',
        )

        cls.bulk_edit_data = {
            'sku': 'SKU D',
            'contract': contract.pk,
            'end_date': date(2030, 1, 4),
        }


class LicenseTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = License

    @classmethod
    def setUpTestData(cls):
        licenses = [create_license() for _ in range(3)]
        manufacturer = create('dcim.manufacturer')
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'manufacturer': manufacturer.pk,
            'name': 'Licence A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,manufacturer,name',
            f'Description A,{manufacturer.name},Licence A',
            f'Description B,{manufacturer.name},Licence B',
            f'Description C,{manufacturer.name},Licence C',
        )

        cls.csv_update_data = (
            'id,name',
            f'{licenses[0].pk},Licence D',
            f'{licenses[1].pk},Licence E',
            f'{licenses[2].pk},Licence F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class LicenseAssignmentTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = LicenseAssignment

    @classmethod
    def setUpTestData(cls):
        license_assignments = [create_license_assignment() for _ in range(3)]
        license = create_license()
        vendor = create_vendor()
        device = create('dcim.device')
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'license': license.pk,
            'vendor': vendor.pk,
            'device': device.pk,
            'quantity': 1,
            'end_date': date(2030, 1, 1),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'license,vendor,device,quantity,end_date',
            f'{license.name},{vendor.name},{device.name},1,2030-01-01',
            f'{license.name},{vendor.name},{device.name},2,2030-01-02',
            f'{license.name},{vendor.name},{device.name},3,2030-01-03',
        )

        cls.csv_update_data = (
            'id,quantity',
            f'{license_assignments[0].pk},4',
            f'{license_assignments[1].pk},5',
            f'{license_assignments[2].pk},6',
        )

        cls.bulk_edit_data = {
            'license': license.pk,
            'vendor': vendor.pk,
            'quantity': 4,
            'end_date': date(2030, 1, 4),
        }
