from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_asset,
    create_complete_asset,
    create_complete_delivery,
    create_complete_item_group,
    create_complete_item_type,
    create_complete_purchase,
    create_complete_supplier,
    create_delivery,
    create_item_group,
    create_item_type,
    create_purchase,
    create_supplier,
)


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """

    plugin = 'netbox_kit_inventory'

    @classmethod
    def setUpTestData(cls):
        create_item_group()
        create_complete_item_group()
        create_item_type()
        create_complete_item_type()
        create_supplier()
        create_complete_supplier()
        create_purchase()
        create_complete_purchase()
        create_delivery()
        create_complete_delivery()
        create_asset()
        create_complete_asset()
