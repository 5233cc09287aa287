from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase, create

from .factories import (
    create_complete_contract_assignment,
    create_complete_hardware_lifecycle,
    create_complete_license,
    create_complete_license_assignment,
    create_complete_support_contract,
    create_complete_vendor,
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license,
    create_license_assignment,
    create_support_contract,
    create_vendor,
)


class HardwareLifecycleTestCase(TestCase):
    def test_valid(self):
        create_hardware_lifecycle().full_clean()
        create_complete_hardware_lifecycle().full_clean()

    def test_str(self):
        hardware_lifecycle = create_hardware_lifecycle()

        self.assertEqual(str(hardware_lifecycle), f'{hardware_lifecycle.device_type}')

    def test_exactly_one(self):
        hardware_lifecycle = create_hardware_lifecycle()

        hardware_lifecycle.device_type = create('dcim.devicetype')
        hardware_lifecycle.module_type = None
        hardware_lifecycle.clean()

        hardware_lifecycle.device_type = None
        hardware_lifecycle.module_type = None
        with self.assertRaisesMessage(ValidationError, 'A lifecycle is that of either a device type or a module type.'):
            hardware_lifecycle.clean()

        hardware_lifecycle.device_type = create('dcim.devicetype')
        hardware_lifecycle.module_type = create('dcim.moduletype')
        with self.assertRaisesMessage(ValidationError, 'A lifecycle is that of either a device type or a module type.'):
            hardware_lifecycle.clean()

    def test_end_of_sale_and_end_of_support_2(self):
        hardware_lifecycle = create_hardware_lifecycle()

        hardware_lifecycle.end_of_sale = date(2030, 1, 1)
        hardware_lifecycle.end_of_support = date(2030, 2, 1)
        hardware_lifecycle.clean()

        hardware_lifecycle.end_of_sale = date(2030, 2, 1)
        hardware_lifecycle.end_of_support = date(2030, 1, 1)
        with self.assertRaisesMessage(ValidationError, 'Support does not end before the sale.'):
            hardware_lifecycle.clean()


class VendorTestCase(TestCase):
    def test_valid(self):
        create_vendor().full_clean()
        create_complete_vendor().full_clean()

    def test_str(self):
        vendor = create_vendor()

        self.assertEqual(str(vendor), f'{vendor.name}')


class SupportContractTestCase(TestCase):
    def test_valid(self):
        create_support_contract().full_clean()
        create_complete_support_contract().full_clean()

    def test_str(self):
        support_contract = create_support_contract()

        self.assertEqual(str(support_contract), f'{support_contract.contract_id}')

    def test_vendor_and_contract_id_are_unique_together(self):
        support_contract = create_complete_support_contract()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_support_contract(
                vendor=support_contract.vendor,
                contract_id=support_contract.contract_id,
            )

    def test_start_date_and_end_date(self):
        support_contract = create_support_contract()

        support_contract.start_date = date(2030, 1, 1)
        support_contract.end_date = date(2030, 2, 1)
        support_contract.clean()

        support_contract.start_date = date(2030, 2, 1)
        support_contract.end_date = date(2030, 1, 1)
        with self.assertRaisesMessage(ValidationError, 'A contract does not end before it starts.'):
            support_contract.clean()

    def test_renewal_date_and_end_date_2(self):
        support_contract = create_support_contract()

        support_contract.renewal_date = date(2030, 1, 1)
        support_contract.end_date = date(2030, 2, 1)
        support_contract.clean()

        support_contract.renewal_date = date(2030, 2, 1)
        support_contract.end_date = date(2030, 1, 1)
        with self.assertRaisesMessage(ValidationError, 'A contract is renewed before it ends.'):
            support_contract.clean()


class ContractAssignmentTestCase(TestCase):
    def test_valid(self):
        create_contract_assignment().full_clean()
        create_complete_contract_assignment().full_clean()

    def test_str(self):
        contract_assignment = create_contract_assignment()

        self.assertEqual(str(contract_assignment), f'{contract_assignment.contract}')

    def test_exactly_one(self):
        contract_assignment = create_contract_assignment()

        contract_assignment.device = create('dcim.device')
        contract_assignment.module = None
        contract_assignment.virtual_machine = None
        contract_assignment.clean()

        contract_assignment.device = None
        contract_assignment.module = None
        contract_assignment.virtual_machine = None
        with self.assertRaisesMessage(
            ValidationError, 'An assignment is that of one device, module or virtual machine.'
        ):
            contract_assignment.clean()

        contract_assignment.device = create('dcim.device')
        contract_assignment.module = create('dcim.module')
        contract_assignment.virtual_machine = create('virtualization.virtualmachine')
        with self.assertRaisesMessage(
            ValidationError, 'An assignment is that of one device, module or virtual machine.'
        ):
            contract_assignment.clean()


class LicenseTestCase(TestCase):
    def test_valid(self):
        create_license().full_clean()
        create_complete_license().full_clean()

    def test_str(self):
        license = create_license()

        self.assertEqual(str(license), f'{license.name}')

    def test_manufacturer_and_name_are_unique_together(self):
        license = create_complete_license()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_license(
                manufacturer=license.manufacturer,
                name=license.name,
            )


class LicenseAssignmentTestCase(TestCase):
    def test_valid(self):
        create_license_assignment().full_clean()
        create_complete_license_assignment().full_clean()

    def test_str(self):
        license_assignment = create_license_assignment()

        self.assertEqual(str(license_assignment), f'{license_assignment.license}')

    def test_exactly_one(self):
        license_assignment = create_license_assignment()

        license_assignment.device = create('dcim.device')
        license_assignment.virtual_machine = None
        license_assignment.clean()

        license_assignment.device = None
        license_assignment.virtual_machine = None
        with self.assertRaisesMessage(
            ValidationError, 'A licence is assigned to either a device or a virtual machine.'
        ):
            license_assignment.clean()

        license_assignment.device = create('dcim.device')
        license_assignment.virtual_machine = create('virtualization.virtualmachine')
        with self.assertRaisesMessage(
            ValidationError, 'A licence is assigned to either a device or a virtual machine.'
        ):
            license_assignment.clean()
