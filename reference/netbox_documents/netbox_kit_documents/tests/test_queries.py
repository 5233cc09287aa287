from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..configuration import SUBJECTS
from .factories import create_document


class QueriesMixin:
    """
    As many queries for 20 documents of each model as for 2, all with subjects of their own.
    """

    def setUp(self):
        super().setUp()
        self.add_permissions('netbox_kit_documents.view_document', 'dcim.view_site')

    def count(self, url, **extra):
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as queries:
            self.assertHttpStatus(self.client.get(url, **extra), 200)
        return len(queries)

    def assertConstant(self, url, labels=(), subject=None, **extra):
        counts = []
        self.client.get(url, **extra)
        for number in (2, 18):
            for _ in range(number):
                if subject:
                    create_document(subject=subject)
                for label in labels:
                    create_document(subject=create(label))
            counts.append(self.count(url, **extra))
        self.assertEqual(*counts)


class PagesQueriesTestCase(QueriesMixin, TestCase):
    def test_list(self):
        self.assertConstant(reverse('plugins:netbox_kit_documents:document_list') + '?per_page=500', SUBJECTS)

    def test_panel(self):
        site = create('dcim.site')
        self.assertConstant(site.get_absolute_url(), subject=site)


class APIQueriesTestCase(QueriesMixin, APITestCase):
    def test_list(self):
        self.assertConstant('/api/plugins/kit-documents/documents/?limit=500', SUBJECTS, **self.header)
