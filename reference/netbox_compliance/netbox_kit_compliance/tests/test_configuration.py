from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_compliance import config


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
        self.assertEqual(user_config['store_reports'], 5)
        self.assertEqual(user_config['expression_seconds'], 2)
        self.assertEqual(user_config['run_seconds'], 3600)
        self.assertEqual(user_config['configuration'], 'rendered')
        self.assertEqual(user_config['data_source'], '')
        self.assertEqual(user_config['path'], '{site}/{name}.cfg')
        self.assertEqual(user_config['format'], 'auto')

    def test_types(self):
        self.assertRefused("['store_reports'] must be an integer", store_reports='nonsense')
        self.assertRefused("['expression_seconds'] must be an integer", expression_seconds='nonsense')
        self.assertRefused("['run_seconds'] must be an integer", run_seconds='nonsense')
        self.assertRefused("['configuration'] must be a string", configuration=42)
        self.assertRefused("['data_source'] must be a string", data_source=42)
        self.assertRefused("['path'] must be a string", path=42)
        self.assertRefused("['format'] must be a string", format=42)

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', store_reports=True)

    def test_choices(self):
        self.assertRefused('must be one of', configuration='none of them')
        self.assertRefused('must be one of', format='none of them')

    def test_may_be_empty(self):
        self.assertIsNone(self.validated(data_source=None)['data_source'])

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'store_reports'?", store_reportss=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
