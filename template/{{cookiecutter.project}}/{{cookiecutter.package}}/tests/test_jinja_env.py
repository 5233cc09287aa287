{% if plugin.features.jinja_filters and plugin.netbox.reaches('4.7') %}
{% if plugin.netbox.spans('4.7') %}
import unittest

from django.conf import settings
from packaging.version import Version
{% endif %}
from netbox_plugin_kit.testing import TestCase
from utilities.jinja2 import render_jinja2


{% if plugin.netbox.spans('4.7') %}
@unittest.skipIf(Version(settings.RELEASE.version) < Version('4.7'), 'plugins have filters since NetBox 4.7')
{% endif %}
class FiltersTestCase(TestCase):
    def test_names(self):
        context = {'objects': ['Beta', 'Alpha']}
        for template, expected in (
            ({{ ('{{ objects|' ~ plugin.short ~ '_names }}') | repr }}, 'Alpha, Beta'),
            ({{ ('{{ objects|' ~ plugin.short ~ '_names(" and ") }}') | repr }}, 'Alpha and Beta'),
        ):
            with self.subTest(template=template):
                self.assertEqual(render_jinja2(template, context), expected)
{% endif %}
