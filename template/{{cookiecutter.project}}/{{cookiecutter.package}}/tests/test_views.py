{% if plugin.models %}
{% set features = plugin.features %}
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from netaddr import IPNetwork
from netbox_plugin_kit.testing import ModelViewTestCase, ViewTestCases, create, create_tags, disable_warnings

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for model in plugin.models %}
from ..models import {{ model.name }}
from .factories import create_{{ model.snake }}
{% endfor %}

{% for model in plugin.models %}
{% set filed = code.fixtures.filed(model) %}
{% set renamed = code.views.rename_field(model, plugin) %}
{% set objects = code.fixtures.listed(model) %}
{% set object = code.fixtures.instance(model) %}
{% set edited = code.fixtures.edited(model, plugin) %}
{% set text = code.fixtures.changed(model) %}
{% set cases = namespace(names=[]) %}
{% if features.bulk_import and features.bulk_edit and features.bulk_delete and edited and text and not filed %}
{% set cases.names = ['OrganizationalObjectViewTestCase' if model.base in ('organizational', 'nested') else 'PrimaryObjectViewTestCase'] %}
{% else %}
{% set cases.names = ['GetObjectViewTestCase', 'GetObjectChangelogViewTestCase'] + ([] if filed else ['CreateObjectViewTestCase', 'EditObjectViewTestCase']) + ['DeleteObjectViewTestCase', 'ListObjectsViewTestCase'] + (['BulkImportObjectsViewTestCase'] if features.bulk_import and text and not filed else []) + (['BulkEditObjectsViewTestCase'] if features.bulk_edit and edited else []) + (['BulkDeleteObjectsViewTestCase'] if features.bulk_delete else []) %}
{% endif %}
{% if renamed == 'name' %}
{% set cases.names = cases.names + ['BulkRenameObjectsViewTestCase'] %}
{% endif %}
{% set uses_objects = features.bulk_import and text and not filed %}

class {{ model.name }}TestCase(
{% for name in cases.names %}
    ViewTestCases.{{ name }},
{% endfor %}
):
    model = {{ model.name }}

    @classmethod
    def setUpTestData(cls):
{% if uses_objects %}
        {{ objects }} = [create_{{ model.snake }}() for _ in range(3)]
{% else %}
        for _ in range(3):
            create_{{ model.snake }}()
{% endif %}
{% if not filed %}
{% for name, source in code.fixtures.variables(model, plugin, code.fixtures.apart(model)) %}
        {{ name }} = {{ source }}
{% endfor %}
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
{% for name, source in code.fixtures.form(model, 0) %}
            '{{ name }}': {{ source }},
{% endfor %}
            'tags': [tag.pk for tag in tags],
        }
{% endif %}
{% if uses_objects %}

        cls.csv_data = (
            {{ code.fixtures.columns(model) }},
{% for index in range(3) %}
            {{ code.fixtures.row(model, plugin, index) }},
{% endfor %}
        )

        cls.csv_update_data = (
            'id,{{ text.name }}',
{% for index in range(3) %}
            f'{{ '{' }}{{ objects }}[{{ index }}].pk{{ '}' }},{{ code.samples.cell(model, text, index + 3) }}',
{% endfor %}
        )
{% endif %}
{% if features.bulk_edit and edited %}
{% if filed %}
{% for name, source in code.fixtures.variables(model, plugin, edited) %}
        {{ name }} = {{ source }}
{% endfor %}
{% endif %}

        cls.bulk_edit_data = {
{% for name, source in code.fixtures.form(model, 3, edited) %}
            '{{ name }}': {{ source }},
{% endfor %}
        }
{% endif %}

{% if renamed and renamed != 'name' %}

class {{ model.name }}BulkRenameTestCase(ModelViewTestCase):
    model = {{ model.name }}

    def test_bulk_rename(self):
        {{ object }} = create_{{ model.snake }}({{ renamed }}={{ code.samples.value(model, model.field(renamed), 0) }})
        self.add_permissions('{{ plugin.package }}.view_{{ model.lower }}', '{{ plugin.package }}.change_{{ model.lower }}')

        response = self.client.post(
            self._get_url('bulk_rename'),
            {
                'pk': [{{ object }}.pk],
                'field_names': ['{{ renamed }}'],
                'find': 'A',
                'replace': 'Z',
                '_apply': True,
            },
        )

        self.assertHttpStatus(response, 302)
        {{ object }}.refresh_from_db()
        self.assertEqual({{ object }}.{{ renamed }}, {{ code.samples.cell(model, model.field(renamed), 0) | repr }}.replace('A', 'Z'))

{% endif %}
{% if model.actions %}

class {{ model.name }}ActionsTestCase(ModelViewTestCase):
    model = {{ model.name }}

    def setUp(self):
        super().setUp()
        self.{{ object }} = create_{{ model.snake }}()
        self.add_permissions('{{ plugin.package }}.view_{{ model.lower }}')
{% for action in model.actions %}

    def test_{{ action.name }}_without_permission(self):
        url = self._get_url('{{ action.name }}', self.{{ object }})

        self.assertNotContains(self.client.get(self.{{ object }}.get_absolute_url()), url)
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.get(url), 403)
            self.assertHttpStatus(self.client.post(url, {'confirm': True}), 403)

    def test_{{ action.name }}(self):
        self.add_permissions('{{ plugin.package }}.{{ action.name }}_{{ model.lower }}')
        url = self._get_url('{{ action.name }}', self.{{ object }})

        self.assertContains(self.client.get(self.{{ object }}.get_absolute_url()), url)
        self.assertHttpStatus(self.client.get(url), 200)
        self.assertHttpStatus(self.client.post(url, {'confirm': True}), 302)
{% for name, value in code.trials.set_by(action, model) %}
{{ '        self.' ~ object ~ '.refresh_from_db()' if loop.first }}
        self.assertEqual(self.{{ object }}.{{ name }}, {{ value }})
{% endfor %}
{% endfor %}

{% endif %}
{% endfor %}
{% endif %}
