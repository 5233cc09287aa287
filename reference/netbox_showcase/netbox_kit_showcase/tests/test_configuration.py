from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase import config


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
        self.assertEqual(user_config['opening_hours'], '10-18')
        self.assertEqual(user_config['newest'], 5)
        self.assertEqual(user_config['greet'], True)

    def test_types(self):
        self.assertRefused("['opening_hours'] must be a string", opening_hours=42)
        self.assertRefused("['newest'] must be an integer", newest='nonsense')
        self.assertRefused("['greet'] must be True or False", greet='nonsense')

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', newest=True)

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'opening_hours'?", opening_hourss=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
