from datetime import date

from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..filtersets import (
    ContractAssignmentFilterSet,
    HardwareLifecycleFilterSet,
    LicenseAssignmentFilterSet,
    LicenseFilterSet,
    SupportContractFilterSet,
    VendorFilterSet,
)
from .factories import (
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license,
    create_license_assignment,
    create_support_contract,
    create_vendor,
)


class HardwareLifecycleFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = HardwareLifecycleFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.hardware_lifecycles = (
            create_hardware_lifecycle(
                description='Description A',
                comments='Comments A',
                device_type=create('dcim.devicetype'),
                end_of_sale=date(2030, 1, 1),
                end_of_maintenance=date(2030, 1, 1),
                end_of_security=date(2030, 1, 1),
                end_of_support=date(2030, 2, 1),
                last_contract=date(2030, 1, 1),
                notice='https://example.org/a',
            ),
            create_hardware_lifecycle(
                description='Description B',
                comments='Comments B',
                device_type=create('dcim.devicetype'),
                end_of_sale=date(2030, 1, 2),
                end_of_maintenance=date(2030, 1, 2),
                end_of_security=date(2030, 1, 2),
                end_of_support=date(2030, 2, 2),
                last_contract=date(2030, 1, 2),
                notice='https://example.org/b',
            ),
            create_hardware_lifecycle(
                description='Description C',
                comments='Comments C',
                device_type=create('dcim.devicetype'),
                end_of_sale=date(2030, 1, 3),
                end_of_maintenance=date(2030, 1, 3),
                end_of_security=date(2030, 1, 3),
                end_of_support=date(2030, 2, 3),
                last_contract=date(2030, 1, 3),
                notice='https://example.org/c',
            ),
        )

    def test_q(self):
        params = {'q': 'DESCRIPTION A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.hardware_lifecycles[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_device_type(self):
        params = {
            'device_type_id': [self.hardware_lifecycles[0].device_type.pk, self.hardware_lifecycles[1].device_type.pk]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_of_sale(self):
        params = {'end_of_sale': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_of_maintenance(self):
        params = {'end_of_maintenance': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_of_security(self):
        params = {'end_of_security': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_of_support(self):
        params = {'end_of_support': ['2030-02-01', '2030-02-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_last_contract(self):
        params = {'last_contract': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_notice(self):
        params = {'notice': ['https://example.org/a', 'https://example.org/b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class VendorFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = VendorFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.vendors = (
            create_vendor(
                name='Vendor A',
                slug='vendor-a',
                description='Description A',
                comments='Comments A',
            ),
            create_vendor(
                name='Vendor B',
                slug='vendor-b',
                description='Description B',
                comments='Comments B',
            ),
            create_vendor(
                name='Vendor C',
                slug='vendor-c',
                description='Description C',
                comments='Comments C',
            ),
        )

    def test_q(self):
        params = {'q': 'VENDOR A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.vendors[0])

    def test_name(self):
        params = {'name': ['Vendor A', 'Vendor B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['vendor-a', 'vendor-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class SupportContractFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = SupportContractFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.support_contracts = (
            create_support_contract(
                description='Description A',
                comments='Comments A',
                vendor=create_vendor(),
                contract_id='Contract ID A',
                start_date=date(2030, 1, 1),
                renewal_date=date(2030, 1, 1),
                end_date=date(2030, 2, 1),
            ),
            create_support_contract(
                description='Description B',
                comments='Comments B',
                vendor=create_vendor(),
                contract_id='Contract ID B',
                start_date=date(2030, 1, 2),
                renewal_date=date(2030, 1, 2),
                end_date=date(2030, 2, 2),
            ),
            create_support_contract(
                description='Description C',
                comments='Comments C',
                vendor=create_vendor(),
                contract_id='Contract ID C',
                start_date=date(2030, 1, 3),
                renewal_date=date(2030, 1, 3),
                end_date=date(2030, 2, 3),
            ),
        )

    def test_q(self):
        params = {'q': 'CONTRACT ID A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.support_contracts[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_vendor(self):
        params = {'vendor_id': [self.support_contracts[0].vendor.pk, self.support_contracts[1].vendor.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_contract_id(self):
        params = {'contract_id': ['Contract ID A', 'Contract ID B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_start_date(self):
        params = {'start_date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_renewal_date(self):
        params = {'renewal_date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_date(self):
        params = {'end_date': ['2030-02-01', '2030-02-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ContractAssignmentFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ContractAssignmentFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.contract_assignments = (
            create_contract_assignment(
                contract=create_support_contract(),
                device=create('dcim.device'),
                sku='SKU A',
                end_date=date(2030, 1, 1),
            ),
            create_contract_assignment(
                contract=create_support_contract(),
                device=create('dcim.device'),
                sku='SKU B',
                end_date=date(2030, 1, 2),
            ),
            create_contract_assignment(
                contract=create_support_contract(),
                device=create('dcim.device'),
                sku='SKU C',
                end_date=date(2030, 1, 3),
            ),
        )

    def test_q(self):
        params = {'q': 'SKU A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.contract_assignments[0])

    def test_contract(self):
        params = {'contract_id': [self.contract_assignments[0].contract.pk, self.contract_assignments[1].contract.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_device(self):
        params = {'device_id': [self.contract_assignments[0].device.pk, self.contract_assignments[1].device.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_sku(self):
        params = {'sku': ['SKU A', 'SKU B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_date(self):
        params = {'end_date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class LicenseFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = LicenseFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.licenses = (
            create_license(
                description='Description A',
                comments='Comments A',
                manufacturer=create('dcim.manufacturer'),
                name='Licence A',
            ),
            create_license(
                description='Description B',
                comments='Comments B',
                manufacturer=create('dcim.manufacturer'),
                name='Licence B',
            ),
            create_license(
                description='Description C',
                comments='Comments C',
                manufacturer=create('dcim.manufacturer'),
                name='Licence C',
            ),
        )

    def test_q(self):
        params = {'q': 'LICENCE A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.licenses[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_manufacturer(self):
        params = {'manufacturer_id': [self.licenses[0].manufacturer.pk, self.licenses[1].manufacturer.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Licence A', 'Licence B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class LicenseAssignmentFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = LicenseAssignmentFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.license_assignments = (
            create_license_assignment(
                license=create_license(),
                vendor=create_vendor(),
                device=create('dcim.device'),
                quantity=1,
                end_date=date(2030, 1, 1),
            ),
            create_license_assignment(
                license=create_license(),
                vendor=create_vendor(),
                device=create('dcim.device'),
                quantity=2,
                end_date=date(2030, 1, 2),
            ),
            create_license_assignment(
                license=create_license(),
                vendor=create_vendor(),
                device=create('dcim.device'),
                quantity=3,
                end_date=date(2030, 1, 3),
            ),
        )

    def test_license(self):
        params = {'license_id': [self.license_assignments[0].license.pk, self.license_assignments[1].license.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_vendor(self):
        params = {'vendor_id': [self.license_assignments[0].vendor.pk, self.license_assignments[1].vendor.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_device(self):
        params = {'device_id': [self.license_assignments[0].device.pk, self.license_assignments[1].device.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_quantity(self):
        params = {'quantity': [1, 2]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_end_date(self):
        params = {'end_date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)
