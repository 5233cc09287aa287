from datetime import date
from operator import attrgetter

from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..choices import AssetStatusChoices
from ..filtersets import (
    AssetFilterSet,
    DeliveryFilterSet,
    ItemGroupFilterSet,
    ItemTypeFilterSet,
    PurchaseFilterSet,
    SupplierFilterSet,
)
from ..models import ItemGroup
from .factories import (
    create_asset,
    create_complete_asset,
    create_delivery,
    create_hardware,
    create_item_group,
    create_item_type,
    create_purchase,
    create_supplier,
)


class ItemGroupFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ItemGroupFilterSet
    ignore_fields = ['level', 'lft', 'rght', 'tree_id']

    @classmethod
    def setUpTestData(cls):
        cls.item_groups = (
            create_item_group(
                name='Item group A',
                slug='item-group-a',
                description='Description A',
                comments='Comments A',
            ),
            create_item_group(
                name='Item group B',
                slug='item-group-b',
                description='Description B',
                comments='Comments B',
            ),
            create_item_group(
                name='Item group C',
                slug='item-group-c',
                description='Description C',
                comments='Comments C',
            ),
        )
        # What these lead to needed more of the same kind.
        cls.queryset = ItemGroup.objects.filter(pk__in=[itemgroup.pk for itemgroup in cls.item_groups])

    def test_q(self):
        params = {'q': 'ITEM GROUP A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.item_groups[0])

    def test_name(self):
        params = {'name': ['Item group A', 'Item group B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['item-group-a', 'item-group-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ItemTypeFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ItemTypeFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.item_types = (
            create_item_type(
                description='Description A',
                comments='Comments A',
                manufacturer=create('dcim.manufacturer'),
                model='Model A',
                part_number='Part number A',
                group=create_item_group(),
            ),
            create_item_type(
                description='Description B',
                comments='Comments B',
                manufacturer=create('dcim.manufacturer'),
                model='Model B',
                part_number='Part number B',
                group=create_item_group(),
            ),
            create_item_type(
                description='Description C',
                comments='Comments C',
                manufacturer=create('dcim.manufacturer'),
                model='Model C',
                part_number='Part number C',
                group=create_item_group(),
            ),
        )

    def test_q(self):
        params = {'q': 'MODEL A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.item_types[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_manufacturer(self):
        params = {'manufacturer_id': [self.item_types[0].manufacturer.pk, self.item_types[1].manufacturer.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_model(self):
        params = {'model': ['Model A', 'Model B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_part_number(self):
        params = {'part_number': ['Part number A', 'Part number B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_group(self):
        params = {'group_id': [self.item_types[0].group.pk, self.item_types[1].group.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class SupplierFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = SupplierFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.suppliers = (
            create_supplier(
                name='Supplier A',
                slug='supplier-a',
                description='Description A',
                comments='Comments A',
            ),
            create_supplier(
                name='Supplier B',
                slug='supplier-b',
                description='Description B',
                comments='Comments B',
            ),
            create_supplier(
                name='Supplier C',
                slug='supplier-c',
                description='Description C',
                comments='Comments C',
            ),
        )

    def test_q(self):
        params = {'q': 'SUPPLIER A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.suppliers[0])

    def test_name(self):
        params = {'name': ['Supplier A', 'Supplier B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['supplier-a', 'supplier-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class PurchaseFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = PurchaseFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.purchases = (
            create_purchase(
                description='Description A',
                comments='Comments A',
                supplier=create_supplier(),
                name='Purchase A',
                date=date(2030, 1, 1),
            ),
            create_purchase(
                description='Description B',
                comments='Comments B',
                supplier=create_supplier(),
                name='Purchase B',
                date=date(2030, 1, 2),
            ),
            create_purchase(
                description='Description C',
                comments='Comments C',
                supplier=create_supplier(),
                name='Purchase C',
                date=date(2030, 1, 3),
            ),
        )

    def test_q(self):
        params = {'q': 'PURCHASE A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.purchases[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_supplier(self):
        params = {'supplier_id': [self.purchases[0].supplier.pk, self.purchases[1].supplier.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Purchase A', 'Purchase B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_date(self):
        params = {'date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class DeliveryFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = DeliveryFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.deliveries = (
            create_delivery(
                description='Description A',
                comments='Comments A',
                purchase=create_purchase(),
                name='Delivery A',
                date=date(2030, 1, 1),
            ),
            create_delivery(
                description='Description B',
                comments='Comments B',
                purchase=create_purchase(),
                name='Delivery B',
                date=date(2030, 1, 2),
            ),
            create_delivery(
                description='Description C',
                comments='Comments C',
                purchase=create_purchase(),
                name='Delivery C',
                date=date(2030, 1, 3),
            ),
        )

    def test_q(self):
        params = {'q': 'DELIVERY A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.deliveries[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_purchase(self):
        params = {'purchase_id': [self.deliveries[0].purchase.pk, self.deliveries[1].purchase.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Delivery A', 'Delivery B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_date(self):
        params = {'date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class AssetFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = AssetFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.assets = (
            create_asset(
                description='Description A',
                comments='Comments A',
                name='Asset A',
                asset_tag='Asset tag A',
                serial='Serial number A',
                status=AssetStatusChoices.STATUS_USED,
                **create_hardware(),
                storage_location=create('dcim.location'),
                tenant=create('tenancy.tenant'),
                owning_tenant=create('tenancy.tenant'),
                delivery=create_delivery(),
                warranty_start=date(2030, 1, 1),
                warranty_end=date(2030, 2, 1),
            ),
            create_asset(
                description='Description B',
                comments='Comments B',
                name='Asset B',
                asset_tag='Asset tag B',
                serial='Serial number B',
                status=AssetStatusChoices.STATUS_RETIRED,
                rack_type=create('dcim.racktype'),
                storage_location=create('dcim.location'),
                tenant=create('tenancy.tenant'),
                owning_tenant=create('tenancy.tenant'),
                delivery=create_delivery(),
                warranty_start=date(2030, 1, 2),
                warranty_end=date(2030, 2, 2),
            ),
            create_asset(
                description='Description C',
                comments='Comments C',
                name='Asset C',
                asset_tag='Asset tag C',
                serial='Serial number C',
                status=AssetStatusChoices.STATUS_USED,
                **create_hardware(),
                storage_location=create('dcim.location'),
                tenant=create('tenancy.tenant'),
                owning_tenant=create('tenancy.tenant'),
                delivery=create_delivery(),
                warranty_start=date(2030, 1, 3),
                warranty_end=date(2030, 2, 3),
            ),
        )

    def test_q(self):
        params = {'q': 'ASSET A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.assets[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Asset A', 'Asset B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_asset_tag(self):
        params = {'asset_tag': ['Asset tag A', 'Asset tag B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_serial(self):
        params = {'serial': ['Serial number A', 'Serial number B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {'status': [AssetStatusChoices.STATUS_USED, AssetStatusChoices.STATUS_RETIRED]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_device_type(self):
        params = {'device_type_id': [self.assets[0].device_type.pk, self.assets[2].device_type.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_device(self):
        params = {'device_id': [self.assets[0].device.pk, self.assets[2].device.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_storage_location(self):
        params = {'storage_location_id': [self.assets[0].storage_location.pk, self.assets[1].storage_location.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_tenant(self):
        params = {'tenant_id': [self.assets[0].tenant.pk, self.assets[1].tenant.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_owning_tenant(self):
        params = {'owning_tenant_id': [self.assets[0].owning_tenant.pk, self.assets[1].owning_tenant.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_purchase(self):
        params = {'purchase_id': [self.assets[0].purchase.pk, self.assets[1].purchase.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_delivery(self):
        params = {'delivery_id': [self.assets[0].delivery.pk, self.assets[1].delivery.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_warranty_start(self):
        params = {'warranty_start': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_warranty_end(self):
        params = {'warranty_end': ['2030-02-01', '2030-02-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_kind(self):
        self.assertFound([1], kind=['rack'])
        self.assertFound([0, 2], kind=['device', 'module'])

    def test_assigned(self):
        self.assertFound([0, 2], assigned='true')
        self.assertFound([1], assigned='false')

    def test_manufacturer(self):
        types = [self.assets[number].hardware_type for number in (0, 1)]
        self.assertFound([0, 1], manufacturer_id=[each.manufacturer.pk for each in types])
        self.assertFound([1], manufacturer=[types[1].manufacturer.slug])

    def test_supplier(self):
        suppliers = [asset.purchase.supplier for asset in self.assets[:2]]
        self.assertFound([0, 1], supplier_id=[supplier.pk for supplier in suppliers])
        self.assertFound([0, 1], supplier=[supplier.slug for supplier in suppliers])

    def test_item_group(self):
        group = create_item_group()
        within = create_item_group(parent=group)
        asset = create_asset(item_type=create_item_type(group=within))
        for value in (group, within):
            params = {'item_group_id': [value.pk]}
            self.assertEqual(self.filterset(params, self.queryset).qs.get(), asset)
        self.assertEqual(self.filterset({'item_group': [group.slug]}, self.queryset).qs.get(), asset)

    def test_site_of_assets_that_are_stored(self):
        site = self.assets[1].storage_location.site
        self.assertFound([1], site_id=[site.pk])
        self.assertFound([1], site=[site.slug])
        # An asset that is in use is where its hardware is.
        self.assertFound([], site_id=[self.assets[0].storage_location.site.pk])

    def test_site_of_assets_that_are_in_use(self):
        for kind, path in (('device', 'device'), ('module', 'module.device'), ('rack', 'rack')):
            asset = create_complete_asset(kind)
            params = {'site_id': [attrgetter(path)(asset).site.pk]}
            self.assertEqual(self.filterset(params, self.queryset).qs.get(), asset, kind)
        asset = create_complete_asset('item')
        params = {'site_id': [asset.inventory_item.device.site.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), asset)

    def test_location(self):
        room = create('dcim.location')
        shelf = create('dcim.location', parent=room, site=room.site)
        stored = create_asset(storage_location=shelf)
        device = create('dcim.device', site=room.site, location=shelf)
        used = create_asset(device_type=device.device_type, device=device, storage_location=create('dcim.location'))
        for location in (room, shelf):
            found = self.filterset({'location_id': [location.pk]}, self.queryset).qs
            self.assertEqual(set(found), {stored, used})

    def assertFound(self, numbers, **params):
        self.assertEqual(set(self.filterset(params, self.queryset).qs), {self.assets[number] for number in numbers})
