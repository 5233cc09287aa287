from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_inventory import config

from ..configuration import check_statuses


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
        self.assertEqual(user_config['sync_hardware'], False)
        self.assertEqual(user_config['warranty_warning_days'], 90)
        self.assertEqual(user_config['used_statuses'], ['used'])
        self.assertEqual(user_config['free_statuses'], ['stored', 'retired'])
        self.assertEqual(user_config['asset_card'], 'right_page')
        self.assertEqual(user_config['counts_card'], 'right_page')

    def test_types(self):
        self.assertRefused("['sync_hardware'] must be True or False", sync_hardware='nonsense')
        self.assertRefused("['warranty_warning_days'] must be an integer", warranty_warning_days='nonsense')
        self.assertRefused("['used_statuses'] must be a list", used_statuses='nonsense')
        self.assertRefused("['free_statuses'] must be a list", free_statuses='nonsense')
        self.assertRefused("['asset_card'] must be a string", asset_card=42)
        self.assertRefused("['counts_card'] must be a string", counts_card=42)

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', warranty_warning_days=True)

    def test_choices(self):
        self.assertRefused('must be one of', asset_card='none of them')
        self.assertRefused('must be one of', counts_card='none of them')

    def test_days(self):
        self.assertRefused("['warranty_warning_days'] must be 0 or more days", warranty_warning_days=-1)

    def test_statuses(self):
        self.assertRefused("['free_statuses'] must have at least one status", free_statuses=[])
        self.assertRefused("['used_statuses'] has 'stored', and so has free_statuses", used_statuses=['used', 'stored'])

    def test_unknown_status(self):
        message = "['used_statuses']: unknown status 'burnt'; allowed are stored, used"
        with self.assertRaisesMessage(ImproperlyConfigured, message):
            check_statuses({'used_statuses': ['burnt'], 'free_statuses': ['stored']}, ['stored', 'used'])

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'sync_hardware'?", sync_hardwaree=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
