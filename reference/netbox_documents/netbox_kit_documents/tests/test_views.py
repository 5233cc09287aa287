from django.contrib.contenttypes.models import ContentType
from netbox_plugin_kit.testing import ViewTestCases, create, create_tags

from ..choices import DocumentKindChoices
from ..models import Document
from .factories import create_document


class DocumentTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Document

    @classmethod
    def setUpTestData(cls):
        documents = [create_document() for _ in range(3)]
        subject_objects = [create('dcim.site') for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Document A',
            'subject_type': ContentType.objects.get_for_model(subject_objects[0]).pk,
            'subject': subject_objects[0].pk,
            'kind': DocumentKindChoices.KIND_CONTRACT,
            'external_url': 'https://example.org/a',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,subject_type,subject_id,kind,external_url',
            f'Description A,Document A,dcim.site,{subject_objects[0].pk},contract,https://example.org/a',
            f'Description B,Document B,dcim.site,{subject_objects[1].pk},diagram,https://example.org/b',
            f'Description C,Document C,dcim.site,{subject_objects[2].pk},floor-plan,https://example.org/c',
        )

        cls.csv_update_data = (
            'id,name',
            f'{documents[0].pk},Document D',
            f'{documents[1].pk},Document E',
            f'{documents[2].pk},Document F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'kind': DocumentKindChoices.KIND_MANUAL,
            'comments': 'Comments D',
        }
