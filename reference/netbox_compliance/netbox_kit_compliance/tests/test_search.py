from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import (
    create_complete_compliance_report,
    create_complete_compliance_selector,
    create_complete_compliance_test,
)


class SearchTestCase(TestCase):
    def test_compliance_selector(self):
        compliance_selector = create_complete_compliance_selector(name='Selector A')
        search_backend.cache([compliance_selector])
        url = reverse('search') + '?q=Selector+A'

        self.assertNotContains(self.client.get(url), compliance_selector.get_absolute_url())
        self.add_permissions('netbox_kit_compliance.view_complianceselector')
        self.assertContains(self.client.get(url), compliance_selector.get_absolute_url())

    def test_compliance_test(self):
        compliance_test = create_complete_compliance_test(name='Test A')
        search_backend.cache([compliance_test])
        url = reverse('search') + '?q=Test+A'

        self.assertNotContains(self.client.get(url), compliance_test.get_absolute_url())
        self.add_permissions('netbox_kit_compliance.view_compliancetest')
        self.assertContains(self.client.get(url), compliance_test.get_absolute_url())

    def test_compliance_report(self):
        compliance_report = create_complete_compliance_report(title='Title A')
        search_backend.cache([compliance_report])
        url = reverse('search') + '?q=Title+A'

        self.assertNotContains(self.client.get(url), compliance_report.get_absolute_url())
        self.add_permissions('netbox_kit_compliance.view_compliancereport')
        self.assertContains(self.client.get(url), compliance_report.get_absolute_url())
