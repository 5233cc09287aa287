{% if plugin.features.static_files %}
from django.contrib.staticfiles import finders
from netbox_plugin_kit.testing import TestCase


class StaticFilesTestCase(TestCase):
    def test_found(self):
        self.assertIsNotNone(finders.find('{{ plugin.package }}/plugin.css'))
{% endif %}
