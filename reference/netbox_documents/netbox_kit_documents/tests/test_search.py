from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import create_complete_document


class SearchTestCase(TestCase):
    def test_document(self):
        document = create_complete_document(name='Document A')
        search_backend.cache([document])
        url = reverse('search') + '?q=Document+A'

        self.assertNotContains(self.client.get(url), document.get_absolute_url())
        self.add_permissions('netbox_kit_documents.view_document')
        self.assertContains(self.client.get(url), document.get_absolute_url())
