from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_exhibit,
    create_complete_exhibit_kind,
    create_complete_hall,
    create_complete_loan,
    create_exhibit,
    create_exhibit_kind,
    create_hall,
    create_label,
    create_loan,
)


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """

    plugin = 'netbox_kit_showcase'
    # It says what there is, and counts only what a user may view.
    public_urls = ('home',)

    @classmethod
    def setUpTestData(cls):
        create_exhibit_kind()
        create_complete_exhibit_kind()
        create_hall()
        create_complete_hall()
        create_exhibit()
        create_complete_exhibit()
        create_loan()
        create_complete_loan()
        create_label()
        create_label()
