from dcim.choices import DeviceStatusChoices
from netbox_plugin_kit.testing import APIViewTestCases, create, disable_warnings

from ..choices import ComplianceTestSeverityChoices
from ..models import ComplianceReport, ComplianceSelector, ComplianceTest, ComplianceTestResult
from .factories import (
    create_compliance_report,
    create_compliance_selector,
    create_compliance_test,
    create_compliance_test_result,
)


class ComplianceSelectorTestCase(APIViewTestCases.APIViewTestCase):
    model = ComplianceSelector
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_compliance_selector()
        sites = [create('dcim.site') for _ in range(2)]
        roles = [create('dcim.devicerole') for _ in range(2)]
        platforms = [create('dcim.platform') for _ in range(2)]
        device_tags = [create('extras.tag') for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Selector A',
                'sites': [site.pk for site in sites],
                'roles': [device_role.pk for device_role in roles],
                'platforms': [platform.pk for platform in platforms],
                'device_tags': [tag.pk for tag in device_tags],
                'status': DeviceStatusChoices.STATUS_ACTIVE,
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Selector B',
                'sites': [site.pk for site in sites],
                'roles': [device_role.pk for device_role in roles],
                'platforms': [platform.pk for platform in platforms],
                'device_tags': [tag.pk for tag in device_tags],
                'status': DeviceStatusChoices.STATUS_STAGED,
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Selector C',
                'sites': [site.pk for site in sites],
                'roles': [device_role.pk for device_role in roles],
                'platforms': [platform.pk for platform in platforms],
                'device_tags': [tag.pk for tag in device_tags],
                'status': DeviceStatusChoices.STATUS_PLANNED,
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'sites': [site.pk for site in sites],
            'roles': [device_role.pk for device_role in roles],
            'platforms': [platform.pk for platform in platforms],
            'device_tags': [tag.pk for tag in device_tags],
            'status': DeviceStatusChoices.STATUS_OFFLINE,
        }


class ComplianceTestTestCase(APIViewTestCases.APIViewTestCase):
    model = ComplianceTest
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_compliance_test()
        selectors = [create_compliance_selector() for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Test A',
                'severity': ComplianceTestSeverityChoices.SEVERITY_LOW,
                'enabled': False,
                'selectors': [compliance_selector.pk for compliance_selector in selectors],
                'expression': "device.name == 'A'",
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Test B',
                'severity': ComplianceTestSeverityChoices.SEVERITY_HIGH,
                'enabled': False,
                'selectors': [compliance_selector.pk for compliance_selector in selectors],
                'expression': "device.name == 'B'",
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Test C',
                'severity': ComplianceTestSeverityChoices.SEVERITY_LOW,
                'enabled': False,
                'selectors': [compliance_selector.pk for compliance_selector in selectors],
                'expression': "device.name == 'C'",
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'severity': ComplianceTestSeverityChoices.SEVERITY_HIGH,
            'enabled': False,
            'selectors': [compliance_selector.pk for compliance_selector in selectors],
        }


class ComplianceReportTestCase(
    APIViewTestCases.GetObjectViewTestCase,
    APIViewTestCases.ListObjectsViewTestCase,
    APIViewTestCases.DeleteObjectViewTestCase,
    APIViewTestCases.GraphQLTestCase,
):
    model = ComplianceReport
    brief_fields = ['display', 'id', 'title', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_compliance_report()

    def test_nothing_else_can_be_done(self):
        self.add_permissions(
            'netbox_kit_compliance.add_compliancereport', 'netbox_kit_compliance.change_compliancereport'
        )
        for method in (self.client.post, self.client.patch):
            with disable_warnings('django.request'):
                response = method(self._get_list_url(), {}, format='json', **self.header)
            self.assertHttpStatus(response, 405)


class ComplianceTestResultTestCase(
    APIViewTestCases.GetObjectViewTestCase,
    APIViewTestCases.ListObjectsViewTestCase,
    APIViewTestCases.GraphQLTestCase,
):
    model = ComplianceTestResult
    user_permissions = ['netbox_kit_compliance.view_compliancereport']
    brief_fields = ['display', 'id', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_compliance_test_result()
