from netbox_plugin_kit.testing import TestCase

from ..forms import (
    ApplicationFilterForm,
    ApplicationForm,
    BusinessServiceFilterForm,
    BusinessServiceForm,
    ConfigItemFilterForm,
    ConfigItemForm,
    PenetrationTestFilterForm,
    PenetrationTestForm,
    RelationFilterForm,
    RelationForm,
)


class BusinessServiceFormTestCase(TestCase):
    def test_required_fields(self):
        form = BusinessServiceForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'criticality',
                'name',
                'status',
            },
        )

    def test_filter_form(self):
        self.assertTrue(BusinessServiceFilterForm(data={}).is_valid())


class ApplicationFormTestCase(TestCase):
    def test_required_fields(self):
        form = ApplicationForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ApplicationFilterForm(data={}).is_valid())


class ConfigItemFormTestCase(TestCase):
    def test_required_fields(self):
        form = ConfigItemForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'item',
                'item_type',
                'service',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ConfigItemFilterForm(data={}).is_valid())


class RelationFormTestCase(TestCase):
    def test_required_fields(self):
        form = RelationForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'connector',
                'destination',
                'service',
                'source',
            },
        )

    def test_filter_form(self):
        self.assertTrue(RelationFilterForm(data={}).is_valid())


class PenetrationTestFormTestCase(TestCase):
    def test_required_fields(self):
        form = PenetrationTestForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'date',
                'service',
                'status',
                'ticket',
            },
        )

    def test_filter_form(self):
        self.assertTrue(PenetrationTestFilterForm(data={}).is_valid())
