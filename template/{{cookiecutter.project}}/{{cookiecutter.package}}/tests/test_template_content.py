{% set found = code.trials.extended(plugin) | list %}
{% if found %}
from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create

{% for content, field, target in found %}
from .factories import {{ code.fixtures.created(content.shows) }}
{% if target.own %}
from .factories import create_{{ plugin.model(target.model).snake }}
{% endif %}
{% endfor %}


{% for content, field, target in found %}
{% set model = content.shows %}
{% set object = code.fixtures.instance(model) %}
{% set view = plugin.package ~ '.view_' ~ model.lower %}
class {{ target.model }}{{ model.name }}TestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.target = {{ code.fixtures.new(target, plugin) }}
        cls.{{ object }} = {{ code.fixtures.created(model) }}({{ field.name }}={{ '[cls.target]' if field.type == 'many-to-many' else 'cls.target' }})

    def setUp(self):
        super().setUp()
        self.add_permissions('{{ target.app }}.view_{{ target.model.lower() }}')
{% if content.cards %}

    def test_card(self):
        url = self.target.get_absolute_url()

        self.assertNotContains(self.client.get(url), self.{{ object }}.get_absolute_url())
        self.add_permissions('{{ view }}')
        self.assertContains(self.client.get(url), self.{{ object }}.get_absolute_url())
{% endif %}
{% if 'buttons' in content.slots %}

    def test_button(self):
        add = reverse('plugins:{{ plugin.package }}:{{ model.lower }}_add')
        url = self.target.get_absolute_url()

        self.assertNotContains(self.client.get(url), add)
        self.add_permissions('{{ plugin.package }}.add_{{ model.lower }}')
        self.assertContains(self.client.get(url), add)
{% endif %}
{% if 'alerts' in content.slots %}

    def test_alert(self):
        url = self.target.get_absolute_url()
        template = '{{ plugin.package }}/inc/{{ model.lower }}_alert.html'

        self.assertTemplateNotUsed(self.client.get(url), template)
        self.add_permissions('{{ view }}')
        self.assertTemplateUsed(self.client.get(url), template)
{% endif %}
{% if 'list_buttons' in content.slots %}

    def test_list_button(self):
        url = reverse('{{ 'plugins:' if target.own }}{{ target.app }}:{{ target.model.lower() }}_list')
        template = '{{ plugin.package }}/inc/{{ model.lower }}_list_button.html'

        self.assertTemplateNotUsed(self.client.get(url), template)
        self.add_permissions('{{ view }}')
        self.assertTemplateUsed(self.client.get(url), template)
{% endif %}


{% endfor %}
{% endif %}
