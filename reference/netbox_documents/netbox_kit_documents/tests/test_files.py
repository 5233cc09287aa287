from pathlib import Path

from django.db import transaction
from django.test import SimpleTestCase
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..files import safe_name
from ..forms import DocumentForm
from ..models import Document
from ..subjects import get_subject_types
from .factories import create_document
from .utils import MediaMixin, plugin_settings, upload


class SafeNameTestCase(SimpleTestCase):
    def test_names(self):
        for name, expected in (
            ('Floor plan (2nd).PDF', 'Floor_plan_2nd.pdf'),
            ('Lageplan Zürich.pdf', 'Lageplan_Zürich.pdf'),
            ('../../etc/passwd', 'passwd'),
            ('/etc/passwd', 'passwd'),
            ('..\\..\\boot.ini', 'boot.ini'),
            ('C:\\boot.ini', 'boot.ini'),
            ('a\0b.pdf', 'a_b.pdf'),
            ('x' * 5000 + '.pdf', 'x' * 50 + '.pdf'),
            ('x.' + 'y' * 5000, 'x.' + 'y' * 10),
            ('plan.pdf/..', 'document'),
            ('.htaccess', 'document.htaccess'),
            ('....', 'document'),
            ('.', 'document'),
            ('..', 'document'),
            ('', 'document'),
        ):
            with self.subTest(name=name[:50]):
                self.assertEqual(safe_name(name), expected)


class FileTestCase(MediaMixin, TestCase):
    def create_file(self, **values):
        document = create_document(file=upload(), **values)
        return document, Path(document.file.path)

    def test_unsafe_names_are_stored_below_the_directory_of_the_plugin(self):
        for name in ('../../etc/passwd.txt', '/etc/passwd.txt', 'a\0b.txt', 'x' * 5000 + '.txt', '..txt'):
            file = upload()
            file._name = name  # past Django's own protection
            document = create_document(file=file)
            self.assertRegex(document.file.name, r'^netbox_kit_documents/[\w-]+\.txt$')
            self.assertTrue(Path(document.file.path).is_file())

    def test_deletion(self):
        document, path = self.create_file()

        with self.captureOnCommitCallbacks(execute=True):
            document.delete()
            self.assertTrue(path.exists())

        self.assertFalse(path.exists())

    def test_deletion_that_is_rolled_back(self):
        document, path = self.create_file()

        with self.captureOnCommitCallbacks(execute=True), transaction.atomic():
            document.delete()
            transaction.set_rollback(True)

        self.assertTrue(path.exists())
        self.assertTrue(Document.objects.filter(file=document.file.name).exists())

    def test_replacement(self):
        document, path = self.create_file()

        with self.captureOnCommitCallbacks(execute=True):
            document.file = upload('new.txt')
            document.save()

        self.assertFalse(path.exists())
        self.assertTrue(Path(document.file.path).exists())

    def test_replacement_by_url(self):
        document, path = self.create_file()

        with self.captureOnCommitCallbacks(execute=True):
            document.file, document.external_url = '', 'https://example.org/'
            document.full_clean()
            document.save()

        self.assertFalse(path.exists())

    def test_change_of_something_else(self):
        document, path = self.create_file()

        with self.captureOnCommitCallbacks(execute=True):
            document.name = 'Another'
            document.save()

        self.assertTrue(path.exists())

    def test_bulk_delete(self):
        files = [self.create_file() for _ in range(2)]
        self.add_permissions('netbox_kit_documents.view_document', 'netbox_kit_documents.delete_document')
        data = {'pk': [document.pk for document, _ in files], 'confirm': True, '_confirm': True}

        with self.captureOnCommitCallbacks(execute=True):
            response = self.client.post(reverse('plugins:netbox_kit_documents:document_bulk_delete'), data)

        self.assertHttpStatus(response, 302)
        self.assertFalse(Document.objects.exists())
        self.assertFalse(any(path.exists() for _, path in files))

    def test_missing_file(self):
        document, path = self.create_file()
        path.unlink()
        self.add_permissions(
            'dcim.view_site', *(f'netbox_kit_documents.{action}_document' for action in ('view', 'change', 'delete'))
        )

        list_url = reverse('plugins:netbox_kit_documents:document_list')
        for url in (document.get_absolute_url(), list_url, document.subject.get_absolute_url()):
            self.assertContains(self.client.get(url), 'File is missing')
        edit_url = reverse('plugins:netbox_kit_documents:document_edit', args=[document.pk])
        self.assertHttpStatus(self.client.get(edit_url), 200)
        document.full_clean()

        with self.captureOnCommitCallbacks(execute=True):
            document.delete()
        self.assertFalse(Document.objects.exists())

    def test_login_required(self):
        document, _path = self.create_file()
        self.add_permissions('netbox_kit_documents.view_document')

        self.assertContains(self.client.get(document.get_absolute_url()), f'href="{document.file.url}"')
        self.client.logout()
        with self.settings(LOGIN_REQUIRED=True):
            self.assertHttpStatus(self.client.get(document.file.url), 302)


class UploadFormTestCase(MediaMixin, TestCase):
    def form(self, file):
        subject = create('dcim.site')
        data = {
            'name': 'Plan',
            'kind': 'other',
            'subject_type': get_subject_types().get(app_label='dcim', model='site').pk,
            'subject': subject.pk,
        }
        return DocumentForm(data, {'file': file})

    def test_upload(self):
        form = self.form(upload())
        self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(form.save().file.read(), b'Text')

    def test_extension(self):
        for name in ('a.svg', 'a.html', 'a.txt.html', 'a.HTML', 'a'):
            self.assertIn('cannot be uploaded; allowed are pdf,', str(self.form(upload(name)).errors['file']))

    @plugin_settings(max_size=3)
    def test_size(self):
        self.assertIn('The file is too large', str(self.form(upload()).errors['file']))


class UploadAPITestCase(MediaMixin, APITestCase):
    url = '/api/plugins/kit-documents/documents/'

    def setUp(self):
        super().setUp()
        self.subject = create('dcim.site')
        self.add_permissions(
            *(f'netbox_kit_documents.{action}_document' for action in ('view', 'add', 'change', 'delete'))
        )

    def post(self, format='multipart', **values):
        data = {'name': 'Plan', 'subject_type': 'dcim.site', 'subject_id': self.subject.pk, **values}
        return self.client.post(self.url, data, format=format, **self.header)

    def test_multipart(self):
        response = self.post(file=upload())
        self.assertHttpStatus(response, 201)
        self.assertEqual(Document.objects.get().file.read(), b'Text')
        self.assertFalse(response.data['file_missing'])

    def test_json(self):
        self.assertHttpStatus(self.post(format='json', external_url='https://example.org/'), 201)

    def test_extension(self):
        response = self.post(file=upload('a.svg'))
        self.assertHttpStatus(response, 400)
        self.assertIn('cannot be uploaded', str(response.data['file']))

    @plugin_settings(max_size=3)
    def test_size(self):
        response = self.post(file=upload())
        self.assertHttpStatus(response, 400)
        self.assertIn('The file is too large', str(response.data['file']))

    def test_neither_nor_both(self):
        self.assertHttpStatus(self.post(), 400)
        self.assertHttpStatus(self.post(file=upload(), external_url='https://example.org/'), 400)

    def test_subject_that_does_not_exist(self):
        response = self.post(subject_id=self.subject.pk + 1000, external_url='https://example.org/')
        self.assertHttpStatus(response, 400)

    def test_missing_file(self):
        document = create_document(file=upload(), subject=self.subject)
        Path(document.file.path).unlink()
        url = f'{self.url}{document.pk}/'

        self.assertTrue(self.client.get(url, **self.header).data['file_missing'])
        self.assertHttpStatus(self.client.patch(url, {'name': 'New'}, format='json', **self.header), 200)
        self.assertHttpStatus(self.client.delete(url, **self.header), 204)
