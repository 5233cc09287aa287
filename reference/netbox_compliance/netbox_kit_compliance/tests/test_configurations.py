from django.core.exceptions import ImproperlyConfigured
from django.test import SimpleTestCase

from ..configuration import check_settings
from ..configurations import parse_configuration
from ..expressions import EvaluationError


class ParsingTestCase(SimpleTestCase):
    def test_auto(self):
        for text, data in {
            '{"a": [1]}': {'a': [1]},
            'a:\n  - 1\n': {'a': [1]},
            'hostname leaf-1\n! comment\nntp server 192.0.2.1\nntp server 192.0.2.2\n': {
                'hostname': 'leaf-1',
                'ntp': ['server 192.0.2.1', 'server 192.0.2.2'],
            },
            'a = 1\nflag\n': {'a': '1', 'flag': ''},
        }.items():
            with self.subTest(text):
                self.assertEqual(parse_configuration(text, 'auto'), data)

    def test_text_is_left_alone(self):
        self.assertIsNone(parse_configuration('{"a": 1}', 'text'))

    def test_what_is_wanted_and_cannot_be_read(self):
        for text, wanted in (
            ('{', 'json'),
            ('[', 'yaml'),
            ('a: !!python/object:os.system', 'yaml'),
            ('[' * 9999, 'json'),
        ):
            with self.subTest(text[:20]), self.assertRaises(EvaluationError):
                parse_configuration(text, wanted)

    def test_aliases_are_refused(self):
        laughs = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'
        with self.assertRaisesMessage(EvaluationError, 'aliases are not read'):
            parse_configuration(laughs, 'yaml')
        self.assertEqual(parse_configuration(laughs, 'auto'), {'a': '&a [x, x]', 'b': '&b [*a, *a]', 'c': '[*b, *b]'})


class SettingsTestCase(SimpleTestCase):
    SETTINGS = {'configuration': 'file', 'data_source': 'Backups', 'path': '{site}/{name}.cfg'}

    def test_files(self):
        self.assertIsNone(check_settings(self.SETTINGS))
        for message, changes in {
            'must name one': {'data_source': ''},
            'may have {id}, {name} and {site}': {'path': '{device.site}'},
            'and no other braces': {'path': '{'},
        }.items():
            with self.subTest(message), self.assertRaisesMessage(ImproperlyConfigured, message):
                check_settings({**self.SETTINGS, **changes})

    def test_numbers(self):
        with self.assertRaisesMessage(ImproperlyConfigured, 'must be at least 1'):
            check_settings({'store_reports': 0})
