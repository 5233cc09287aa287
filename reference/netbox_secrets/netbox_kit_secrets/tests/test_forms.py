from netbox_plugin_kit.testing import TestCase

from ..forms import SecretFilterForm, SecretForm, SecretRoleFilterForm, SecretRoleForm, UserKeyFilterForm, UserKeyForm


class SecretRoleFormTestCase(TestCase):
    def test_required_fields(self):
        form = SecretRoleForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'name',
                'slug',
            },
        )

    def test_filter_form(self):
        self.assertTrue(SecretRoleFilterForm(data={}).is_valid())


class SecretFormTestCase(TestCase):
    def test_required_fields(self):
        form = SecretForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'assigned_object',
                'assigned_object_type',
                'name',
                'plaintext',
                'role',
            },
        )

    def test_filter_form(self):
        self.assertTrue(SecretFilterForm(data={}).is_valid())


class UserKeyFormTestCase(TestCase):
    def test_required_fields(self):
        form = UserKeyForm(data={})

        self.assertFalse(form.is_valid())
        self.assertEqual(
            set(form.errors),
            {
                'public_key',
            },
        )

    def test_filter_form(self):
        self.assertTrue(UserKeyFilterForm(data={}).is_valid())
