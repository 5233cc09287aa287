from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_interface_sync import config


class ConfigurationTestCase(TestCase):
    """
    What NetBox does with PLUGINS_CONFIG when it starts.
    """

    def validated(self, **changes):
        user_config = dict(changes)
        config.validate(user_config, settings.RELEASE.version)
        return user_config

    def assertRefused(self, message, **changes):
        with self.assertRaisesMessage(ImproperlyConfigured, message):
            self.validated(**changes)

    def test_defaults(self):
        user_config = self.validated()
        self.assertEqual(user_config['exclude_virtual_interfaces'], True)
        self.assertEqual(user_config['panel'], True)
        self.assertEqual(user_config['compare_description'], True)

    def test_types(self):
        self.assertRefused(
            "['exclude_virtual_interfaces'] must be True or False", exclude_virtual_interfaces='nonsense'
        )
        self.assertRefused("['panel'] must be True or False", panel='nonsense')
        self.assertRefused("['compare_description'] must be True or False", compare_description='nonsense')

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'exclude_virtual_interfaces'?", exclude_virtual_interfacess=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
