from netbox_plugin_kit.testing import TestCase

from ..forms import (
    AssetFilterForm,
    DeliveryFilterForm,
    DeliveryForm,
    ItemGroupFilterForm,
    ItemGroupForm,
    ItemTypeFilterForm,
    ItemTypeForm,
    PurchaseFilterForm,
    PurchaseForm,
    SupplierFilterForm,
    SupplierForm,
)


class ItemGroupFormTestCase(TestCase):
    def test_required_fields(self):
        form = ItemGroupForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ItemGroupFilterForm(data={}).is_valid())


class ItemTypeFormTestCase(TestCase):
    def test_required_fields(self):
        form = ItemTypeForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'manufacturer',
                'model',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ItemTypeFilterForm(data={}).is_valid())


class SupplierFormTestCase(TestCase):
    def test_required_fields(self):
        form = SupplierForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(SupplierFilterForm(data={}).is_valid())


class PurchaseFormTestCase(TestCase):
    def test_required_fields(self):
        form = PurchaseForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'supplier',
            },
        )

    def test_filter_form(self):
        self.assertTrue(PurchaseFilterForm(data={}).is_valid())


class DeliveryFormTestCase(TestCase):
    def test_required_fields(self):
        form = DeliveryForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'purchase',
            },
        )

    def test_filter_form(self):
        self.assertTrue(DeliveryFilterForm(data={}).is_valid())


class AssetFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(AssetFilterForm(data={}).is_valid())
