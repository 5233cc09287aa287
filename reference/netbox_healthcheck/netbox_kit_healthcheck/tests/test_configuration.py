from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from netbox_kit_healthcheck import config
from netbox_kit_healthcheck.configuration import DEFAULT_CHECKS, build_checks

OWN = 'netbox_kit_healthcheck.tests.own_checks'


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
        self.assertEqual(user_config['checks'], None)
        self.assertEqual(user_config['timeout'], 5)
        self.assertEqual(user_config['anonymous'], 'status')

    def test_types(self):
        self.assertRefused("['checks'] must be a list", checks='nonsense')
        self.assertRefused("['timeout'] must be an integer", timeout='nonsense')
        self.assertRefused("['anonymous'] must be a string", anonymous=42)

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', timeout=True)

    def test_choices(self):
        self.assertRefused('must be one of', anonymous='none of them')

    def test_may_be_empty(self):
        self.assertIsNone(self.validated(checks=None)['checks'])

    def test_misspelt_key(self):
        self.assertRefused("did you mean 'checks'?", checkss=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def assertNoCheck(self, message, *entries):
        self.assertRefused(f"PLUGINS_CONFIG['netbox_kit_healthcheck']['checks']{message}", checks=list(entries))

    def test_checks(self):
        names = [
            check.name for check in build_checks([f'{OWN}.Well', (f'{OWN}.AtMost', {'limit': 3}), DEFAULT_CHECKS[0]])
        ]
        self.assertEqual(names, ['well', 'at most', 'database'])

    def test_default_checks(self):
        names = ['database', 'cache', 'redis', 'workers', 'migrations', 'storage', 'plugins']
        self.assertEqual([check.name for check in build_checks(None)], names)

    def test_same_check_twice(self):
        self.assertNoCheck("[1]: there is a check 'well' already", f'{OWN}.Well', f'{OWN}.Well')
        self.validated(checks=[f'{OWN}.Well', (f'{OWN}.Well', {'name': 'very well'})])

    def test_no_checks(self):
        self.assertNoCheck(' has no check')

    def test_what_is_no_check(self):
        self.assertNoCheck('[0] must be a dotted path', 42)
        self.assertNoCheck('[1] must be a dotted path', f'{OWN}.Well', (f'{OWN}.Well',))
        self.assertNoCheck("[0]: 'netbox_absent.Check' cannot be imported", 'netbox_absent.Check')
        self.assertNoCheck(f"[0]: '{OWN}.Absent' cannot be imported", f'{OWN}.Absent')
        self.assertNoCheck(f"[0]: '{OWN}.release' is no subclass", f'{OWN}.release')
        self.assertNoCheck("[0]: 'pathlib.Path' is no subclass", 'pathlib.Path')

    def test_options(self):
        path = f'{OWN}.AtMost'
        for message, options in (
            ("has no option 'limits'; there are name, timeout, limit, strict", {'limits': 3}),
            ("the option 'limit' must be int, not str", {'limit': '3'}),
            ("the option 'limit' must be int, not bool", {'limit': True}),
            ("the option 'strict' must be bool, not int", {'limit': 3, 'strict': 1}),
            ("the option 'timeout' must be int | float | None, not str", {'limit': 3, 'timeout': '5'}),
            ("the option 'timeout' must be more than 0", {'limit': 3, 'timeout': 0}),
            ("missing 1 required keyword-only argument: 'limit'", {}),
        ):
            with self.subTest(message):
                self.assertRefused(message, checks=[(path, options)])

    def test_nameless_check(self):
        self.assertNoCheck(f"[0]: '{OWN}.Nameless' cannot be used: it has no name", f'{OWN}.Nameless')

    def test_check_that_asks_nothing(self):
        self.assertNoCheck(f"[0]: '{OWN}.Idle' cannot be used: Can't instantiate abstract class", f'{OWN}.Idle')

    def test_timeout_is_positive(self):
        self.assertRefused("['timeout'] must be more than 0", timeout=0)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
