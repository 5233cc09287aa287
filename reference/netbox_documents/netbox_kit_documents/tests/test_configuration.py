from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_documents import config

from ..configuration import SUBJECTS, check_kinds


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
        self.assertEqual(user_config['models'], dict.fromkeys(SUBJECTS, 'right_page'))
        self.assertEqual(user_config['allowed_kinds'], {})
        self.assertIn('pdf', user_config['allowed_extensions'])
        self.assertFalse({'svg', 'html', 'htm', 'xml', 'js'} & set(user_config['allowed_extensions']))
        self.assertEqual(user_config['max_size'], 25 * 1024 * 1024)

    def test_unknown_model(self):
        self.assertRefused(
            "['models']: unknown model 'dcim.sites'; allowed are dcim.site,", models={'dcim.sites': 'left_page'}
        )
        self.assertRefused(
            "['allowed_kinds']: unknown model 'dcim.rack'; allowed are dcim.site",
            models={'dcim.site': 'left_page'},
            allowed_kinds={'dcim.rack': ['photo']},
        )

    def test_unknown_position(self):
        self.assertRefused(
            "['models']['dcim.site']: unknown position 'left'; allowed are left_page, right_page",
            models={'dcim.site': 'left'},
        )

    def test_kinds_are_a_list(self):
        self.assertRefused(
            "['allowed_kinds']['dcim.site'] must be a list of kinds", allowed_kinds={'dcim.site': 'photo'}
        )

    def test_unknown_kind(self):
        message = "['allowed_kinds']['dcim.site']: unknown kind 'poem'; allowed are photo, manual"
        with self.assertRaisesMessage(ImproperlyConfigured, message):
            check_kinds({'dcim.site': ['photo', 'poem']}, ['photo', 'manual'])

    def test_extensions(self):
        for extension in ('.pdf', 'PDF', '', 1):
            self.assertRefused('an extension is lower case and has no dot', allowed_extensions=[extension])

    def test_size(self):
        self.assertRefused("['max_size'] must be 1 or more bytes", max_size=0)

    def test_types(self):
        self.assertRefused("['models'] must be a dictionary", models='nonsense')
        self.assertRefused("['allowed_kinds'] must be a dictionary", allowed_kinds='nonsense')
        self.assertRefused("['allowed_extensions'] must be a list", allowed_extensions='nonsense')
        self.assertRefused("['max_size'] must be an integer", max_size='nonsense')

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', max_size=True)

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'models'?", modelss=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
