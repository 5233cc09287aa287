from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create

from ..models import ConfigItem, Relation
from .factories import (
    create_application,
    create_complete_application,
    create_complete_business_service,
    create_config_item,
    create_penetration_test,
    create_relation,
)

MODELS = ('businessservice', 'application', 'configitem', 'relation', 'penetrationtest')
TABS = ('applications', 'config_items', 'relations', 'penetration_tests', 'diagram')


class QueriesTestCase(TestCase):
    """
    No page needs more queries for more objects.
    """

    @classmethod
    def setUpTestData(cls):
        cls.device = create('dcim.device', name='hypervisor')
        cls.service = create_complete_business_service()
        create_config_item(service=cls.service, item=cls.device)
        # One of each kind, so that no type of object is new to what is measured.
        create_config_item(service=cls.service, item=create('virtualization.virtualmachine', name='machine'))
        cls.grow(2)

    @classmethod
    def grow(cls, count):
        """
        Make a chain of relations longer, and more of everything else.
        """
        for _ in range(count):
            last = cls.service.config_items.last()
            application = create_application(services=[cls.service], devices=[cls.device])
            item = create_config_item(service=cls.service, item=application)
            create_relation(source=item, destination=last, link_text='needs')
            create_penetration_test(service=cls.service)
            other = create_complete_business_service()
            create_config_item(service=other, item=application)
            create_complete_application(services=[other])

    def setUp(self):
        super().setUp()
        self.user.is_superuser = True
        self.user.save()

    def count(self, url):
        with CaptureQueriesContext(connection) as queries:
            response = self.client.get(url)
        self.assertEqual(response.status_code, 200, url)
        return len(queries)

    def assert_constant(self, urls):
        for url in urls:  # whatever is cached is cached now
            self.count(url)
        few = {url: self.count(url) for url in urls}
        self.grow(18)
        self.assertEqual({url: self.count(url) for url in urls}, few)
        self.assertGreaterEqual(ConfigItem.objects.count(), 20)
        self.assertGreaterEqual(Relation.objects.count(), 20)

    def test_lists(self):
        self.assert_constant([reverse(f'plugins:netbox_kit_service_map:{model}_list') for model in MODELS])

    def test_tabs(self):
        self.assert_constant(
            [
                reverse(f'plugins:netbox_kit_service_map:businessservice_{tab}', kwargs={'pk': self.service.pk})
                for tab in TABS
            ]
        )

    def test_impact(self):
        self.assert_constant(
            [
                f'{self.device.get_absolute_url()}dependent-services/',
                reverse('plugins-api:netbox_kit_service_map-api:businessservice-impact')
                + f'?device_id={self.device.pk}',
            ]
        )

    def test_rest_api(self):
        self.assert_constant([reverse(f'plugins-api:netbox_kit_service_map-api:{model}-list') for model in MODELS])
