from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import (
    create_complete_contract_assignment,
    create_complete_hardware_lifecycle,
    create_complete_license,
    create_complete_support_contract,
    create_complete_vendor,
)


class SearchTestCase(TestCase):
    def test_hardware_lifecycle(self):
        hardware_lifecycle = create_complete_hardware_lifecycle(description='Description A')
        search_backend.cache([hardware_lifecycle])
        url = reverse('search') + '?q=Description+A'

        self.assertNotContains(self.client.get(url), hardware_lifecycle.get_absolute_url())
        self.add_permissions('netbox_kit_lifecycle.view_hardwarelifecycle')
        self.assertContains(self.client.get(url), hardware_lifecycle.get_absolute_url())

    def test_vendor(self):
        vendor = create_complete_vendor(name='Vendor A')
        search_backend.cache([vendor])
        url = reverse('search') + '?q=Vendor+A'

        self.assertNotContains(self.client.get(url), vendor.get_absolute_url())
        self.add_permissions('netbox_kit_lifecycle.view_vendor')
        self.assertContains(self.client.get(url), vendor.get_absolute_url())

    def test_support_contract(self):
        support_contract = create_complete_support_contract(contract_id='Contract ID A')
        search_backend.cache([support_contract])
        url = reverse('search') + '?q=Contract+ID+A'

        self.assertNotContains(self.client.get(url), support_contract.get_absolute_url())
        self.add_permissions('netbox_kit_lifecycle.view_supportcontract')
        self.assertContains(self.client.get(url), support_contract.get_absolute_url())

    def test_contract_assignment(self):
        contract_assignment = create_complete_contract_assignment(sku='SKU A')
        search_backend.cache([contract_assignment])
        url = reverse('search') + '?q=SKU+A'

        self.assertNotContains(self.client.get(url), contract_assignment.get_absolute_url())
        self.add_permissions('netbox_kit_lifecycle.view_contractassignment')
        self.assertContains(self.client.get(url), contract_assignment.get_absolute_url())

    def test_license(self):
        license = create_complete_license(name='Licence A')
        search_backend.cache([license])
        url = reverse('search') + '?q=Licence+A'

        self.assertNotContains(self.client.get(url), license.get_absolute_url())
        self.add_permissions('netbox_kit_lifecycle.view_license')
        self.assertContains(self.client.get(url), license.get_absolute_url())
