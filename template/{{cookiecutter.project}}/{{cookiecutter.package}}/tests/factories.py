{% if plugin.models %}
{% macro relations(model, fields) %}
{% for field in fields %}
{% if field.type == 'generic' %}
    if not values.keys() & {'{{ field.name }}', '{{ field.id_name }}'}:
        defaults['{{ field.name }}'] = {{ code.fixtures.new(field.to[0], plugin) }}
{% elif field.type in ('foreign-key', 'one-to-one') %}
    if '{{ field.name }}' not in values:
        defaults['{{ field.name }}'] = {{ code.fixtures.new(field.to, plugin) }}
{% elif field.type == 'many-to-many' %}
    if '{{ field.name }}' not in values:
        defaults['{{ field.name }}'] = [{{ code.fixtures.new(field.to, plugin) }}]
{% endif %}
{% endfor %}
{% endmacro %}
{% macro plain(model, fields) %}
    defaults = {
{% for field in fields if field.type not in ('generic', 'foreign-key', 'one-to-one', 'many-to-many') %}
        '{{ field.name }}': {{ code.samples.running(model, field) }},
{% endfor %}
    }
{% endmacro %}
"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from netaddr import IPNetwork
from netbox_plugin_kit.testing import create

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for model in plugin.models %}
from ..models import {{ model.name }}
{% endfor %}

__all__ = (
{% for model in plugin.models if code.fixtures.complete(model) %}
    '{{ code.fixtures.created(model) }}',
{% endfor %}
{% for model in plugin.models %}
    'create_{{ model.snake }}',
{% endfor %}
)

_numbers = count(1)

{% for model in plugin.models %}
{% set many = model.relations | selectattr('type', 'equalto', 'many-to-many') | list %}

def create_{{ model.snake }}(**values):
{% if code.samples.numbered(model, code.fixtures.required(model)) %}
    number = next(_numbers)
{% endif %}
{% for field in many %}
    {{ field.name }} = values.pop('{{ field.name }}', ())
{% endfor %}
{{ plain(model, code.fixtures.required(model)) }}
{{ relations(model, code.fixtures.required(model)) }}
{% if many %}
    instance = {{ model.name }}.objects.create(**defaults | values)
{% for field in many %}
    instance.{{ field.name }}.set({{ field.name }})
{% endfor %}
    return instance
{% else %}
    return {{ model.name }}.objects.create(**defaults | values)
{% endif %}

{% if code.fixtures.complete(model) %}

def {{ code.fixtures.created(model) }}(**values):
    """
    The same with a value in every field that may be empty.
    """
{% if code.samples.numbered(model, code.fixtures.complete(model)) %}
    number = next(_numbers)
{% endif %}
{{ plain(model, code.fixtures.complete(model)) }}
{{ relations(model, code.fixtures.complete(model)) }}
    return create_{{ model.snake }}(**defaults | values)

{% endif %}
{% endfor %}
{% endif %}
