from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import (
    create_complete_application,
    create_complete_business_service,
    create_complete_penetration_test,
    create_complete_relation,
)


class SearchTestCase(TestCase):
    def test_business_service(self):
        business_service = create_complete_business_service(name='Business service A')
        search_backend.cache([business_service])
        url = reverse('search') + '?q=Business+service+A'

        self.assertNotContains(self.client.get(url), business_service.get_absolute_url())
        self.add_permissions('netbox_kit_service_map.view_businessservice')
        self.assertContains(self.client.get(url), business_service.get_absolute_url())

    def test_application(self):
        application = create_complete_application(name='Application A')
        search_backend.cache([application])
        url = reverse('search') + '?q=Application+A'

        self.assertNotContains(self.client.get(url), application.get_absolute_url())
        self.add_permissions('netbox_kit_service_map.view_application')
        self.assertContains(self.client.get(url), application.get_absolute_url())

    def test_relation(self):
        relation = create_complete_relation(link_text='Link text A')
        search_backend.cache([relation])
        url = reverse('search') + '?q=Link+text+A'

        self.assertNotContains(self.client.get(url), relation.get_absolute_url())
        self.add_permissions('netbox_kit_service_map.view_relation')
        self.assertContains(self.client.get(url), relation.get_absolute_url())

    def test_penetration_test(self):
        penetration_test = create_complete_penetration_test(ticket='Ticket A')
        search_backend.cache([penetration_test])
        url = reverse('search') + '?q=Ticket+A'

        self.assertNotContains(self.client.get(url), penetration_test.get_absolute_url())
        self.add_permissions('netbox_kit_service_map.view_penetrationtest')
        self.assertContains(self.client.get(url), penetration_test.get_absolute_url())
