{% if plugin.models and (plugin.features.rest_api or plugin.features.graphql) %}
{% set base = 'GraphQLTestCase' if not plugin.features.rest_api else 'APIViewTestCase' if plugin.features.graphql else 'RESTViewTestCase' %}
from decimal import Decimal

from netbox_plugin_kit.testing import APIViewTestCases, create

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for model in plugin.models %}
from ..models import {{ model.name }}
from .factories import create_{{ model.snake }}
{% endfor %}

{% for model in plugin.models %}
{% set sent = code.fixtures.sent(model) %}
{% set bulk = code.fixtures.in_bulk(model) | rejectattr('name', 'in', code.fixtures.moments(model)) | list %}

{% if plugin.features.rest_api and code.fixtures.filed(model) %}
class {{ model.name }}TestCase(
    APIViewTestCases.GetObjectViewTestCase,
    APIViewTestCases.ListObjectsViewTestCase,
    APIViewTestCases.DeleteObjectViewTestCase,
{% if plugin.features.graphql %}
    APIViewTestCases.GraphQLTestCase,
{% endif %}
):
{% else %}
class {{ model.name }}TestCase(APIViewTestCases.{{ base }}):
{% endif %}
    model = {{ model.name }}
{% if plugin.features.graphql and code.trials.named_by(model, plugin) %}
    user_permissions = {{ code.trials.named_by(model, plugin) }}
{% endif %}
{% if plugin.features.rest_api %}
    brief_fields = {{ code.rest.brief_fields(model, plugin) | sort | list }}
{% set moments = code.fixtures.moments(model) %}
{% if moments and not code.fixtures.filed(model) %}
    # Sent as text, kept as dates.
    validation_excluded_fields = {{ moments }}
{% endif %}
{% endif %}

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_{{ model.snake }}()
{% if plugin.features.rest_api and not code.fixtures.filed(model) %}
{% for name, source in code.fixtures.variables(model, plugin, code.fixtures.apart(model)) %}
        {{ name }} = {{ source }}
{% endfor %}

        cls.create_data = [
{% for index in range(3) %}
            {
{% for name, source in code.fixtures.rest(model, index) %}
                '{{ name }}': {{ source }},
{% endfor %}
            },
{% endfor %}
        ]
{% if bulk %}

        cls.bulk_update_data = {
{% for name, source in code.fixtures.rest(model, 3, bulk) %}
            '{{ name }}': {{ source }},
{% endfor %}
        }
{% endif %}
{% endif %}

{% endfor %}
{% endif %}
