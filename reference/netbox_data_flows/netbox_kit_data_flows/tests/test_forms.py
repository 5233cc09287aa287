from netbox_plugin_kit.testing import TestCase

from ..forms import (
    ApplicationFilterForm,
    ApplicationForm,
    ApplicationRoleFilterForm,
    ApplicationRoleForm,
    DataFlowFilterForm,
    DataFlowForm,
    FlowGroupFilterForm,
    FlowGroupForm,
    ObjectAliasFilterForm,
    ObjectAliasForm,
)


class ApplicationRoleFormTestCase(TestCase):
    def test_required_fields(self):
        form = ApplicationRoleForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ApplicationRoleFilterForm(data={}).is_valid())


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


class FlowGroupFormTestCase(TestCase):
    def test_required_fields(self):
        form = FlowGroupForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
                'status',
            },
        )

    def test_filter_form(self):
        self.assertTrue(FlowGroupFilterForm(data={}).is_valid())


class ObjectAliasFormTestCase(TestCase):
    def test_required_fields(self):
        form = ObjectAliasForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
            },
        )

    def test_filter_form(self):
        self.assertTrue(ObjectAliasFilterForm(data={}).is_valid())


class DataFlowFormTestCase(TestCase):
    def test_required_fields(self):
        form = DataFlowForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'protocol',
                'status',
            },
        )

    def test_filter_form(self):
        self.assertTrue(DataFlowFilterForm(data={}).is_valid())
