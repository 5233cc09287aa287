from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create

from .factories import create_complete_exhibit, create_complete_loan


class SiteExhibitTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.target = create('dcim.site')
        cls.exhibit = create_complete_exhibit(site=cls.target)

    def setUp(self):
        super().setUp()
        self.add_permissions('dcim.view_site')

    def test_card(self):
        url = self.target.get_absolute_url()

        self.assertNotContains(self.client.get(url), self.exhibit.get_absolute_url())
        self.add_permissions('netbox_kit_showcase.view_exhibit')
        self.assertContains(self.client.get(url), self.exhibit.get_absolute_url())

    def test_button(self):
        add = reverse('plugins:netbox_kit_showcase:exhibit_add')
        url = self.target.get_absolute_url()

        self.assertNotContains(self.client.get(url), add)
        self.add_permissions('netbox_kit_showcase.add_exhibit')
        self.assertContains(self.client.get(url), add)


class TenantLoanTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.target = create('tenancy.tenant')
        cls.loan = create_complete_loan(lender=cls.target)

    def setUp(self):
        super().setUp()
        self.add_permissions('tenancy.view_tenant')

    def test_card(self):
        url = self.target.get_absolute_url()

        self.assertNotContains(self.client.get(url), self.loan.get_absolute_url())
        self.add_permissions('netbox_kit_showcase.view_loan')
        self.assertContains(self.client.get(url), self.loan.get_absolute_url())
