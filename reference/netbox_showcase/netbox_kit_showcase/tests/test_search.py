from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import create_complete_exhibit, create_complete_exhibit_kind, create_complete_hall, create_label


class SearchTestCase(TestCase):
    def test_exhibit_kind(self):
        exhibit_kind = create_complete_exhibit_kind(name='Exhibit kind A')
        search_backend.cache([exhibit_kind])
        url = reverse('search') + '?q=Exhibit+kind+A'

        self.assertNotContains(self.client.get(url), exhibit_kind.get_absolute_url())
        self.add_permissions('netbox_kit_showcase.view_exhibitkind')
        self.assertContains(self.client.get(url), exhibit_kind.get_absolute_url())

    def test_hall(self):
        hall = create_complete_hall(name='Hall A')
        search_backend.cache([hall])
        url = reverse('search') + '?q=Hall+A'

        self.assertNotContains(self.client.get(url), hall.get_absolute_url())
        self.add_permissions('netbox_kit_showcase.view_hall')
        self.assertContains(self.client.get(url), hall.get_absolute_url())

    def test_exhibit(self):
        exhibit = create_complete_exhibit(name='Exhibit A')
        search_backend.cache([exhibit])
        url = reverse('search') + '?q=Exhibit+A'

        self.assertNotContains(self.client.get(url), exhibit.get_absolute_url())
        self.add_permissions('netbox_kit_showcase.view_exhibit')
        self.assertContains(self.client.get(url), exhibit.get_absolute_url())

    def test_label(self):
        label = create_label(text='Text A')
        search_backend.cache([label])
        url = reverse('search') + '?q=Text+A'

        self.assertNotContains(self.client.get(url), label.get_absolute_url())
        self.add_permissions('netbox_kit_showcase.view_label')
        self.assertContains(self.client.get(url), label.get_absolute_url())
