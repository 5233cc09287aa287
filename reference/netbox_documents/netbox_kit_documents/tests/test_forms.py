from netbox_plugin_kit.testing import TestCase

from ..forms import DocumentFilterForm


class DocumentFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(DocumentFilterForm(data={}).is_valid())
