from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.html import escape
from netbox_plugin_kit.testing import TestCase
from users.models import User

from netbox_kit_showcase.preferences import preferences, preferred


class PreferencesTestCase(TestCase):
    def test_page(self):
        response = self.client.get(reverse('account:preferences'))
        for name, preference in preferences.items():
            with self.subTest(name=name):
                self.assertContains(response, f'name="plugins.netbox_kit_showcase.{name}"')
                self.assertContains(response, escape(preference.label))

    def test_saved(self):
        for name, preference in preferences.items():
            for value, _ in preference.choices:
                with self.subTest(name=name, value=value):
                    self.client.post(reverse('account:preferences'), {f'plugins.netbox_kit_showcase.{name}': value})
                    self.assertEqual(preferred(User.objects.get(pk=self.user.pk), name), value)

    def test_default(self):
        for user in (self.user, AnonymousUser()):
            for name, preference in preferences.items():
                with self.subTest(user=user, name=name):
                    self.assertIn(preference.default, dict(preference.choices))
                    self.assertEqual(preferred(user, name), preference.default)
