from dcim.choices import DeviceStatusChoices
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase, create

from ..choices import ComplianceTestSeverityChoices
from .factories import (
    create_complete_compliance_report,
    create_complete_compliance_selector,
    create_complete_compliance_test,
    create_complete_compliance_test_result,
    create_compliance_report,
    create_compliance_selector,
    create_compliance_test,
    create_compliance_test_result,
)


class ComplianceSelectorTestCase(TestCase):
    def test_valid(self):
        create_compliance_selector().full_clean()
        create_complete_compliance_selector().full_clean()

    def test_str(self):
        compliance_selector = create_compliance_selector()

        self.assertEqual(str(compliance_selector), f'{compliance_selector.name}')

    def test_name_is_unique(self):
        create_compliance_selector(name='Selector A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_compliance_selector(name='Selector A')

    def test_status_color(self):
        compliance_selector = create_compliance_selector(status=DeviceStatusChoices.STATUS_ACTIVE)

        self.assertEqual(compliance_selector.get_status_color(), 'green')


class ComplianceTestTestCase(TestCase):
    def test_valid(self):
        create_compliance_test().full_clean()
        create_complete_compliance_test().full_clean()

    def test_str(self):
        compliance_test = create_compliance_test()

        self.assertEqual(str(compliance_test), f'{compliance_test.name}')

    def test_name_is_unique(self):
        create_compliance_test(name='Test A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_compliance_test(name='Test A')

    def test_severity_color(self):
        compliance_test = create_compliance_test(severity=ComplianceTestSeverityChoices.SEVERITY_LOW)

        self.assertEqual(compliance_test.get_severity_color(), 'green')

    def test_exactly_one(self):
        compliance_test = create_compliance_test()

        compliance_test.expression = "device.name == 'A'"
        compliance_test.source_file = None
        compliance_test.clean()

        compliance_test.expression = ''
        compliance_test.source_file = None
        with self.assertRaisesMessage(ValidationError, 'A test has either an expression or a file with one.'):
            compliance_test.clean()

        compliance_test.expression = "device.name == 'A'"
        compliance_test.source_file = create('core.datafile')
        with self.assertRaisesMessage(ValidationError, 'A test has either an expression or a file with one.'):
            compliance_test.clean()


class ComplianceReportTestCase(TestCase):
    def test_valid(self):
        create_compliance_report().full_clean()
        create_complete_compliance_report().full_clean()

    def test_str(self):
        compliance_report = create_compliance_report()

        self.assertEqual(str(compliance_report), f'{compliance_report.title}')


class ComplianceTestResultTestCase(TestCase):
    def test_valid(self):
        create_compliance_test_result().full_clean()
        create_complete_compliance_test_result().full_clean()

    def test_str(self):
        compliance_test_result = create_compliance_test_result()

        self.assertEqual(str(compliance_test_result), f'Result {compliance_test_result.pk}')
