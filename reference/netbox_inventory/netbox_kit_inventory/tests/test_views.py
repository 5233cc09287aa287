from datetime import date

from netbox_plugin_kit.testing import ModelViewTestCase, ViewTestCases, create, create_tags

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


class ItemGroupTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = ItemGroup

    @classmethod
    def setUpTestData(cls):
        item_groups = [create_item_group() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Item group A',
            'slug': 'item-group-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description',
            'Item group A,item-group-a,Description A',
            'Item group B,item-group-b,Description B',
            'Item group C,item-group-c,Description C',
        )

        cls.csv_update_data = (
            'id,description',
            f'{item_groups[0].pk},Description D',
            f'{item_groups[1].pk},Description E',
            f'{item_groups[2].pk},Description F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class ItemTypeTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = ItemType

    @classmethod
    def setUpTestData(cls):
        item_types = [create_item_type() for _ in range(3)]
        manufacturer = create('dcim.manufacturer')
        group = create_item_group()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'manufacturer': manufacturer.pk,
            'model': 'Model A',
            'part_number': 'Part number A',
            'group': group.pk,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,manufacturer,model,part_number,group',
            f'Description A,{manufacturer.name},Model A,Part number A,{group.name}',
            f'Description B,{manufacturer.name},Model B,Part number B,{group.name}',
            f'Description C,{manufacturer.name},Model C,Part number C,{group.name}',
        )

        cls.csv_update_data = (
            'id,model',
            f'{item_types[0].pk},Model D',
            f'{item_types[1].pk},Model E',
            f'{item_types[2].pk},Model F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'part_number': 'Part number D',
            'comments': 'Comments D',
            'group': group.pk,
        }


class ItemTypeBulkRenameTestCase(ModelViewTestCase):
    model = ItemType

    def test_bulk_rename(self):
        item_type = create_item_type(model='Model A')
        self.add_permissions('netbox_kit_inventory.view_itemtype', 'netbox_kit_inventory.change_itemtype')

        response = self.client.post(
            self._get_url('bulk_rename'),
            {
                'pk': [item_type.pk],
                'field_names': ['model'],
                'find': 'A',
                'replace': 'Z',
                '_apply': True,
            },
        )

        self.assertHttpStatus(response, 302)
        item_type.refresh_from_db()
        self.assertEqual(item_type.model, 'Model A'.replace('A', 'Z'))


class SupplierTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Supplier

    @classmethod
    def setUpTestData(cls):
        suppliers = [create_supplier() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Supplier A',
            'slug': 'supplier-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description',
            'Supplier A,supplier-a,Description A',
            'Supplier B,supplier-b,Description B',
            'Supplier C,supplier-c,Description C',
        )

        cls.csv_update_data = (
            'id,name',
            f'{suppliers[0].pk},Supplier D',
            f'{suppliers[1].pk},Supplier E',
            f'{suppliers[2].pk},Supplier F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class PurchaseTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Purchase

    @classmethod
    def setUpTestData(cls):
        purchases = [create_purchase() for _ in range(3)]
        supplier = create_supplier()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'supplier': supplier.pk,
            'name': 'Purchase A',
            'date': date(2030, 1, 1),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,supplier,name,date',
            f'Description A,{supplier.name},Purchase A,2030-01-01',
            f'Description B,{supplier.name},Purchase B,2030-01-02',
            f'Description C,{supplier.name},Purchase C,2030-01-03',
        )

        cls.csv_update_data = (
            'id,name',
            f'{purchases[0].pk},Purchase D',
            f'{purchases[1].pk},Purchase E',
            f'{purchases[2].pk},Purchase F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'date': date(2030, 1, 4),
        }


class DeliveryTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Delivery

    @classmethod
    def setUpTestData(cls):
        deliveries = [create_delivery() for _ in range(3)]
        purchase = create_purchase()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'purchase': purchase.pk,
            'name': 'Delivery A',
            'date': date(2030, 1, 1),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,purchase,name,date',
            f'Description A,{purchase.name},Delivery A,2030-01-01',
            f'Description B,{purchase.name},Delivery B,2030-01-02',
            f'Description C,{purchase.name},Delivery C,2030-01-03',
        )

        cls.csv_update_data = (
            'id,name',
            f'{deliveries[0].pk},Delivery D',
            f'{deliveries[1].pk},Delivery E',
            f'{deliveries[2].pk},Delivery F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'date': date(2030, 1, 4),
        }


class AssetTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = Asset

    @classmethod
    def setUpTestData(cls):
        assets = [create_asset() for _ in range(3)]
        device_type = create('dcim.devicetype')
        devices = [create('dcim.device', device_type=device_type) for _ in range(3)]
        storage_location = create('dcim.location')
        tenant = create('tenancy.tenant')
        owning_tenant = create('tenancy.tenant')
        delivery = create_delivery()
        purchase = delivery.purchase
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
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
            'warranty_start': date(2030, 1, 1),
            'warranty_end': date(2030, 2, 1),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,asset_tag,serial,status,device_type,device,storage_location,tenant,owning_tenant,purchase,delivery,warranty_start,warranty_end',
            f'Description A,Asset A,Asset tag A,Serial number A,used,{device_type.model},{devices[0].name},{storage_location.name},{tenant.name},{owning_tenant.name},{purchase.name},{delivery.name},2030-01-01,2030-02-01',
            f'Description B,Asset B,Asset tag B,Serial number B,used,{device_type.model},{devices[1].name},{storage_location.name},{tenant.name},{owning_tenant.name},{purchase.name},{delivery.name},2030-01-02,2030-02-02',
            f'Description C,Asset C,Asset tag C,Serial number C,used,{device_type.model},{devices[2].name},{storage_location.name},{tenant.name},{owning_tenant.name},{purchase.name},{delivery.name},2030-01-03,2030-02-03',
        )

        cls.csv_update_data = (
            'id,name',
            f'{assets[0].pk},Asset D',
            f'{assets[1].pk},Asset E',
            f'{assets[2].pk},Asset F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'status': AssetStatusChoices.STATUS_RETIRED,
            'comments': 'Comments D',
            'storage_location': storage_location.pk,
            'tenant': tenant.pk,
            'owning_tenant': owning_tenant.pk,
            'purchase': purchase.pk,
            'delivery': delivery.pk,
        }
