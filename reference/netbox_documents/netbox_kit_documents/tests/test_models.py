import sys
from importlib import reload
from unittest.mock import patch

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from netbox_plugin_kit.testing import TestCase

from ..choices import DocumentKindChoices
from .factories import create_complete_document, create_document


class DocumentTestCase(TestCase):
    def test_valid(self):
        create_document().full_clean()
        create_complete_document().full_clean()

    def test_str(self):
        document = create_document()

        self.assertEqual(str(document), f'{document.name}')

    def test_kind_color(self):
        document = create_document(kind=DocumentKindChoices.KIND_CONTRACT)

        self.assertEqual(document.get_kind_color(), 'green')

    def test_kinds_of_administrators(self):
        kinds = [('Papers', [('audit', 'Audit report', 'red')])]

        with override_settings(FIELD_CHOICES={'netbox_kit_documents.Document.kind+': kinds}):
            # The choices are made when the class is.
            choices = reload(sys.modules[DocumentKindChoices.__module__]).DocumentKindChoices
        self.addCleanup(reload, sys.modules[DocumentKindChoices.__module__])

        self.assertEqual(choices.colors['audit'], 'red')
        with patch('netbox_kit_documents.subjects.DocumentKindChoices', choices):
            create_document(kind='audit').clean()
            create_document(kind='manual').clean()

    def test_exactly_one(self):
        document = create_document()

        document.file = SimpleUploadedFile('a.txt', b'Text')
        document.external_url = ''
        document.clean()

        document.file = ''
        document.external_url = ''
        with self.assertRaisesMessage(ValidationError, 'A document has either a file or an external URL.'):
            document.clean()

        document.file = SimpleUploadedFile('a.txt', b'Text')
        document.external_url = 'https://example.org/a'
        with self.assertRaisesMessage(ValidationError, 'A document has either a file or an external URL.'):
            document.clean()
