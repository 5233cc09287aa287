from django.contrib.staticfiles import finders
from netbox_plugin_kit.testing import TestCase


class StaticFilesTestCase(TestCase):
    def test_found(self):
        self.assertIsNotNone(finders.find('netbox_kit_showcase/plugin.css'))
