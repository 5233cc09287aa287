import ast
import gettext
import re
from pathlib import Path

from django.apps import apps
from django.utils.translation import to_language
from django.utils.translation.trans_real import DjangoTranslation
from netbox_plugin_kit.testing import TestCase

PLACEHOLDER = re.compile(r'%\(\w+\)[a-z]|%[a-z]|\{\w*\}')


class TranslationsTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.package = Path(apps.get_app_config('netbox_kit_showcase').path)
        cls.locales = sorted(path.parents[1] for path in cls.package.glob('locale/*/LC_MESSAGES/django.po'))

    def catalogue(self, locale):
        """
        What NetBox reads: the .mo file.
        """
        return gettext.translation('django', locale.parent, [locale.name])

    def test_languages(self):
        self.assertEqual([locale.name for locale in self.locales], ['de'])
        for locale in self.locales:
            with self.subTest(locale=locale.name):
                self.assertEqual(self.catalogue(locale).info()['language'], locale.name)

    def test_django_loads_them(self):
        for locale in self.locales:
            with self.subTest(locale=locale.name):
                translation = DjangoTranslation(to_language(locale.name))
                for text in self.catalogue(locale)._catalog:
                    self.assertIn(text, translation._catalog)

    def test_texts_are_of_this_plugin(self):
        """
        Every text is somewhere in the code: otherwise nobody gets to see its translation.
        """
        texts, templates = set(), ''
        for path in self.package.rglob('*.py'):
            nodes = ast.walk(ast.parse(path.read_text(encoding='utf-8')))
            texts |= {node.value for node in nodes if isinstance(node, ast.Constant)}
        for path in self.package.rglob('*.html'):
            templates += path.read_text(encoding='utf-8')
        for locale in self.locales:
            catalogue = (locale / 'LC_MESSAGES' / 'django.po').read_text(encoding='utf-8')
            for found in re.findall(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)', catalogue, re.MULTILINE):
                text = ''.join(ast.literal_eval(line) for line in found.splitlines())
                with self.subTest(locale=locale.name, text=text):
                    self.assertTrue(text in texts or text in templates)

    def test_placeholders(self):
        for locale in self.locales:
            for text, translated in self.catalogue(locale)._catalog.items():
                if isinstance(text, str) and text:
                    with self.subTest(locale=locale.name, text=text):
                        self.assertCountEqual(PLACEHOLDER.findall(text), PLACEHOLDER.findall(translated))
