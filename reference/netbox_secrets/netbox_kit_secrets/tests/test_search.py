from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import create_complete_secret, create_complete_secret_role, create_complete_user_key


class SearchTestCase(TestCase):
    def test_secret_role(self):
        secret_role = create_complete_secret_role(name='Secret role A')
        search_backend.cache([secret_role])
        url = reverse('search') + '?q=Secret+role+A'

        self.assertNotContains(self.client.get(url), secret_role.get_absolute_url())
        self.add_permissions('netbox_kit_secrets.view_secretrole')
        self.assertContains(self.client.get(url), secret_role.get_absolute_url())

    def test_secret(self):
        secret = create_complete_secret(name='Secret A')
        search_backend.cache([secret])
        url = reverse('search') + '?q=Secret+A'

        self.assertNotContains(self.client.get(url), secret.get_absolute_url())
        self.add_permissions('netbox_kit_secrets.view_secret')
        self.assertContains(self.client.get(url), secret.get_absolute_url())

    def test_user_key(self):
        user_key = create_complete_user_key(description='Description A')
        search_backend.cache([user_key])
        url = reverse('search') + '?q=Description+A'

        self.assertNotContains(self.client.get(url), user_key.get_absolute_url())
        self.add_permissions('netbox_kit_secrets.view_userkey')
        self.assertContains(self.client.get(url), user_key.get_absolute_url())
