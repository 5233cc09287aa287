{% if plugin.models %}
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from netaddr import IPNetwork
from netbox_plugin_kit.testing import FilterSetTestCases, create

{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}
{% for model in plugin.models %}
from ..filtersets import {{ model.name }}FilterSet
from ..models import {{ model.name }}
from .factories import create_{{ model.snake }}
{% endfor %}

{% for model in plugin.models %}
{% set objects = code.fixtures.listed(model) %}

class {{ model.name }}FilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = {{ model.name }}FilterSet
{% if code.filters.ignore_fields(model, plugin) %}
    ignore_fields = {{ code.filters.ignore_fields(model, plugin) }}
{% endif %}

    @classmethod
    def setUpTestData(cls):
        cls.{{ objects }} = (
{% for index in range(3) %}
            create_{{ model.snake }}(
{% for name, source in code.trials.distinct(model, plugin, index) %}
                {{ name }}={{ source }},
{% endfor %}
            ),
{% endfor %}
        )
{% if code.trials.comes_back(model, plugin) %}
        # What these lead to needed more of the same kind.
        cls.queryset = {{ model.name }}.objects.filter(pk__in=[{{ model.lower }}.pk for {{ model.lower }} in cls.{{ objects }}])
{% endif %}
{% set found = code.trials.searchable(model) %}
{% if found %}

    def test_q(self):
        params = {'q': {{ code.samples.cell(model, found, 0).upper() | repr }}}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.{{ objects }}[0])
{% endif %}
{% for field, name, sources, count in code.trials.filtered(model, plugin) if count > 0 %}

    def test_{{ field }}(self):
        params = {'{{ name }}': {{ sources }}}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), {{ count }})
{% endfor %}

{% endfor %}
{% endif %}
