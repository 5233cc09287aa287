from netbox_plugin_kit.testing import TestCase

from ..forms import (
    ComplianceReportFilterForm,
    ComplianceSelectorFilterForm,
    ComplianceSelectorForm,
    ComplianceTestFilterForm,
    ComplianceTestResultFilterForm,
)


class ComplianceSelectorFormTestCase(TestCase):
    def test_required_fields(self):
        form = ComplianceSelectorForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ComplianceSelectorFilterForm(data={}).is_valid())


class ComplianceTestFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(ComplianceTestFilterForm(data={}).is_valid())


class ComplianceReportFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(ComplianceReportFilterForm(data={}).is_valid())


class ComplianceTestResultFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(ComplianceTestResultFilterForm(data={}).is_valid())
