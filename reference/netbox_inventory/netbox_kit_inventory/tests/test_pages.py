from netbox_plugin_kit.testing import PluginTestCases, create

from ..choices import KindChoices
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


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
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
        asset = create_asset()
        assets = [create_complete_asset(kind) for kind in KindChoices.values()]
        location = assets[0].storage_location
        cls.extended = (
            *(asset.hardware for asset in assets),
            *(asset.hardware_type for asset in assets if asset.kind != KindChoices.ITEM),
            assets[0].hardware_type.manufacturer,
            assets[0].tenant,
            location,
            location.site,
            # One that is not an asset yet
            create('dcim.device', device_type=asset.device_type),
        )

    def core_objects(self):
        return self.extended
