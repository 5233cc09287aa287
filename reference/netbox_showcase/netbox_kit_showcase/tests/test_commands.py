import io
import json

from django.core.management import call_command
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase import __version__
from netbox_kit_showcase.models import Exhibit
from netbox_kit_showcase.tests.factories import create_exhibit


class ReportTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        create_exhibit()

    def report(self, *arguments):
        output = io.StringIO()
        call_command('netbox_kit_showcase_report', *arguments, stdout=output)
        return output.getvalue()

    def test_text(self):
        report = self.report()
        self.assertIn(__version__, report)
        self.assertIn(f'netbox_kit_showcase.Exhibit: {Exhibit.objects.count()}', report)

    def test_json(self):
        report = json.loads(self.report('--format', 'json'))
        self.assertEqual(report['version'], __version__)
        self.assertEqual(report['objects']['netbox_kit_showcase.Exhibit'], Exhibit.objects.count())
