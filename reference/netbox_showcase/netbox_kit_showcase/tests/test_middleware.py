from django.apps import apps
from django.conf import settings
from django.urls import reverse
from netbox_plugin_kit.testing import TestCase


class MiddlewareTestCase(TestCase):
    header = 'X-NetBox-Plugin'

    def setUp(self):
        super().setUp()
        self.plugin = apps.get_app_config('netbox_kit_showcase')
        self.url = f'/{settings.BASE_PATH}plugins/{self.plugin.base_url}/'

    def test_own_pages(self):
        # Whether there is something at this address does not matter.
        response = self.client.get(self.url)
        self.assertEqual(response.headers[self.header], f'{self.plugin.name}/{self.plugin.version}')

    def test_other_pages(self):
        self.assertNotIn(self.header, self.client.get(reverse('home')).headers)

    def test_strangers(self):
        self.client.logout()
        self.assertNotIn(self.header, self.client.get(self.url).headers)
