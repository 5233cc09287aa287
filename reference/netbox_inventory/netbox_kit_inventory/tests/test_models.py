from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase, create

from ..choices import AssetStatusChoices, KindChoices
from ..models import Asset
from .factories import (
    create_asset,
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
    create_purchase,
    create_supplier,
)


class ItemGroupTestCase(TestCase):
    def test_valid(self):
        create_item_group().full_clean()
        create_complete_item_group().full_clean()

    def test_str(self):
        item_group = create_item_group()

        self.assertEqual(str(item_group), f'{item_group.name}')


class ItemTypeTestCase(TestCase):
    def test_valid(self):
        create_item_type().full_clean()
        create_complete_item_type().full_clean()

    def test_str(self):
        item_type = create_item_type()

        self.assertEqual(str(item_type), f'{item_type.model}')

    def test_manufacturer_and_model_are_unique_together(self):
        item_type = create_complete_item_type()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_item_type(
                manufacturer=item_type.manufacturer,
                model=item_type.model,
            )


class SupplierTestCase(TestCase):
    def test_valid(self):
        create_supplier().full_clean()
        create_complete_supplier().full_clean()

    def test_str(self):
        supplier = create_supplier()

        self.assertEqual(str(supplier), f'{supplier.name}')


class PurchaseTestCase(TestCase):
    def test_valid(self):
        create_purchase().full_clean()
        create_complete_purchase().full_clean()

    def test_str(self):
        purchase = create_purchase()

        self.assertEqual(str(purchase), f'{purchase.name}')

    def test_supplier_and_name_are_unique_together(self):
        purchase = create_complete_purchase()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_purchase(
                supplier=purchase.supplier,
                name=purchase.name,
            )


class DeliveryTestCase(TestCase):
    def test_valid(self):
        create_delivery().full_clean()
        create_complete_delivery().full_clean()

    def test_str(self):
        delivery = create_delivery()

        self.assertEqual(str(delivery), f'{delivery.name}')

    def test_purchase_and_name_are_unique_together(self):
        delivery = create_complete_delivery()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_delivery(
                purchase=delivery.purchase,
                name=delivery.name,
            )


class AssetTestCase(TestCase):
    def test_valid(self):
        create_asset().full_clean()
        for kind in KindChoices.values():
            with self.subTest(kind):
                create_complete_asset(kind).full_clean()

    def test_str(self):
        item_type = create_item_type()
        asset = create_asset(item_type=item_type)
        self.assertEqual(str(asset), f'Inventory item {asset.pk}')
        self.assertEqual(str(create_asset(item_type=item_type, serial='S 1')), 'S 1')
        self.assertEqual(str(create_asset(item_type=item_type, serial='S 1', asset_tag='T 1')), 'T 1')
        self.assertEqual(str(create_asset(item_type=item_type, asset_tag='T 2', name='Spare')), 'Spare')

    def test_asset_tag_is_unique(self):
        create_asset(asset_tag='Asset tag A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_asset(asset_tag='Asset tag A')

    def test_many_may_be_without_a_tag(self):
        for _ in range(2):
            self.assertIsNone(create_asset(asset_tag='').asset_tag)

    def test_status_color(self):
        asset = create_asset(status=AssetStatusChoices.STATUS_STORED)

        self.assertEqual(asset.get_status_color(), 'cyan')

    def test_kind(self):
        for kind in KindChoices.values():
            asset = create_complete_asset(kind)
            values = create_hardware(kind)
            self.assertEqual(asset.kind, kind)
            self.assertEqual(asset.hardware_type._meta.model, list(values.values())[0]._meta.model)
            self.assertEqual(asset.hardware._meta.model, list(values.values())[1]._meta.model)

    def test_one_type(self):
        message = 'An asset is of one type: a device type, a module type, an item type or a rack type.'
        asset = create_asset()

        for values in ({'device_type': None}, {'item_type': create_item_type()}):
            with self.subTest(values):
                changed = Asset.objects.get(pk=asset.pk)
                for name, value in values.items():
                    setattr(changed, name, value)
                with self.assertRaises(ValidationError) as raised:
                    changed.full_clean()
                # Once, although the database has such a constraint as well
                self.assertEqual(raised.exception.messages, [message])
                with self.assertRaises(IntegrityError), transaction.atomic():
                    changed.save()

    def test_hardware_of_another_kind(self):
        asset = create_asset()
        asset.rack = create('dcim.rack')

        with self.assertRaisesMessage(ValidationError, 'of the kind that its type is'):
            asset.full_clean()
        with self.assertRaises(IntegrityError), transaction.atomic():
            asset.save()

    def test_hardware_of_another_type(self):
        for kind in (KindChoices.DEVICE, KindChoices.MODULE, KindChoices.RACK):
            with self.subTest(kind):
                asset = create_complete_asset(kind)
                asset.assign(create_hardware(kind)[kind])

                with self.assertRaisesMessage(ValidationError, f'and this asset of the type {asset.hardware_type}'):
                    asset.full_clean()

    def test_type_that_the_hardware_gets_later(self):
        asset = create_complete_asset()
        asset.device.device_type = create('dcim.devicetype')
        asset.device.save()

        asset = Asset.objects.get(pk=asset.pk)
        asset.description = 'Something else'
        asset.full_clean()

    def test_rack_without_type(self):
        create_asset(rack_type=create('dcim.racktype'), rack=create('dcim.rack', rack_type=None)).full_clean()

    def test_one_asset_for_one_device(self):
        asset = create_complete_asset()
        other = create_asset(device_type=asset.device_type)
        other.device = asset.device

        with self.assertRaisesMessage(ValidationError, 'Asset with this Device already exists.'):
            other.full_clean()

    def test_delivery_says_which_purchase(self):
        delivery = create_delivery()

        self.assertEqual(create_asset(delivery=delivery).purchase, delivery.purchase)

    def test_delivery_of_another_purchase(self):
        asset = create_asset(purchase=create_purchase(), delivery=create_delivery())

        with self.assertRaisesMessage(ValidationError, 'The delivery is not one of this purchase.'):
            asset.full_clean()

    def test_delivery_that_gets_another_purchase(self):
        asset = create_asset(delivery=create_delivery())
        asset.delivery.purchase = create_purchase()

        with self.assertRaisesMessage(ValidationError, 'This delivery has assets of another purchase.'):
            asset.delivery.full_clean()

    def test_warranty_that_ends_before_it_starts(self):
        asset = create_asset()
        asset.warranty_start = date(2030, 2, 1)
        asset.warranty_end = date(2030, 1, 1)

        with self.assertRaises(ValidationError) as raised:
            asset.full_clean()
        self.assertEqual(raised.exception.messages, ['A warranty does not end before it starts.'])
        with self.assertRaises(IntegrityError), transaction.atomic():
            asset.save()
