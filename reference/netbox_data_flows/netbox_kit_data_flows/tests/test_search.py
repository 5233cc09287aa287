from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import (
    create_complete_application,
    create_complete_application_role,
    create_complete_data_flow,
    create_complete_flow_group,
    create_complete_object_alias,
)


class SearchTestCase(TestCase):
    def test_application_role(self):
        application_role = create_complete_application_role(name='Application role A')
        search_backend.cache([application_role])
        url = reverse('search') + '?q=Application+role+A'

        self.assertNotContains(self.client.get(url), application_role.get_absolute_url())
        self.add_permissions('netbox_kit_data_flows.view_applicationrole')
        self.assertContains(self.client.get(url), application_role.get_absolute_url())

    def test_application(self):
        application = create_complete_application(name='Application A')
        search_backend.cache([application])
        url = reverse('search') + '?q=Application+A'

        self.assertNotContains(self.client.get(url), application.get_absolute_url())
        self.add_permissions('netbox_kit_data_flows.view_application')
        self.assertContains(self.client.get(url), application.get_absolute_url())

    def test_flow_group(self):
        flow_group = create_complete_flow_group(name='Flow group A')
        search_backend.cache([flow_group])
        url = reverse('search') + '?q=Flow+group+A'

        self.assertNotContains(self.client.get(url), flow_group.get_absolute_url())
        self.add_permissions('netbox_kit_data_flows.view_flowgroup')
        self.assertContains(self.client.get(url), flow_group.get_absolute_url())

    def test_object_alias(self):
        object_alias = create_complete_object_alias(name='Object alias A')
        search_backend.cache([object_alias])
        url = reverse('search') + '?q=Object+alias+A'

        self.assertNotContains(self.client.get(url), object_alias.get_absolute_url())
        self.add_permissions('netbox_kit_data_flows.view_objectalias')
        self.assertContains(self.client.get(url), object_alias.get_absolute_url())

    def test_data_flow(self):
        data_flow = create_complete_data_flow(name='Data flow A')
        search_backend.cache([data_flow])
        url = reverse('search') + '?q=Data+flow+A'

        self.assertNotContains(self.client.get(url), data_flow.get_absolute_url())
        self.add_permissions('netbox_kit_data_flows.view_dataflow')
        self.assertContains(self.client.get(url), data_flow.get_absolute_url())
