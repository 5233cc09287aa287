from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from netbox_plugin_kit.testing import PluginTestCases, TestCase, create

from ..choices import KindChoices
from .factories import (
    create_complete_asset,
    create_complete_delivery,
    create_complete_item_group,
    create_complete_item_type,
    create_complete_purchase,
    create_complete_supplier,
    create_delivery,
    create_hardware,
    create_item_group,
    create_item_type,
)


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list needs more queries for more objects.
    """

    plugin = 'netbox_kit_inventory'

    @classmethod
    def setUpTestData(cls):
        cls.create(2)

    def grow(self):
        self.create(18)

    @staticmethod
    def create(count):
        for _ in range(count):
            create_complete_item_group()
            create_complete_item_type()
            create_complete_supplier()
            create_complete_purchase()
            create_complete_delivery()
            for kind in KindChoices.values():
                create_complete_asset(kind)


class PagesQueriesTestCase(TestCase):
    """
    Neither tabs nor cards need more queries for more objects.
    """

    def assertConstant(self, *urls, grow):
        self.user.is_superuser = True
        self.user.save()
        counts = {url: [] for url in urls}
        for number in (2, 18):
            for _ in range(number):
                grow()
            for url in urls:
                self.client.get(url)
                with CaptureQueriesContext(connection) as queries:
                    self.assertHttpStatus(self.client.get(url), 200)
                counts[url].append(len(queries))
        for url, (few, many) in counts.items():
            self.assertEqual(few, many, url)

    def test_tabs(self):
        delivery = create_delivery()
        supplier, purchase = delivery.purchase.supplier, delivery.purchase
        item_type = create_item_type(group=create_item_group())

        def grow():
            for kind in KindChoices.values():
                create_complete_asset(kind, delivery=delivery)
            create_complete_asset(item_type=item_type, inventory_item=create('dcim.inventoryitem'))
            create_complete_item_type(group=create_item_group(parent=item_type.group))
            create_complete_purchase(supplier=supplier)
            create_complete_delivery(purchase=purchase)

        self.assertConstant(
            *(
                reverse(f'plugins:netbox_kit_inventory:{name}', args=(instance.pk,))
                for name, instance in (
                    ('supplier_purchases', supplier),
                    ('purchase_deliveries', purchase),
                    ('purchase_assets', purchase),
                    ('delivery_assets', delivery),
                    ('itemtype_assets', item_type),
                    ('itemgroup_item_types', item_type.group),
                )
            ),
            grow=grow,
        )

    def test_cards(self):
        location = create('dcim.location')
        tenant = create('tenancy.tenant')
        asset = create_complete_asset()

        def grow():
            values = create_hardware()
            create_complete_asset(tenant=tenant, storage_location=location, **values)
            create_complete_asset(tenant=tenant, storage_location=location, device_type=asset.device_type)

        pages = (location, location.site, tenant, asset.device_type, asset.device_type.manufacturer, asset.device)
        self.assertConstant(*(page.get_absolute_url() for page in pages), grow=grow)
