{% if plugin.models %}
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from netaddr import IPNetwork
from netbox_plugin_kit.testing import TestCase, create

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for model in plugin.models %}
from ..models import {{ model.name }}
from .factories import create_{{ model.snake }}
{% if code.fixtures.complete(model) %}
from .factories import {{ code.fixtures.created(model) }}
{% endif %}
{% endfor %}

{% for model in plugin.models %}
{% set it = model.snake %}

class {{ model.name }}TestCase(TestCase):
    def test_valid(self):
        create_{{ it }}().full_clean()
{% if code.fixtures.complete(model) %}
        {{ code.fixtures.created(model) }}().full_clean()
{% endif %}

    def test_str(self):
        {{ code.fixtures.instance(model) }} = create_{{ it }}()

{% if model.display %}
        self.assertEqual(str({{ code.fixtures.instance(model) }}), f'{% for name in model.display %}{{ '{' }}{{ code.fixtures.instance(model) }}.{{ name }}{{ '}' }}{{ ' ' if not loop.last }}{% endfor %}')
{% else %}
        self.assertEqual(str({{ code.fixtures.instance(model) }}), {{ code.models.numbered(model, code.fixtures.instance(model)) }})
{% endif %}
{% for field in model.own_fields if field.unique and field.type not in ('generic', 'foreign-key', 'one-to-one', 'many-to-many') %}

    def test_{{ field.name }}_is_unique(self):
        create_{{ it }}({{ field.name }}={{ code.samples.value(model, field, 0) }})

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_{{ it }}({{ field.name }}={{ code.samples.value(model, field, 0) }})
{% endfor %}
{% for group in model.unique %}

    def test_{{ group | join('_and_') }}_are_unique_together(self):
        {{ code.fixtures.instance(model) }} = {{ code.fixtures.created(model) }}()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_{{ it }}(
{% for name in group %}
                {{ name }}={{ code.fixtures.instance(model) }}.{{ name }},
{% endfor %}
            )
{% endfor %}
{% for field in model.own_fields if field.type == 'choice' and field.choices[0].color %}

    def test_{{ field.name }}_color(self):
        {{ code.fixtures.instance(model) }} = create_{{ it }}({{ field.name }}={{ field.class_name }}.{{ field.prefix }}_{{ field.choices[0].constant }})

        self.assertEqual({{ code.fixtures.instance(model) }}.get_{{ field.name }}_color(), '{{ field.choices[0].color }}')
{% endfor %}
{% for field in code.trials.leading(model) %}

    def test_{{ field.name }}_is_deleted(self):
        {{ code.fixtures.instance(model) }} = {{ code.fixtures.created(model) }}()
        {{ code.fixtures.instance(model) }}.{{ field.name }}.delete()

{% if field.required %}
        self.assertFalse({{ model.name }}.objects.filter(pk={{ code.fixtures.instance(model) }}.pk).exists())
{% else %}
        {{ code.fixtures.instance(model) }}.refresh_from_db()
        self.assertIsNone({{ code.fixtures.instance(model) }}.{{ field.name }})
{% endif %}
{% endfor %}
{% for name, cases in code.trials.broken(model, plugin) %}

    def {{ name }}(self):
        {{ code.fixtures.instance(model) }} = create_{{ it }}()
{% for values, message in cases %}

{% for field, source in values %}
        {{ code.fixtures.instance(model) }}.{{ field }} = {{ source }}
{% endfor %}
{% if message %}
        with self.assertRaisesMessage(ValidationError, {{ message | repr }}):
            {{ code.fixtures.instance(model) }}.clean()
{% else %}
        {{ code.fixtures.instance(model) }}.clean()
{% endif %}
{% endfor %}
{% endfor %}

{% endfor %}
{% endif %}
