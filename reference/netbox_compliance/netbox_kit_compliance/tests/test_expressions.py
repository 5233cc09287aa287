import random
import time

from django.test import SimpleTestCase

from ..expressions import EvaluationError, ExpressionError, evaluate, parse
from ..expressions.functions import FUNCTIONS
from ..expressions.grammar import MAX_LENGTH

DATA = {
    'device': {
        'name': 'leaf-1',
        'status': 'active',
        'site': {'slug': 'paris'},
        'serial': '',
        'asset_tag': None,
        'tags': ['fabric', 'prod'],
        'interfaces': [
            {'name': 'et1', 'enabled': True, 'mtu': 9214, 'vlan': {'vid': 10}},
            {'name': 'et2', 'enabled': True, 'mtu': 1500, 'vlan': None},
            {'name': 'et3', 'enabled': False, 'mtu': None, 'vlan': {'vid': 20}},
        ],
    },
    'config': {
        'text': 'hostname leaf-1\nntp server 192.0.2.1\nntp server 192.0.2.2\n',
        'lines': ['hostname leaf-1', 'ntp server 192.0.2.1', 'ntp server 192.0.2.2'],
        'data': {'hostname': 'leaf-1', 'ntp': {'servers': ['192.0.2.1', '192.0.2.2']}, 'a b': 1},
    },
    'context': {},
}


def run(text, seconds=2, data=DATA):
    return evaluate(parse(text), data.__getitem__, seconds)


class ValuesTestCase(SimpleTestCase):
    def test_true(self):
        for text in (
            "device.status == 'active'",
            "device.site.slug in ['paris', 'berlin']",
            "'fabric' in device.tags and not device.serial",
            'device.asset_tag is None',
            '1 < 2 <= 2 < 3',
            "(device.name\n  == 'leaf-1')",
            "device.name ==\n'leaf-1'",
            "device['name'][0] == 'l'",
            'device.interfaces[-1].mtu is None',
            "config.data['a b'] == 1",
            'len(config.data.ntp.servers) >= 2',
            "matches(config.text, '^ntp server')",
            "find(config.text, '^hostname (.*)$') == device.name",
            "find_all(config.text, '^ntp server (.*)$') == config.data.ntp.servers",
            "find(config.text, 'absent') is None",
            "all(pluck(where(device.interfaces, 'enabled', True), 'mtu'))",
            "where(device.interfaces, 'vlan.vid', 20)[0].name == 'et3'",
            "get(config.data, 'ntp.key', 'none') == 'none'",
            "join(sorted(device.tags), '+') == 'fabric+prod'",
            "sum(pluck(where(device.interfaces, 'enabled', True), 'mtu')) == 10714",
            "('a' if device.serial else 'b') == 'b'",
            '-1 + 2 * 3 // 2 % 2 == 0',
            "contains(lower('ABC'), 'b') and ends_with(strip(' a '), 'a')",
            "split('a b')[1] == 'b' and lines('a')[0] == 'a'",
            'max([1, 2]) > min([1, 2])',
            'any([False, device.name])',
        ):
            with self.subTest(text):
                outcome = run(text)
                self.assertEqual(outcome.error, '')
                self.assertTrue(outcome.passed)

    def test_what_is_missing_fails_and_says_so(self):
        for text, error in {
            'device.nonsense': "there is no 'nonsense'",
            'device.name.upper': "a str has no 'upper'",
            'device.asset_tag.x': "nothing has no 'x'",
            'device.interfaces[9]': 'list index out of range',
            'device.name < 1': 'not supported',
            '1 / 0': 'division by zero',
            'len(1)': 'this takes a list',
            'lower(1)': 'this takes a text',
            "lower('a', 'b')": 'positional argument',
            "matches('a', '(')": 'this is no regular expression',
            'True[0]': 'only lists, texts and mappings have items',
        }.items():
            with self.subTest(text):
                outcome = run(text)
                self.assertFalse(outcome.passed)
                self.assertIn(error, outcome.error)

    def test_an_explanation_has_what_was_looked_at(self):
        outcome = run("device.site.slug == 'paris' and len(device.tags) > 5 and device.serial")

        self.assertEqual(
            outcome.steps,
            (
                ('device.site.slug', 'paris'),
                ("device.site.slug == 'paris'", True),
                ('device.tags', ['fabric', 'prod']),
                ('len(device.tags)', 2),
                ('len(device.tags) > 5', False),
                ("device.site.slug == 'paris' and len(device.tags) > 5 and device.serial", False),
            ),
        )

    def test_an_explanation_is_short(self):
        outcome = run('config.x', data={'config': {'x': {'t': 'a' * 9999, 'l': list(range(99)), 'd': [[[1]]]}}})

        self.assertLess(len(str(outcome.steps)), 500)
        self.assertEqual(run('device.interfaces').steps, (('device.interfaces', ['et1', 'et2', 'et3']),))

    def test_only_what_is_needed_is_asked_for(self):
        asked = []

        def known(name):
            asked.append(name)
            raise EvaluationError('not today')

        outcome = evaluate(parse("False and config.text == ''"), known, 1)
        self.assertEqual((asked, outcome.error), ([], ''))
        self.assertEqual(evaluate(parse('config.text'), known, 1).error, 'not today')


class RefusedTestCase(SimpleTestCase):
    """
    What leads out of the data, or takes more than an expression may.
    """

    def test_when_it_is_parsed(self):
        for text in (
            '',
            'device.name,',
            '()',
            'device; config',
            'device = 1',
            'import os',
            "__import__('os')",
            "open('/etc/passwd')",
            "getattr(device, 'x')",
            'device.__class__',
            'device._private',
            "''.__class__.__mro__[1].__subclasses__()",
            "device.name.format('{0.__class__}')",
            "len.__globals__['os']",
            "(len)('a').__self__",
            'len(*device.tags)',
            'len(**device)',
            'sorted(device.tags, key=len)',
            '[x for x in device.tags]',
            '{x for x in device.tags}',
            '{x: x for x in device.tags}',
            'all(x for x in device.tags)',
            'lambda: 1',
            "f'{device}'",
            "b'bytes'",
            '1j',
            '...',
            '2 ** 9999',
            '1 << 9999',
            '(x := device)',
            'await device',
            'yield',
            "{'a': 1}",
            '{1}',
            'device[0:1]',
            '*device',
            'nonsense',
            'device)(config',
            'not ' * 100 + 'True',
            '(' * 300 + '1' + ')' * 300,
            '[' * 300 + ']' * 300,
            '-' * 3000 + '1',
            '1' + '+1' * 1500,
            'device' + '.a' * 1500,
            '1' * (MAX_LENGTH + 1),
            '\0',
        ):
            with self.subTest(text[:50]):
                self.assertRaises(ExpressionError, parse, text)

    def test_when_it_is_evaluated(self):
        long = {'config': {'t': 'a' * 900_000, 'l': [1] * 90_000}}
        for text in (
            "'%1000000000d' % 1",
            "'a' * 1000000000",
            '[1] * 1000000000',
            '99999999999999999999 * 99999999999999999999',
            '1e308 * 10',
            'config.t + config.t',
            'config.l + config.l',
            "join([config.t, config.t], '')",
            "find_all(config.t, '')",
            "matches(config.t, '(a+)+b')",
            "matches('a', '(?:a{99999}){99999}')",
        ):
            with self.subTest(text):
                begun = time.monotonic()
                outcome = run(text, seconds=0.5, data=long)
                self.assertFalse(outcome.passed)
                self.assertNotEqual(outcome.error, '')
                # Much more than half a second, for machines that are busy; without limits it would be for ever.
                self.assertLess(time.monotonic() - begun, 20)

    def test_time_is_up_between_two_steps(self):
        self.assertEqual(run('1 + 1 == 2', seconds=-1).error, 'it takes too long')

    def test_what_cannot_be_part_of_an_expression_is_named(self):
        for text, words in {
            'lambda: 1': 'A lambda',
            '[x for x in device]': 'A comprehension',
            '2 ** 3': 'A power',
            'devise.name': "did you mean 'device'?",
            'device.name.upper()': 'is no function; there are',
        }.items():
            with self.subTest(text), self.assertRaisesMessage(ExpressionError, words):
                parse(text)


class FuzzTestCase(SimpleTestCase):
    """
    Whatever is put together of parts that have led out of such languages: it is refused, or it has a plain value.
    """

    PARTS = (
        'device', 'config', 'context', '.name', '.__class__', '.__mro__', '._x', '[0]', "['name']", '[-1]', '(', ')',
        '()', '[', ']', '{', '}', ',', ':', ' for x in ', ' if ', ' else ', ' and ', ' or ', 'not ', ' in ', ' is ',
        '==', '<', '+', '-', '*', '**', '/', '//', '%', '<<', '@', '~', 'lambda x: ', ':=', 'x', 'len', 'len(', 'get(',
        'pluck(', 'where(', 'find(', 'join(', 'sorted(', 'sum(', 'eval(', 'exec(', 'open(', "__import__('os')",
        "'os'", "'__class__'", "'{0.__class__}'", "'a'", "f'{device}'", "b'a'", '1', '0', '-1', '9' * 30, '1e308', '1j',
        '...', 'None', 'True', '\n', '\\', '#', ';', '=', '*', '\0', '\u202e', 'ｌｅｎ(',
    )  # fmt: skip
    PLAIN = (bool, int, float, str, list, dict, type(None))

    def assertPlain(self, value):
        self.assertIn(type(value), self.PLAIN)
        if isinstance(value, dict | list):
            for each in value.values() if isinstance(value, dict) else value:
                self.assertPlain(each)

    def test_parts_in_any_order(self):
        chance = random.Random(20261127)
        evaluated = 0
        for _ in range(20_000):
            text = ''.join(chance.choices(self.PARTS, k=chance.randint(1, 9)))
            try:
                expression = parse(text)
            except ExpressionError:
                continue
            evaluated += 1
            outcome = evaluate(expression, DATA.__getitem__, 1)
            for _part, value in outcome.steps:
                self.assertPlain(value)
        # Otherwise nothing was shown.
        self.assertGreater(evaluated, 100)

    def test_functions_with_anything(self):
        chance = random.Random(20261127)
        values = (
            'device',
            'config.text',
            'device.tags',
            'device.interfaces',
            "'__class__'",
            "'a.b'",
            '0',
            '-1',
            'None',
        )
        for name in FUNCTIONS:
            for _ in range(50):
                text = f'{name}({", ".join(chance.choices(values, k=chance.randint(0, 3)))})'
                with self.subTest(text):
                    for _part, value in run(text).steps:
                        self.assertPlain(value)
