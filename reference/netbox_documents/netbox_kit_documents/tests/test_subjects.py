from core.models import ObjectChange
from django.test import RequestFactory
from django.urls import reverse
from netbox.context_managers import event_tracking
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..choices import DocumentKindChoices
from ..configuration import SUBJECTS
from ..forms import DocumentForm, DocumentImportForm
from ..models import Document
from ..subjects import get_kind_choices, get_subject_types
from .factories import create_document
from .utils import plugin_settings

ONLY_PLANS = plugin_settings(allowed_kinds={'dcim.site': ['floor-plan']})


class SubjectTestCase(TestCase):
    @plugin_settings(models={'dcim.site': 'left_page'})
    def test_configured_types(self):
        self.assertEqual([type.model for type in get_subject_types()], ['site'])

    def test_deletion_takes_documents_along(self):
        for label in SUBJECTS:
            with self.subTest(label=label):
                subject, other = create(label), create_document()
                document = create_document(subject=subject)
                request = RequestFactory().get('/')
                request.id, request.user = '00000000-0000-0000-0000-000000000001', self.user

                with event_tracking(request):
                    subject.delete()

                self.assertEqual(Document.objects.filter(pk__in=(document.pk, other.pk)).get(), other)
                self.assertTrue(
                    ObjectChange.objects.filter(
                        action='delete', changed_object_type__model='document', changed_object_id=document.pk
                    ).exists()
                )

    def test_subject_that_vanished(self):
        document = create_document()
        Document.objects.filter(pk=document.pk).update(subject_id=0)
        self.add_permissions('netbox_kit_documents.view_document')

        self.assertHttpStatus(self.client.get(document.get_absolute_url()), 200)
        self.assertHttpStatus(self.client.get(reverse('plugins:netbox_kit_documents:document_list')), 200)


@ONLY_PLANS
class AllowedKindsTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = create('dcim.site')
        cls.site_type = get_subject_types().get(app_label='dcim', model='site')

    def form(self, kind):
        return DocumentForm(
            {
                'name': 'Plan',
                'kind': kind,
                'subject_type': self.site_type.pk,
                'subject': self.site.pk,
                'external_url': 'https://example.org/',
            }
        )

    def test_other_models(self):
        rack_type = get_subject_types().get(app_label='dcim', model='rack')
        self.assertEqual([value for value, _ in get_kind_choices(rack_type)], list(DocumentKindChoices.values()))

    def test_form(self):
        form = DocumentForm(initial={'subject_type': self.site_type.pk, 'subject': self.site.pk})
        self.assertEqual([value for value, _ in form.fields['kind'].choices], ['floor-plan'])
        self.assertTrue(self.form('floor-plan').is_valid())
        self.assertIn('kind', self.form('photo').errors)

    def test_import(self):
        data = {
            'name': 'Plan',
            'subject_type': 'dcim.site',
            'subject_id': self.site.pk,
            'external_url': 'https://example.org/',
        }
        self.assertTrue(DocumentImportForm(data | {'kind': 'floor-plan'}).is_valid())
        self.assertIn('allowed are floor-plan', str(DocumentImportForm(data | {'kind': 'photo'}).errors['kind']))


@ONLY_PLANS
class AllowedKindsAPITestCase(APITestCase):
    def test_api(self):
        self.add_permissions('netbox_kit_documents.view_document', 'netbox_kit_documents.add_document')
        data = {
            'name': 'Plan',
            'subject_type': 'dcim.site',
            'subject_id': create('dcim.site').pk,
            'external_url': 'https://example.org/',
        }
        for kind, status in (('floor-plan', 201), ('photo', 400)):
            response = self.client.post(
                '/api/plugins/kit-documents/documents/', data | {'kind': kind}, format='json', **self.header
            )
            self.assertHttpStatus(response, status)
        self.assertIn('allowed are floor-plan', str(response.data['kind']))
