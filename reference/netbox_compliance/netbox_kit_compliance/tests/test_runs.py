from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, create, disable_warnings

from ..models import ComplianceReport, ComplianceTest
from .factories import create_compliance_test
from .permissions import grant

PAGE = 'plugins:netbox_kit_compliance:compliancetest_run_many'


class RunPageTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.test = create_compliance_test(name='Test A')
        cls.other = create_compliance_test(name='Test B')
        cls.disabled = create_compliance_test(name='Test C', enabled=False)

    def test_without_permission(self):
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.get(reverse(PAGE)), 403)
            self.assertHttpStatus(self.client.post(reverse(PAGE), {}), 403)

    def test_all_that_are_enabled(self):
        self.add_permissions('netbox_kit_compliance.run_compliancetest')

        self.assertHttpStatus(self.client.get(reverse(PAGE)), 200)
        self.assertHttpStatus(self.client.post(reverse(PAGE), {'title': 'Before'}), 302)
        self.assertEqual(ComplianceReport.objects.get().title, 'Before')
        self.assertEqual(ComplianceReport.objects.get().jobs.get().user, self.user)

    def test_none_but_those_that_may_be_run(self):
        grant(self.user, ComplianceTest, 'run', pk=self.test.pk)

        for refused in (self.other, self.disabled):
            self.assertHttpStatus(self.client.post(reverse(PAGE), {'tests': [refused.pk]}), 200)
        self.assertFalse(ComplianceReport.objects.exists())
        self.assertHttpStatus(self.client.post(reverse(PAGE), {'tests': [self.test.pk]}), 302)
        self.assertEqual(ComplianceReport.objects.get().title, 'Test A')

    def test_nothing_to_run(self):
        grant(self.user, ComplianceTest, 'run', pk=self.disabled.pk)

        self.assertContains(self.client.post(reverse(PAGE), {}), 'There is no test that is enabled')


class RunAPITestCase(APITestCase):
    URL = 'plugins-api:netbox_kit_compliance-api:compliancetest-run'

    @classmethod
    def setUpTestData(cls):
        cls.test = create_compliance_test(name='Test A')
        cls.other = create_compliance_test(name='Test B')
        cls.device = create('dcim.device')

    def post(self, **data):
        return self.client.post(reverse(self.URL), data, format='json', **self.header)

    def test_without_permission(self):
        self.add_permissions('netbox_kit_compliance.add_compliancetest')
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.post(), 403)

    def test_run(self):
        self.add_permissions('netbox_kit_compliance.run_compliancetest')

        response = self.post(title='Before')
        self.assertHttpStatus(response, 202)
        self.assertEqual(response.data['title'], 'Before')
        self.assertEqual(ComplianceReport.objects.get().pk, response.data['id'])

    def test_only_what_is_permitted(self):
        grant(self.user, ComplianceTest, 'run', pk=self.test.pk)

        with disable_warnings('django.request'):
            self.assertHttpStatus(self.post(tests=[self.other.pk]), 400)
            self.assertHttpStatus(self.post(tests=[]), 400)
            self.assertHttpStatus(self.post(devices=[]), 400)
            self.assertHttpStatus(self.post(tests=[self.test.pk], devices=[self.device.pk]), 400)
        self.add_permissions('dcim.view_device')
        self.assertHttpStatus(self.post(tests=[self.test.pk], devices=[self.device.pk]), 202)
