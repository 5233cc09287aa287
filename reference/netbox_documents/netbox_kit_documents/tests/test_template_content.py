from django.utils.html import escape
from netbox_plugin_kit.testing import TestCase, create
from users.models import ObjectPermission

from ..configuration import SUBJECTS
from ..models import Document
from ..template_content import make_extension, template_extensions
from .factories import create_complete_document, create_document


class DocumentPanelTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.target = create('dcim.site')
        cls.document = create_complete_document(subject=cls.target)

    def setUp(self):
        super().setUp()
        self.add_permissions('dcim.view_site')
        self.url = self.target.get_absolute_url()

    def test_default_configuration(self):
        self.assertEqual([extension.models for extension in template_extensions], [[label] for label in SUBJECTS])

    def test_position(self):
        for position, other in (('left_page', 'right_page'), ('right_page', 'left_page')):
            extension = make_extension('dcim.site', position)
            self.assertEqual(extension.models, ['dcim.site'])
            self.assertIn(position, vars(extension))
            self.assertNotIn(other, vars(extension))

    def test_permission(self):
        self.assertNotContains(self.client.get(self.url), self.document.get_absolute_url())
        self.add_permissions('netbox_kit_documents.view_document')
        self.assertContains(self.client.get(self.url), self.document.get_absolute_url())

    def test_constrained_permission(self):
        other = create_document(subject=self.target)
        permission = ObjectPermission.objects.create(name='One', actions=['view'], constraints={'pk': self.document.pk})
        permission.users.add(self.user)
        permission.object_types.add(*permission.object_types.model.objects.filter(app_label='netbox_kit_documents'))

        response = self.client.get(self.url)
        self.assertContains(response, self.document.get_absolute_url())
        self.assertNotContains(response, other.get_absolute_url())

    def test_other_objects(self):
        other = create_document()
        self.add_permissions('netbox_kit_documents.view_document')
        self.assertNotContains(self.client.get(self.url), other.get_absolute_url())

    def test_add(self):
        self.add_permissions('netbox_kit_documents.view_document')
        self.assertNotContains(self.client.get(self.url), 'Add Document')
        self.add_permissions('netbox_kit_documents.add_document')
        response = self.client.get(self.url)
        link = f'subject_type={self.document.subject_type_id}&subject={self.target.pk}'
        self.assertContains(response, escape(link))

        form = self.client.get(f'/plugins/kit-documents/documents/add/?{link}')
        self.assertContains(form, str(self.target))

    def test_more_than_fit(self):
        for _ in range(10):
            create_document(subject=self.target)
        self.add_permissions('netbox_kit_documents.view_document')
        self.assertContains(self.client.get(self.url), f'View all {Document.objects.count()}')
