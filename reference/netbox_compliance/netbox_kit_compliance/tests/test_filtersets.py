from datetime import datetime
from zoneinfo import ZoneInfo

from dcim.choices import DeviceStatusChoices
from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..choices import ComplianceTestSeverityChoices
from ..filtersets import (
    ComplianceReportFilterSet,
    ComplianceSelectorFilterSet,
    ComplianceTestFilterSet,
    ComplianceTestResultFilterSet,
)
from .factories import (
    create_compliance_report,
    create_compliance_selector,
    create_compliance_test,
    create_compliance_test_result,
)


class ComplianceSelectorFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ComplianceSelectorFilterSet
    ignore_fields = ['roles', 'device_tags', 'tests']

    @classmethod
    def setUpTestData(cls):
        cls.compliance_selectors = (
            create_compliance_selector(
                description='Description A',
                comments='Comments A',
                name='Selector A',
                sites=[create('dcim.site')],
                roles=[create('dcim.devicerole')],
                platforms=[create('dcim.platform')],
                device_tags=[create('extras.tag')],
                status=DeviceStatusChoices.STATUS_ACTIVE,
            ),
            create_compliance_selector(
                description='Description B',
                comments='Comments B',
                name='Selector B',
                sites=[create('dcim.site')],
                roles=[create('dcim.devicerole')],
                platforms=[create('dcim.platform')],
                device_tags=[create('extras.tag')],
                status=DeviceStatusChoices.STATUS_STAGED,
            ),
            create_compliance_selector(
                description='Description C',
                comments='Comments C',
                name='Selector C',
                sites=[create('dcim.site')],
                roles=[create('dcim.devicerole')],
                platforms=[create('dcim.platform')],
                device_tags=[create('extras.tag')],
                status=DeviceStatusChoices.STATUS_PLANNED,
            ),
        )

    def test_q(self):
        params = {'q': 'SELECTOR A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.compliance_selectors[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Selector A', 'Selector B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_sites(self):
        params = {'site_id': [self.compliance_selectors[0].sites.get().pk, self.compliance_selectors[1].sites.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_roles(self):
        params = {'role_id': [self.compliance_selectors[0].roles.get().pk, self.compliance_selectors[1].roles.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_platforms(self):
        params = {
            'platform_id': [
                self.compliance_selectors[0].platforms.get().pk,
                self.compliance_selectors[1].platforms.get().pk,
            ]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_device_tags(self):
        params = {
            'device_tag_id': [
                self.compliance_selectors[0].device_tags.get().pk,
                self.compliance_selectors[1].device_tags.get().pk,
            ]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {'status': [DeviceStatusChoices.STATUS_ACTIVE, DeviceStatusChoices.STATUS_STAGED]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ComplianceTestFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ComplianceTestFilterSet
    ignore_fields = ['selectors']

    @classmethod
    def setUpTestData(cls):
        cls.compliance_tests = (
            create_compliance_test(
                description='Description A',
                comments='Comments A',
                name='Test A',
                severity=ComplianceTestSeverityChoices.SEVERITY_LOW,
                enabled=False,
                selectors=[create_compliance_selector()],
                expression="device.name == 'A'",
            ),
            create_compliance_test(
                description='Description B',
                comments='Comments B',
                name='Test B',
                severity=ComplianceTestSeverityChoices.SEVERITY_HIGH,
                enabled=False,
                selectors=[create_compliance_selector()],
                expression="device.name == 'B'",
            ),
            create_compliance_test(
                description='Description C',
                comments='Comments C',
                name='Test C',
                severity=ComplianceTestSeverityChoices.SEVERITY_LOW,
                enabled=False,
                selectors=[create_compliance_selector()],
                expression="device.name == 'C'",
            ),
        )

    def test_q(self):
        params = {'q': 'TEST A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.compliance_tests[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Test A', 'Test B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_severity(self):
        params = {'severity': [ComplianceTestSeverityChoices.SEVERITY_LOW, ComplianceTestSeverityChoices.SEVERITY_HIGH]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_enabled(self):
        params = {'enabled': False}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_selectors(self):
        params = {
            'selector_id': [self.compliance_tests[0].selectors.get().pk, self.compliance_tests[1].selectors.get().pk]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_expression(self):
        params = {'expression': "device.name == 'A'"}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 1)


class ComplianceReportFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ComplianceReportFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.compliance_reports = (
            create_compliance_report(
                title='Title A',
                started=datetime(2030, 1, 1, 12, 0, tzinfo=ZoneInfo('UTC')),
                finished=datetime(2030, 1, 1, 12, 0, tzinfo=ZoneInfo('UTC')),
                devices=1,
                passed=1,
                failed=1,
            ),
            create_compliance_report(
                title='Title B',
                started=datetime(2030, 1, 2, 12, 0, tzinfo=ZoneInfo('UTC')),
                finished=datetime(2030, 1, 2, 12, 0, tzinfo=ZoneInfo('UTC')),
                devices=2,
                passed=2,
                failed=2,
            ),
            create_compliance_report(
                title='Title C',
                started=datetime(2030, 1, 3, 12, 0, tzinfo=ZoneInfo('UTC')),
                finished=datetime(2030, 1, 3, 12, 0, tzinfo=ZoneInfo('UTC')),
                devices=3,
                passed=3,
                failed=3,
            ),
        )

    def test_q(self):
        params = {'q': 'TITLE A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.compliance_reports[0])

    def test_title(self):
        params = {'title': ['Title A', 'Title B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_started(self):
        params = {'started': ['2030-01-01T12:00:00Z', '2030-01-02T12:00:00Z']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_finished(self):
        params = {'finished': ['2030-01-01T12:00:00Z', '2030-01-02T12:00:00Z']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_devices(self):
        params = {'devices': [1, 2]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_passed(self):
        params = {'passed': [1, 2]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_failed(self):
        params = {'failed': [1, 2]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ComplianceTestResultFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ComplianceTestResultFilterSet
    ignore_fields = ['explanation']

    @classmethod
    def setUpTestData(cls):
        cls.compliance_test_results = (
            create_compliance_test_result(
                report=create_compliance_report(),
                test=create_compliance_test(),
                device=create('dcim.device'),
                passed=True,
                explanation={'steps': [], 'error': 'A'},
            ),
            create_compliance_test_result(
                report=create_compliance_report(),
                test=create_compliance_test(),
                device=create('dcim.device'),
                passed=True,
                explanation={'steps': [], 'error': 'B'},
            ),
            create_compliance_test_result(
                report=create_compliance_report(),
                test=create_compliance_test(),
                device=create('dcim.device'),
                passed=True,
                explanation={'steps': [], 'error': 'C'},
            ),
        )

    def test_report(self):
        params = {'report_id': [self.compliance_test_results[0].report.pk, self.compliance_test_results[1].report.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_test(self):
        params = {'test_id': [self.compliance_test_results[0].test.pk, self.compliance_test_results[1].test.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_device(self):
        params = {'device_id': [self.compliance_test_results[0].device.pk, self.compliance_test_results[1].device.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_passed(self):
        params = {'passed': True}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)
