from netbox_plugin_kit.testing import APIViewTestCases, create

from ..choices import DocumentKindChoices
from ..models import Document
from .factories import create_document


class DocumentTestCase(APIViewTestCases.APIViewTestCase):
    model = Document
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_document()
        subject_objects = [create('dcim.site') for _ in range(3)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Document A',
                'subject_type': 'dcim.site',
                'subject_id': subject_objects[0].pk,
                'kind': DocumentKindChoices.KIND_CONTRACT,
                'external_url': 'https://example.org/a',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Document B',
                'subject_type': 'dcim.site',
                'subject_id': subject_objects[1].pk,
                'kind': DocumentKindChoices.KIND_DIAGRAM,
                'external_url': 'https://example.org/b',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Document C',
                'subject_type': 'dcim.site',
                'subject_id': subject_objects[2].pk,
                'kind': DocumentKindChoices.KIND_FLOOR_PLAN,
                'external_url': 'https://example.org/c',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'kind': DocumentKindChoices.KIND_MANUAL,
        }
