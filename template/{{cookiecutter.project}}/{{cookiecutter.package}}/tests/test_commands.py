{% if plugin.features.management_command %}
{% set model = code.features.main(plugin) %}
import io
import json

from django.core.management import call_command
from netbox_plugin_kit.testing import TestCase

from {{ plugin.package }} import __version__
{% if model %}
from {{ plugin.package }}.models import {{ model.name }}
from {{ plugin.package }}.tests.factories import create_{{ model.snake }}
{% endif %}


class ReportTestCase(TestCase):
{% if model %}
    @classmethod
    def setUpTestData(cls):
        create_{{ model.snake }}()

{% endif %}
    def report(self, *arguments):
        output = io.StringIO()
        call_command('{{ plugin.package }}_report', *arguments, stdout=output)
        return output.getvalue()

    def test_text(self):
        report = self.report()
        self.assertIn(__version__, report)
{% if model %}
        self.assertIn(f'{{ plugin.package }}.{{ model.name }}: { {{- model.name }}.objects.count()}', report)
{% endif %}

    def test_json(self):
        report = json.loads(self.report('--format', 'json'))
        self.assertEqual(report['version'], __version__)
{% if model %}
        self.assertEqual(report['objects']['{{ plugin.package }}.{{ model.name }}'], {{ model.name }}.objects.count())
{% else %}
        self.assertEqual(report['objects'], {})
{% endif %}
{% endif %}
