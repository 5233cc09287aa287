from django.urls import reverse
from netbox.search.backends import search_backend
from netbox_plugin_kit.testing import TestCase

from .factories import (
    create_complete_asset,
    create_complete_delivery,
    create_complete_item_group,
    create_complete_item_type,
    create_complete_purchase,
    create_complete_supplier,
)


class SearchTestCase(TestCase):
    def test_item_group(self):
        item_group = create_complete_item_group(name='Item group A')
        search_backend.cache([item_group])
        url = reverse('search') + '?q=Item+group+A'

        self.assertNotContains(self.client.get(url), item_group.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_itemgroup')
        self.assertContains(self.client.get(url), item_group.get_absolute_url())

    def test_item_type(self):
        item_type = create_complete_item_type(model='Model A')
        search_backend.cache([item_type])
        url = reverse('search') + '?q=Model+A'

        self.assertNotContains(self.client.get(url), item_type.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_itemtype')
        self.assertContains(self.client.get(url), item_type.get_absolute_url())

    def test_supplier(self):
        supplier = create_complete_supplier(name='Supplier A')
        search_backend.cache([supplier])
        url = reverse('search') + '?q=Supplier+A'

        self.assertNotContains(self.client.get(url), supplier.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_supplier')
        self.assertContains(self.client.get(url), supplier.get_absolute_url())

    def test_purchase(self):
        purchase = create_complete_purchase(name='Purchase A')
        search_backend.cache([purchase])
        url = reverse('search') + '?q=Purchase+A'

        self.assertNotContains(self.client.get(url), purchase.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_purchase')
        self.assertContains(self.client.get(url), purchase.get_absolute_url())

    def test_delivery(self):
        delivery = create_complete_delivery(name='Delivery A')
        search_backend.cache([delivery])
        url = reverse('search') + '?q=Delivery+A'

        self.assertNotContains(self.client.get(url), delivery.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_delivery')
        self.assertContains(self.client.get(url), delivery.get_absolute_url())

    def test_asset(self):
        asset = create_complete_asset(asset_tag='Asset tag A')
        search_backend.cache([asset])
        url = reverse('search') + '?q=Asset+tag+A'

        self.assertNotContains(self.client.get(url), asset.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_asset')
        self.assertContains(self.client.get(url), asset.get_absolute_url())
