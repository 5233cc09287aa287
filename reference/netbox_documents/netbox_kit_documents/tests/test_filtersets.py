from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..choices import DocumentKindChoices
from ..filtersets import DocumentFilterSet
from .factories import create_document


class DocumentFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = DocumentFilterSet
    ignore_fields = ['file']

    @classmethod
    def setUpTestData(cls):
        cls.documents = (
            create_document(
                description='Description A',
                comments='Comments A',
                name='Document A',
                subject=create('dcim.site'),
                kind=DocumentKindChoices.KIND_CONTRACT,
            ),
            create_document(
                description='Description B',
                comments='Comments B',
                name='Document B',
                subject=create('dcim.location'),
                kind=DocumentKindChoices.KIND_DIAGRAM,
            ),
            create_document(
                description='Description C',
                comments='Comments C',
                name='Document C',
                subject=create('dcim.rack'),
                kind=DocumentKindChoices.KIND_FLOOR_PLAN,
            ),
        )

    def test_q(self):
        params = {'q': 'DOCUMENT A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.documents[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Document A', 'Document B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_subject_type(self):
        params = {'subject_type': 'dcim.site'}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 1)

    def test_kind(self):
        params = {'kind': [DocumentKindChoices.KIND_CONTRACT, DocumentKindChoices.KIND_DIAGRAM]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)
