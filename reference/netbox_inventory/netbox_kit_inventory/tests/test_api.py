from netbox_plugin_kit.testing import APIViewTestCases, create

from ..choices import AssetStatusChoices
from ..models import Asset, Delivery, ItemGroup, ItemType, Purchase, Supplier
from .factories import (
    create_asset,
    create_delivery,
    create_item_group,
    create_item_type,
    create_purchase,
    create_supplier,
)


class ItemGroupTestCase(APIViewTestCases.APIViewTestCase):
    model = ItemGroup
    brief_fields = ['_depth', 'description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_item_group()

        cls.create_data = [
            {
                'name': 'Item group A',
                'slug': 'item-group-a',
                'description': 'Description A',
                'comments': 'Comments A',
            },
            {
                'name': 'Item group B',
                'slug': 'item-group-b',
                'description': 'Description B',
                'comments': 'Comments B',
            },
            {
                'name': 'Item group C',
                'slug': 'item-group-c',
                'description': 'Description C',
                'comments': 'Comments C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class ItemTypeTestCase(APIViewTestCases.APIViewTestCase):
    model = ItemType
    brief_fields = ['description', 'display', 'id', 'model', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_item_type()
        manufacturer = create('dcim.manufacturer')
        group = create_item_group()

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'manufacturer': manufacturer.pk,
                'model': 'Model A',
                'part_number': 'Part number A',
                'group': group.pk,
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'manufacturer': manufacturer.pk,
                'model': 'Model B',
                'part_number': 'Part number B',
                'group': group.pk,
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'manufacturer': manufacturer.pk,
                'model': 'Model C',
                'part_number': 'Part number C',
                'group': group.pk,
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'part_number': 'Part number D',
            'group': group.pk,
        }


class SupplierTestCase(APIViewTestCases.APIViewTestCase):
    model = Supplier
    brief_fields = ['description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_supplier()

        cls.create_data = [
            {
                'name': 'Supplier A',
                'slug': 'supplier-a',
                'description': 'Description A',
                'comments': 'Comments A',
            },
            {
                'name': 'Supplier B',
                'slug': 'supplier-b',
                'description': 'Description B',
                'comments': 'Comments B',
            },
            {
                'name': 'Supplier C',
                'slug': 'supplier-c',
                'description': 'Description C',
                'comments': 'Comments C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class PurchaseTestCase(APIViewTestCases.APIViewTestCase):
    model = Purchase
    brief_fields = ['description', 'display', 'id', 'name', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['date']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_purchase()
        supplier = create_supplier()

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'supplier': supplier.pk,
                'name': 'Purchase A',
                'date': '2030-01-01',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'supplier': supplier.pk,
                'name': 'Purchase B',
                'date': '2030-01-02',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'supplier': supplier.pk,
                'name': 'Purchase C',
                'date': '2030-01-03',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class DeliveryTestCase(APIViewTestCases.APIViewTestCase):
    model = Delivery
    brief_fields = ['description', 'display', 'id', 'name', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['date']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_delivery()
        purchase = create_purchase()

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'purchase': purchase.pk,
                'name': 'Delivery A',
                'date': '2030-01-01',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'purchase': purchase.pk,
                'name': 'Delivery B',
                'date': '2030-01-02',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'purchase': purchase.pk,
                'name': 'Delivery C',
                'date': '2030-01-03',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class AssetTestCase(APIViewTestCases.APIViewTestCase):
    model = Asset
    brief_fields = ['asset_tag', 'description', 'display', 'id', 'name', 'serial', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['warranty_start', 'warranty_end']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_asset()
        device_type = create('dcim.devicetype')
        devices = [create('dcim.device', device_type=device_type) for _ in range(3)]
        storage_location = create('dcim.location')
        tenant = create('tenancy.tenant')
        owning_tenant = create('tenancy.tenant')
        delivery = create_delivery()
        purchase = delivery.purchase

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Asset A',
                'asset_tag': 'Asset tag A',
                'serial': 'Serial number A',
                'status': AssetStatusChoices.STATUS_USED,
                'device_type': device_type.pk,
                'device': devices[0].pk,
                'storage_location': storage_location.pk,
                'tenant': tenant.pk,
                'owning_tenant': owning_tenant.pk,
                'purchase': purchase.pk,
                'delivery': delivery.pk,
                'warranty_start': '2030-01-01',
                'warranty_end': '2030-02-01',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Asset B',
                'asset_tag': 'Asset tag B',
                'serial': 'Serial number B',
                'status': AssetStatusChoices.STATUS_USED,
                'device_type': device_type.pk,
                'device': devices[1].pk,
                'storage_location': storage_location.pk,
                'tenant': tenant.pk,
                'owning_tenant': owning_tenant.pk,
                'purchase': purchase.pk,
                'delivery': delivery.pk,
                'warranty_start': '2030-01-02',
                'warranty_end': '2030-02-02',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Asset C',
                'asset_tag': 'Asset tag C',
                'serial': 'Serial number C',
                'status': AssetStatusChoices.STATUS_USED,
                'device_type': device_type.pk,
                'device': devices[2].pk,
                'storage_location': storage_location.pk,
                'tenant': tenant.pk,
                'owning_tenant': owning_tenant.pk,
                'purchase': purchase.pk,
                'delivery': delivery.pk,
                'warranty_start': '2030-01-03',
                'warranty_end': '2030-02-03',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'serial': 'Serial number D',
            'status': AssetStatusChoices.STATUS_RETIRED,
            'storage_location': storage_location.pk,
            'tenant': tenant.pk,
            'owning_tenant': owning_tenant.pk,
            'purchase': purchase.pk,
            'delivery': delivery.pk,
        }
