{% if plugin.features.dashboard_widget %}
{% set model = code.features.main(plugin) %}
{% set widget = 'Newest' ~ model.name ~ 'Widget' if model else code.features.prefix(plugin) ~ 'Widget' %}
from django.test import RequestFactory
from django.urls import reverse
from django.utils.html import escape
from extras.dashboard.utils import get_dashboard, get_widget_class
from netbox_plugin_kit.testing import TestCase

from {{ plugin.package }}.widgets import {{ widget }}
{% if model %}
from {{ plugin.package }}.tests.factories import create_{{ model.snake }}
{% endif %}


class {{ widget }}TestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.name = '{{ plugin.package }}.{{ widget }}'
{% if model %}
        cls.instances = [create_{{ model.snake }}() for _ in range(2)]
{% endif %}

    def rendered(self, **config):
        request = RequestFactory().get('/')
        request.user = self.user
        return {{ widget }}(config=config).render(request)

    def test_registered(self):
        self.assertIs(get_widget_class(self.name), {{ widget }})
{% if model %}

    def test_without_permission(self):
        html = self.rendered()
        for instance in self.instances:
            self.assertNotIn(instance.get_absolute_url(), html)

    def test_with_permission(self):
        self.add_permissions('{{ plugin.package }}.view_{{ model.lower }}')
        html = self.rendered()
        for instance in self.instances:
            self.assertIn(instance.get_absolute_url(), html)

    def test_newest_first(self):
        self.add_permissions('{{ plugin.package }}.view_{{ model.lower }}')
        html = self.rendered(limit=1)
        self.assertNotIn(f'"{self.instances[0].get_absolute_url()}"', html)
        self.assertIn(f'"{self.instances[1].get_absolute_url()}"', html)
{% if plugin.features.user_preferences %}

    def test_changed_last_first(self):
        self.add_permissions('{{ plugin.package }}.view_{{ model.lower }}')
        self.user.config.set('plugins.{{ plugin.package }}.newest_by', 'last_updated', commit=True)
        self.instances[0].save()
        html = self.rendered(limit=1)
        self.assertIn(f'"{self.instances[0].get_absolute_url()}"', html)
        self.assertNotIn(f'"{self.instances[1].get_absolute_url()}"', html)
{% endif %}
{% else %}

    def test_note(self):
        self.assertIn('<strong>bold</strong>', self.rendered(content='A **bold** note'))
{% endif %}

    def test_configuration(self):
        form = {{ widget }}.ConfigForm({{ "{'limit': 3}" if model else "{'content': 'A note'}" }})
        self.assertTrue(form.is_valid(), form.errors)
        self.assertFalse({{ widget }}.ConfigForm({{ "{'limit': 0}" if model else '{}' }}).is_valid())

    def test_on_a_dashboard(self):
        dashboard = get_dashboard(self.user)
        dashboard.add_widget({{ widget }}(width=4, height=3))
        dashboard.save()
        response = self.client.get(reverse('home'))
        self.assertContains(response, escape({{ widget }}.default_title))
{% endif %}
