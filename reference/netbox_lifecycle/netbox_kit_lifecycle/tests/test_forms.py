from netbox_plugin_kit.testing import TestCase

from ..forms import (
    ContractAssignmentFilterForm,
    HardwareLifecycleFilterForm,
    LicenseAssignmentFilterForm,
    LicenseFilterForm,
    LicenseForm,
    SupportContractFilterForm,
    VendorFilterForm,
    VendorForm,
)


class HardwareLifecycleFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(HardwareLifecycleFilterForm(data={}).is_valid())


class VendorFormTestCase(TestCase):
    def test_required_fields(self):
        form = VendorForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(VendorFilterForm(data={}).is_valid())


class SupportContractFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(SupportContractFilterForm(data={}).is_valid())


class ContractAssignmentFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(ContractAssignmentFilterForm(data={}).is_valid())


class LicenseFormTestCase(TestCase):
    def test_required_fields(self):
        form = LicenseForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'manufacturer',
                'name',
            },
        )

    def test_filter_form(self):
        self.assertTrue(LicenseFilterForm(data={}).is_valid())


class LicenseAssignmentFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(LicenseAssignmentFilterForm(data={}).is_valid())
