from netbox_plugin_kit.testing import APIViewTestCases, create

from ..models import ContractAssignment, HardwareLifecycle, License, LicenseAssignment, SupportContract, Vendor
from .factories import (
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license,
    create_license_assignment,
    create_support_contract,
    create_vendor,
)


class HardwareLifecycleTestCase(APIViewTestCases.APIViewTestCase):
    model = HardwareLifecycle
    brief_fields = ['description', 'display', 'id', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = [
        'end_of_sale',
        'end_of_maintenance',
        'end_of_security',
        'end_of_support',
        'last_contract',
    ]

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_hardware_lifecycle()
        device_types = [create('dcim.devicetype') for _ in range(3)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'device_type': device_types[0].pk,
                'end_of_sale': '2030-01-01',
                'end_of_maintenance': '2030-01-01',
                'end_of_security': '2030-01-01',
                'end_of_support': '2030-02-01',
                'last_contract': '2030-01-01',
                'notice': 'https://example.org/a',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'device_type': device_types[1].pk,
                'end_of_sale': '2030-01-02',
                'end_of_maintenance': '2030-01-02',
                'end_of_security': '2030-01-02',
                'end_of_support': '2030-02-02',
                'last_contract': '2030-01-02',
                'notice': 'https://example.org/b',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'device_type': device_types[2].pk,
                'end_of_sale': '2030-01-03',
                'end_of_maintenance': '2030-01-03',
                'end_of_security': '2030-01-03',
                'end_of_support': '2030-02-03',
                'last_contract': '2030-01-03',
                'notice': 'https://example.org/c',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'notice': 'https://example.org/d',
        }


class VendorTestCase(APIViewTestCases.APIViewTestCase):
    model = Vendor
    brief_fields = ['description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_vendor()

        cls.create_data = [
            {
                'name': 'Vendor A',
                'slug': 'vendor-a',
                'description': 'Description A',
                'comments': 'Comments A',
            },
            {
                'name': 'Vendor B',
                'slug': 'vendor-b',
                'description': 'Description B',
                'comments': 'Comments B',
            },
            {
                'name': 'Vendor C',
                'slug': 'vendor-c',
                'description': 'Description C',
                'comments': 'Comments C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class SupportContractTestCase(APIViewTestCases.APIViewTestCase):
    model = SupportContract
    brief_fields = ['contract_id', 'description', 'display', 'id', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['start_date', 'renewal_date', 'end_date']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_support_contract()
        vendor = create_vendor()

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'vendor': vendor.pk,
                'contract_id': 'Contract ID A',
                'start_date': '2030-01-01',
                'renewal_date': '2030-01-01',
                'end_date': '2030-02-01',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'vendor': vendor.pk,
                'contract_id': 'Contract ID B',
                'start_date': '2030-01-02',
                'renewal_date': '2030-01-02',
                'end_date': '2030-02-02',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'vendor': vendor.pk,
                'contract_id': 'Contract ID C',
                'start_date': '2030-01-03',
                'renewal_date': '2030-01-03',
                'end_date': '2030-02-03',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class ContractAssignmentTestCase(APIViewTestCases.APIViewTestCase):
    model = ContractAssignment
    user_permissions = ['netbox_kit_lifecycle.view_supportcontract']
    brief_fields = ['display', 'id', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['end_date']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_contract_assignment()
        contract = create_support_contract()
        device = create('dcim.device')

        cls.create_data = [
            {
                'contract': contract.pk,
                'device': device.pk,
                'sku': 'SKU A',
                'end_date': '2030-01-01',
            },
            {
                'contract': contract.pk,
                'device': device.pk,
                'sku': 'SKU B',
                'end_date': '2030-01-02',
            },
            {
                'contract': contract.pk,
                'device': device.pk,
                'sku': 'SKU C',
                'end_date': '2030-01-03',
            },
        ]

        cls.bulk_update_data = {
            'contract': contract.pk,
            'sku': 'SKU D',
        }


class LicenseTestCase(APIViewTestCases.APIViewTestCase):
    model = License
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_license()
        manufacturer = create('dcim.manufacturer')

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'manufacturer': manufacturer.pk,
                'name': 'Licence A',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'manufacturer': manufacturer.pk,
                'name': 'Licence B',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'manufacturer': manufacturer.pk,
                'name': 'Licence C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class LicenseAssignmentTestCase(APIViewTestCases.APIViewTestCase):
    model = LicenseAssignment
    user_permissions = ['netbox_kit_lifecycle.view_license']
    brief_fields = ['display', 'id', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['end_date']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_license_assignment()
        license = create_license()
        vendor = create_vendor()
        device = create('dcim.device')

        cls.create_data = [
            {
                'license': license.pk,
                'vendor': vendor.pk,
                'device': device.pk,
                'quantity': 1,
                'end_date': '2030-01-01',
            },
            {
                'license': license.pk,
                'vendor': vendor.pk,
                'device': device.pk,
                'quantity': 2,
                'end_date': '2030-01-02',
            },
            {
                'license': license.pk,
                'vendor': vendor.pk,
                'device': device.pk,
                'quantity': 3,
                'end_date': '2030-01-03',
            },
        ]

        cls.bulk_update_data = {
            'license': license.pk,
            'vendor': vendor.pk,
            'quantity': 4,
        }
