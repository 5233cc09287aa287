from django.test import RequestFactory
from django.urls import reverse
from django.utils.html import escape
from extras.dashboard.utils import get_dashboard, get_widget_class
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase.tests.factories import create_exhibit
from netbox_kit_showcase.widgets import NewestExhibitWidget


class NewestExhibitWidgetTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.name = 'netbox_kit_showcase.NewestExhibitWidget'
        cls.instances = [create_exhibit() for _ in range(2)]

    def rendered(self, **config):
        request = RequestFactory().get('/')
        request.user = self.user
        return NewestExhibitWidget(config=config).render(request)

    def test_registered(self):
        self.assertIs(get_widget_class(self.name), NewestExhibitWidget)

    def test_without_permission(self):
        html = self.rendered()
        for instance in self.instances:
            self.assertNotIn(instance.get_absolute_url(), html)

    def test_with_permission(self):
        self.add_permissions('netbox_kit_showcase.view_exhibit')
        html = self.rendered()
        for instance in self.instances:
            self.assertIn(instance.get_absolute_url(), html)

    def test_newest_first(self):
        self.add_permissions('netbox_kit_showcase.view_exhibit')
        html = self.rendered(limit=1)
        self.assertNotIn(f'"{self.instances[0].get_absolute_url()}"', html)
        self.assertIn(f'"{self.instances[1].get_absolute_url()}"', html)

    def test_changed_last_first(self):
        self.add_permissions('netbox_kit_showcase.view_exhibit')
        self.user.config.set('plugins.netbox_kit_showcase.newest_by', 'last_updated', commit=True)
        self.instances[0].save()
        html = self.rendered(limit=1)
        self.assertIn(f'"{self.instances[0].get_absolute_url()}"', html)
        self.assertNotIn(f'"{self.instances[1].get_absolute_url()}"', html)

    def test_configuration(self):
        form = NewestExhibitWidget.ConfigForm({'limit': 3})
        self.assertTrue(form.is_valid(), form.errors)
        self.assertFalse(NewestExhibitWidget.ConfigForm({'limit': 0}).is_valid())

    def test_on_a_dashboard(self):
        dashboard = get_dashboard(self.user)
        dashboard.add_widget(NewestExhibitWidget(width=4, height=3))
        dashboard.save()
        response = self.client.get(reverse('home'))
        self.assertContains(response, escape(NewestExhibitWidget.default_title))
