from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase

from ..models import Secret
from .factories import (
    create_complete_secret,
    create_complete_secret_role,
    create_complete_user_key,
    create_secret,
    create_secret_role,
    create_user_key,
    key_pair,
)
from .utils import plugin_settings, start_session


class SecretRoleTestCase(TestCase):
    def test_valid(self):
        create_secret_role().full_clean()
        create_complete_secret_role().full_clean()

    def test_str(self):
        secret_role = create_secret_role()

        self.assertEqual(str(secret_role), f'{secret_role.name}')


class SecretTestCase(TestCase):
    def test_valid(self):
        create_secret().full_clean()
        create_complete_secret().full_clean()

    def test_str(self):
        secret = create_secret()

        self.assertEqual(str(secret), f'{secret.name}')

    def test_assigned_object_type_and_assigned_object_id_and_role_and_name_are_unique_together(self):
        secret = create_complete_secret()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_secret(
                assigned_object_type=secret.assigned_object_type,
                assigned_object_id=secret.assigned_object_id,
                role=secret.role,
                name=secret.name,
            )

    def test_value(self):
        session = start_session(self.user)
        secret = create_secret('old')
        self.assertIsNone(secret.value_changed)

        with transaction.atomic():
            secret.seal('new', session)
            secret.save()

        secret = Secret.objects.get()
        self.assertIsNotNone(secret.value_changed)
        self.assertEqual(secret.reveal(session), 'new')


class UserKeyTestCase(TestCase):
    def test_valid(self):
        create_user_key().full_clean()
        create_complete_user_key().full_clean()

    def test_str(self):
        user_key = create_user_key()

        self.assertEqual(str(user_key), f'{user_key.user}')

    def test_public_key(self):
        user_key = create_user_key()
        for public_key, message in (
            ('nonsense', 'This is not an RSA public key'),
            (key_pair()[0], 'This is a private key'),
        ):
            user_key.public_key = public_key
            with self.assertRaisesMessage(ValidationError, message):
                user_key.full_clean()

    @plugin_settings(key_size=4096)
    def test_size(self):
        with self.assertRaisesMessage(ValidationError, 'at least 4096 are needed'):
            create_user_key().full_clean()

    def test_fingerprint(self):
        self.assertRegex(create_user_key().fingerprint, '^SHA256:')
        self.assertEqual(create_user_key(public_key='nonsense').fingerprint, '')
