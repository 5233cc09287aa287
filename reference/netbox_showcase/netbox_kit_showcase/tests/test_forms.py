from netbox_plugin_kit.testing import TestCase

from ..forms import (
    ExhibitFilterForm,
    ExhibitKindFilterForm,
    ExhibitKindForm,
    HallFilterForm,
    HallForm,
    LabelFilterForm,
    LabelForm,
    LoanFilterForm,
    LoanForm,
)


class ExhibitKindFormTestCase(TestCase):
    def test_required_fields(self):
        form = ExhibitKindForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ExhibitKindFilterForm(data={}).is_valid())


class HallFormTestCase(TestCase):
    def test_required_fields(self):
        form = HallForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'capacity',
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(HallFilterForm(data={}).is_valid())


class ExhibitFormTestCase(TestCase):
    def test_filter_form(self):
        self.assertTrue(ExhibitFilterForm(data={}).is_valid())


class LoanFormTestCase(TestCase):
    def test_required_fields(self):
        form = LoanForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'exhibit',
                'lender',
            },
        )

    def test_filter_form(self):
        self.assertTrue(LoanFilterForm(data={}).is_valid())


class LabelFormTestCase(TestCase):
    def test_required_fields(self):
        form = LabelForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'subject',
                'subject_type',
                'text',
            },
        )

    def test_filter_form(self):
        self.assertTrue(LabelFilterForm(data={}).is_valid())
