from netbox_plugin_kit.testing import PluginTestCases

from .factories import create_complete_document, create_document


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """

    plugin = 'netbox_kit_documents'

    @classmethod
    def setUpTestData(cls):
        create_document()
        create_complete_document()
