from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_secrets import config

from ..configuration import POSITIONS, check_models


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
        self.assertEqual(
            user_config['models'],
            dict.fromkeys(('dcim.device', 'virtualization.virtualmachine', 'tenancy.contact'), 'left_page'),
        )
        self.assertEqual(user_config['key_size'], 3072)
        self.assertEqual(user_config['session_hours'], 8)
        check_models(user_config['models'])

    def test_positions(self):
        for position in POSITIONS:
            self.validated(models={'dcim.site': position})
        self.assertRefused(
            "['models']['dcim.site']: unknown position 'left'; allowed are left_page, right_page, full_width_page",
            models={'dcim.site': 'left'},
        )

    def test_names_of_models(self):
        for label in ('device', 'dcim.Device', 'dcim.models.device', '', 1):
            self.assertRefused('models are named as in "dcim.device"', models={label: 'left_page'})

    def test_unknown_models(self):
        for label in ('dcim.devize', 'dcimm.device'):
            with self.assertRaisesMessage(ImproperlyConfigured, f"['models']: there is no model '{label}'"):
                check_models([label])

    def test_models_that_cannot_have_secrets(self):
        for label in ('auth.permission', 'users.user', 'netbox_kit_secrets.userkey'):
            with self.assertRaisesMessage(ImproperlyConfigured, f"objects of '{label}' cannot have secrets"):
                check_models([label])

    def test_other_models(self):
        check_models(['dcim.site', 'dcim.region', 'circuits.provideraccount', 'wireless.wirelesslan', 'vpn.tunnel'])

    def test_key_size(self):
        for size in (0, 1024, 16384):
            self.assertRefused("['key_size'] must be from 2048 to 8192", key_size=size)

    def test_session_hours(self):
        for hours in (-1, 0, 1000):
            self.assertRefused("['session_hours'] must be from 1 to 168", session_hours=hours)

    def test_types(self):
        self.assertRefused("['models'] must be a dictionary", models='nonsense')
        self.assertRefused("['key_size'] must be an integer", key_size='nonsense')
        self.assertRefused("['session_hours'] must be an integer", session_hours='nonsense')

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', key_size=True)

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'models'?", modelss=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
