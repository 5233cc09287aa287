from dcim.choices import DeviceStatusChoices
from netbox_plugin_kit.testing import ModelViewTestCase, ViewTestCases, create, create_tags, disable_warnings

from ..choices import ComplianceTestSeverityChoices
from ..models import ComplianceReport, ComplianceSelector, ComplianceTest, ComplianceTestResult
from .factories import (
    create_compliance_report,
    create_compliance_selector,
    create_compliance_test,
    create_compliance_test_result,
)


class ComplianceSelectorTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = ComplianceSelector

    @classmethod
    def setUpTestData(cls):
        compliance_selectors = [create_compliance_selector() for _ in range(3)]
        sites = [create('dcim.site') for _ in range(2)]
        roles = [create('dcim.devicerole') for _ in range(2)]
        platforms = [create('dcim.platform') for _ in range(2)]
        device_tags = [create('extras.tag') for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Selector A',
            'sites': [site.pk for site in sites],
            'roles': [device_role.pk for device_role in roles],
            'platforms': [platform.pk for platform in platforms],
            'device_tags': [tag.pk for tag in device_tags],
            'status': DeviceStatusChoices.STATUS_ACTIVE,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,sites,roles,platforms,device_tags,status',
            f'Description A,Selector A,"{sites[0].name},{sites[1].name}","{roles[0].name},{roles[1].name}","{platforms[0].name},{platforms[1].name}","{device_tags[0].pk},{device_tags[1].pk}",active',
            f'Description B,Selector B,"{sites[0].name},{sites[1].name}","{roles[0].name},{roles[1].name}","{platforms[0].name},{platforms[1].name}","{device_tags[0].pk},{device_tags[1].pk}",staged',
            f'Description C,Selector C,"{sites[0].name},{sites[1].name}","{roles[0].name},{roles[1].name}","{platforms[0].name},{platforms[1].name}","{device_tags[0].pk},{device_tags[1].pk}",planned',
        )

        cls.csv_update_data = (
            'id,name',
            f'{compliance_selectors[0].pk},Selector D',
            f'{compliance_selectors[1].pk},Selector E',
            f'{compliance_selectors[2].pk},Selector F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'status': DeviceStatusChoices.STATUS_OFFLINE,
            'comments': 'Comments D',
            'sites': [site.pk for site in sites],
            'roles': [device_role.pk for device_role in roles],
            'platforms': [platform.pk for platform in platforms],
            'device_tags': [tag.pk for tag in device_tags],
        }


class ComplianceTestTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = ComplianceTest

    @classmethod
    def setUpTestData(cls):
        compliance_tests = [create_compliance_test() for _ in range(3)]
        selectors = [create_compliance_selector() for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Test A',
            'severity': ComplianceTestSeverityChoices.SEVERITY_LOW,
            'enabled': False,
            'selectors': [compliance_selector.pk for compliance_selector in selectors],
            'expression': "device.name == 'A'",
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,severity,enabled,selectors,expression',
            f'Description A,Test A,low,False,"{selectors[0].name},{selectors[1].name}",device.id > 1',
            f'Description B,Test B,high,False,"{selectors[0].name},{selectors[1].name}",device.id > 1',
            f'Description C,Test C,low,False,"{selectors[0].name},{selectors[1].name}",device.id > 1',
        )

        cls.csv_update_data = (
            'id,name',
            f'{compliance_tests[0].pk},Test D',
            f'{compliance_tests[1].pk},Test E',
            f'{compliance_tests[2].pk},Test F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'severity': ComplianceTestSeverityChoices.SEVERITY_HIGH,
            'comments': 'Comments D',
            'enabled': False,
            'selectors': [compliance_selector.pk for compliance_selector in selectors],
        }


class ComplianceTestActionsTestCase(ModelViewTestCase):
    model = ComplianceTest

    def setUp(self):
        super().setUp()
        self.compliance_test = create_compliance_test()
        self.add_permissions('netbox_kit_compliance.view_compliancetest')

    def test_run_without_permission(self):
        url = self._get_url('run', self.compliance_test)

        self.assertNotContains(self.client.get(self.compliance_test.get_absolute_url()), url)
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.get(url), 403)
            self.assertHttpStatus(self.client.post(url, {'confirm': True}), 403)

    def test_run(self):
        self.add_permissions('netbox_kit_compliance.run_compliancetest')
        url = self._get_url('run', self.compliance_test)

        self.assertContains(self.client.get(self.compliance_test.get_absolute_url()), url)
        self.assertHttpStatus(self.client.get(url), 200)
        self.assertHttpStatus(self.client.post(url, {'confirm': True}), 302)


class ComplianceReportTestCase(
    ViewTestCases.GetObjectViewTestCase,
    ViewTestCases.GetObjectChangelogViewTestCase,
    ViewTestCases.DeleteObjectViewTestCase,
    ViewTestCases.ListObjectsViewTestCase,
    ViewTestCases.BulkDeleteObjectsViewTestCase,
):
    model = ComplianceReport

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_compliance_report()


class ComplianceTestResultTestCase(
    ViewTestCases.GetObjectViewTestCase,
    ViewTestCases.ListObjectsViewTestCase,
):
    model = ComplianceTestResult

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_compliance_test_result()

    def test_explanation(self):
        explanation = {
            'steps': [['config.text', 'one\ntwo'], ['device.tags', ['ä', 'b']]],
            'error': 'it takes too long',
        }
        result = create_compliance_test_result(explanation=explanation)
        self.add_permissions('netbox_kit_compliance.view_compliancetestresult')

        page = self.client.get(result.get_absolute_url())
        for words in ('config.text', 'one\ntwo', '[&quot;ä&quot;, &quot;b&quot;]', 'it takes too long'):
            self.assertContains(page, words)
