from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_lifecycle import config


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
        self.assertEqual(user_config['warning_days'], 90)
        self.assertEqual(user_config['lifecycle_card'], 'right_page')
        self.assertEqual(user_config['contract_card'], 'right_page')
        self.assertEqual(user_config['license_card'], 'right_page')

    def test_types(self):
        self.assertRefused("['warning_days'] must be an integer", warning_days='nonsense')
        self.assertRefused("['lifecycle_card'] must be a string", lifecycle_card=42)
        self.assertRefused("['contract_card'] must be a string", contract_card=42)
        self.assertRefused("['license_card'] must be a string", license_card=42)

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', warning_days=True)

    def test_ranges(self):
        self.assertRefused('must be from 0 to 36500, not -1', warning_days=-1)
        self.assertRefused('must be from 0 to 36500, not 36501', warning_days=36501)
        self.validated(warning_days=0)
        self.validated(warning_days=36500)

    def test_choices(self):
        self.assertRefused('must be one of', lifecycle_card='none of them')
        self.assertRefused('must be one of', contract_card='none of them')
        self.assertRefused('must be one of', license_card='none of them')

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'warning_days'?", warning_dayss=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
