import unittest

from django.conf import settings
from netbox_plugin_kit.testing import TestCase
from packaging.version import Version
from utilities.jinja2 import render_jinja2


@unittest.skipIf(Version(settings.RELEASE.version) < Version('4.7'), 'plugins have filters since NetBox 4.7')
class FiltersTestCase(TestCase):
    def test_names(self):
        context = {'objects': ['Beta', 'Alpha']}
        for template, expected in (
            ('{{ objects|kit_showcase_names }}', 'Alpha, Beta'),
            ('{{ objects|kit_showcase_names(" and ") }}', 'Alpha and Beta'),
        ):
            with self.subTest(template=template):
                self.assertEqual(render_jinja2(template, context), expected)
