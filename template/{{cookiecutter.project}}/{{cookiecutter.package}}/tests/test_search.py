{% set searched = plugin.models | selectattr('searched') | list %}
{% if plugin.features.search and searched %}
from django.urls import reverse
from netaddr import IPNetwork
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

{% for model in searched %}
from .factories import {{ code.fixtures.created(model) }}
{% endfor %}


class SearchTestCase(TestCase):
{% for model in searched %}
{% set field = model.searched[0] %}
{% set object = code.fixtures.instance(model) %}
    def test_{{ model.snake }}(self):
        {{ object }} = {{ code.fixtures.created(model) }}({{ field.name }}={{ code.samples.value(model, field, 0) }})
        search_backend.cache([{{ object }}])
        url = reverse('search') + '?q={{ code.samples.cell(model, field, 0).split('/')[0].replace(' ', '+') }}'

        self.assertNotContains(self.client.get(url), {{ object }}.get_absolute_url())
        self.add_permissions('{{ plugin.package }}.view_{{ model.lower }}')
        self.assertContains(self.client.get(url), {{ object }}.get_absolute_url())

{% endfor %}
{% endif %}
