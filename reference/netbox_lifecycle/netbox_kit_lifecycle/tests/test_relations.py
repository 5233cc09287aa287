from datetime import date

from dcim.models import DeviceType
from netbox_plugin_kit.testing import TestCase, create

from ..models import ContractAssignment, HardwareLifecycle, LicenseAssignment
from .factories import create_contract_assignment, create_hardware_lifecycle, create_license_assignment


class WaysBackTestCase(TestCase):
    """
    From NetBox's objects to those of the plugin, as the README shows it.
    """

    @classmethod
    def setUpTestData(cls):
        cls.device = create('dcim.device')
        cls.lifecycle = create_hardware_lifecycle(device_type=cls.device.device_type, end_of_support=date(2026, 12, 31))
        cls.contract = create_contract_assignment(device=cls.device)
        cls.license = create_license_assignment(device=cls.device)

    def test_lifecycles(self):
        found = DeviceType.objects.filter(kit_lifecycle__end_of_support__lt=date(2027, 1, 1))
        self.assertEqual(list(found), [self.device.device_type])
        self.assertEqual(self.device.device_type.kit_lifecycle, self.lifecycle)

    def test_contracts_and_licenses(self):
        vendor = self.contract.contract.vendor
        found = self.device.kit_lifecycle_contracts.filter(contract__vendor__name=vendor.name)
        self.assertEqual(list(found), [self.contract])
        self.assertEqual(list(self.device.kit_lifecycle_licenses.all()), [self.license])

    def test_deleted_with_what_they_are_about(self):
        device_type = self.device.device_type
        self.device.delete()
        self.assertFalse(ContractAssignment.objects.exists())
        self.assertFalse(LicenseAssignment.objects.exists())
        device_type.delete()
        self.assertFalse(HardwareLifecycle.objects.exists())
