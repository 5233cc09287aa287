from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create

from .factories import create_complete_compliance_test_result


class RunTestsButtonTestCase(TestCase):
    def test_only_who_may_run_tests_sees_it(self):
        url = reverse('plugins:netbox_kit_compliance:compliancetest_list')
        button = reverse('plugins:netbox_kit_compliance:compliancetest_run_many')
        self.add_permissions('netbox_kit_compliance.view_compliancetest')

        self.assertNotContains(self.client.get(url), button)
        self.add_permissions('netbox_kit_compliance.run_compliancetest')
        self.assertContains(self.client.get(url), button)


class DeviceTabTestCase(TestCase):
    def test_only_the_devices_own_results(self):
        device = create('dcim.device')
        result = create_complete_compliance_test_result(device=device)
        other = create_complete_compliance_test_result()
        url = reverse('dcim:device_netbox_kit_compliance_compliance_test_results', kwargs={'pk': device.pk})
        self.add_permissions('dcim.view_device')

        self.assertNotContains(self.client.get(device.get_absolute_url()), url)
        self.add_permissions('netbox_kit_compliance.view_compliancetestresult')
        self.assertContains(self.client.get(device.get_absolute_url()), url)
        page = self.client.get(url)
        self.assertContains(page, result.get_absolute_url())
        self.assertNotContains(page, other.get_absolute_url())
