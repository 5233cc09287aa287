from datetime import timedelta
from unittest.mock import patch

from core.models import ObjectChange
from django.contrib.auth import logout
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import transaction
from django.test import RequestFactory
from django.utils import timezone
from netbox.context_managers import event_tracking
from netbox_plugin_kit.testing import TestCase, create

from .. import crypto, vault
from ..exceptions import Locked, VaultError
from ..models import Secret, SessionKey, UserKey
from .factories import MASTER_KEY, create_secret, create_user_key, key_pair
from .utils import plugin_settings, start_session

NO_SESSION = vault.Session(user=None)


class ActivationTestCase(TestCase):
    def test_first_user_key(self):
        user_key = create_user_key(user=self.user)

        vault.activate(user_key, vault.Session(user=self.user))

        user_key.refresh_from_db()
        self.assertEqual(len(crypto.unwrap(key_pair()[0], user_key.master_key_cipher)), 32)

    def test_others_get_the_same_master_key(self):
        session, other = start_session(self.user), create_user_key(public_key=key_pair(2)[1])

        vault.activate(other, session)

        other.refresh_from_db()
        self.assertEqual(crypto.unwrap(key_pair(2)[0], other.master_key_cipher), MASTER_KEY)

    def test_others_need_a_session(self):
        create_user_key(user=self.user, active=True)
        other = create_user_key()

        with self.assertRaises(Locked):
            vault.activate(other, vault.Session(user=self.user))

    def test_twice(self):
        session = start_session(self.user)

        with self.assertRaisesMessage(VaultError, 'active already'):
            vault.activate(UserKey.objects.get(), session)

    def test_change_log(self):
        user_key = create_user_key(user=self.user)
        request = RequestFactory().get('/')
        request.id, request.user = '00000000-0000-0000-0000-000000000001', self.user
        with event_tracking(request):
            vault.activate(user_key, vault.Session(user=self.user))

        change = ObjectChange.objects.get(changed_object_type__model='userkey')
        self.assertEqual(change.message, 'Activated')
        self.assertIsNone(change.prechange_data['activated'])
        self.assertIsNotNone(change.postchange_data['activated'])

    def test_lost_master_key(self):
        create_secret()

        with self.assertRaisesMessage(VaultError, 'nobody has their master key any more'):
            vault.activate(create_user_key(), NO_SESSION)


class UnlockTestCase(TestCase):
    def test_unlock(self):
        session = start_session(self.user)

        self.assertEqual(session.master_key(), MASTER_KEY)
        self.assertNotIn(session.key, repr(session))

    def test_wrong_private_key(self):
        create_user_key(user=self.user, active=True)

        with self.assertRaisesMessage(VaultError, 'not the private key of your user key'):
            vault.unlock(self.user, key_pair(2)[0])
        self.assertFalse(SessionKey.objects.exists())

    def test_without_active_user_key(self):
        with self.assertRaisesMessage(VaultError, 'You have no active user key'):
            vault.unlock(self.user, key_pair()[0])
        create_user_key(user=self.user)
        with self.assertRaisesMessage(VaultError, 'You have no active user key'):
            vault.unlock(self.user, key_pair()[0])

    def test_session_of_another_user(self):
        session, other = start_session(self.user), start_session(create('users.user'), 2)

        self.assertFalse(vault.Session(user=other.user, key=session.key).is_open())
        vault.lock(vault.Session(user=other.user, key=session.key))
        self.assertTrue(session.is_open())

    def test_nonsense(self):
        start_session(self.user)

        for key in (None, '', 'nonsense', 'ä', crypto.encode_key(crypto.new_key())):
            session = vault.Session(user=self.user, key=key)
            self.assertFalse(session.is_open())
            vault.lock(session)

    def test_lock(self):
        session, another = start_session(self.user), start_session(self.user)

        vault.lock(session)

        self.assertFalse(session.is_open())
        self.assertTrue(another.is_open())

    def test_end(self):
        session = start_session(self.user)
        SessionKey.objects.update(expires=timezone.now() - timedelta(seconds=1))

        self.assertFalse(session.is_open())
        start_session(self.user)
        self.assertEqual(SessionKey.objects.count(), 1)

    @plugin_settings(session_hours=2)
    def test_configured_hours(self):
        start_session(self.user)
        left = SessionKey.objects.get().expires - timezone.now()
        self.assertAlmostEqual(left.total_seconds(), 7200, delta=60)

    def test_logout(self):
        session = start_session(self.user)
        other = start_session(create('users.user'), 2)
        request = RequestFactory().get('/')
        SessionMiddleware(lambda request: None).process_request(request)
        request.user = self.user

        logout(request)

        self.assertFalse(session.is_open())
        self.assertTrue(other.is_open())

    def test_moved_copies_of_the_master_key(self):
        session, other = start_session(self.user), start_session(create('users.user'), 2)
        first, second = SessionKey.objects.order_by('pk')
        SessionKey.objects.filter(pk=first.pk).update(master_key_cipher=second.master_key_cipher)

        self.assertFalse(session.is_open())
        self.assertTrue(other.is_open())


class DeactivationTestCase(TestCase):
    def setUp(self):
        super().setUp()
        start_session(create('users.user'), 2)
        self.secret = create_secret('tr0ub4dor')
        self.session = start_session(self.user)

    def assertLockedOut(self):
        with self.assertRaises(Locked):
            self.secret.reveal(self.session)
        with self.assertRaises(VaultError):
            vault.unlock(self.user, key_pair()[0])

    def test_inactive_user(self):
        self.user.is_active = False
        self.user.save()
        self.assertLockedOut()

    def test_deleted_user_key(self):
        UserKey.objects.get(user=self.user).delete()
        self.assertLockedOut()

    def test_replaced_public_key(self):
        user_key = UserKey.objects.get(user=self.user)
        user_key.public_key = key_pair(3)[1]
        user_key.save()

        self.assertFalse(UserKey.objects.get(user=self.user).active)
        self.assertLockedOut()

    def test_user_key_of_another_user(self):
        user_key = UserKey.objects.get(user=self.user)
        user_key.user = create('users.user')
        user_key.save()

        self.assertFalse(UserKey.objects.get(pk=user_key.pk).active)
        self.assertLockedOut()

    def test_changes_of_something_else(self):
        user_key = UserKey.objects.get(user=self.user)
        user_key.description = 'Laptop'
        user_key.save()

        self.assertTrue(UserKey.objects.get(user=self.user).active)
        self.assertEqual(self.secret.reveal(self.session), 'tr0ub4dor')


class LastUserKeyTestCase(TestCase):
    def setUp(self):
        super().setUp()
        self.user_key = create_user_key(user=self.user, active=True)
        create_user_key()
        self.secret = create_secret()

    def test_deletion(self):
        for delete in (self.user_key.delete, UserKey.objects.all().delete, self.user.delete):
            with self.assertRaisesMessage(VaultError, 'nobody could unlock'), transaction.atomic():
                delete()
            self.assertTrue(UserKey.objects.active().exists())

    def test_replacement(self):
        self.user_key.public_key = key_pair(2)[1]
        with self.assertRaisesMessage(VaultError, 'nobody could unlock'), transaction.atomic():
            self.user_key.save()
        self.assertTrue(UserKey.objects.active().exists())

    def test_others_are_inactive(self):
        user = create('users.user', is_active=False)
        create_user_key(user=user, active=True)
        with self.assertRaises(VaultError), transaction.atomic():
            self.user_key.delete()

    def test_two_at_once(self):
        create_user_key(active=True)
        with self.assertRaises(VaultError), transaction.atomic():
            UserKey.objects.all().delete()
        self.user_key.delete()

    def test_without_secrets(self):
        self.secret.delete()
        self.user_key.delete()

    def test_inactive_user_key(self):
        UserKey.objects.exclude(pk=self.user_key.pk).get().delete()


class CiphertextTestCase(TestCase):
    def setUp(self):
        super().setUp()
        self.session = start_session(self.user)
        self.secret, self.other = create_secret('one'), create_secret('two')

    def assertUnreadable(self, secret):
        with self.assertRaisesMessage(VaultError, 'has been changed'):
            Secret.objects.get(pk=secret.pk).reveal(self.session)

    def test_tampered(self):
        for index in (0, 20, -1):
            ciphertext = bytearray(self.secret.ciphertext)
            ciphertext[index] ^= 1
            Secret.objects.filter(pk=self.secret.pk).update(ciphertext=bytes(ciphertext))
            self.assertUnreadable(self.secret)

    def test_none(self):
        Secret.objects.filter(pk=self.secret.pk).update(ciphertext=b'')
        self.assertUnreadable(self.secret)

    def test_swapped(self):
        for secret, other in ((self.secret, self.other), (self.other, self.secret)):
            Secret.objects.filter(pk=secret.pk).update(ciphertext=other.ciphertext)
        self.assertUnreadable(self.secret)
        self.assertUnreadable(self.other)

    def test_intact(self):
        self.assertEqual(self.secret.reveal(self.session), 'one')


class RotationTestCase(TestCase):
    def setUp(self):
        super().setUp()
        self.session = start_session(self.user)
        self.other = start_session(create('users.user'), 2)
        self.inactive = create_user_key()
        self.secrets = [create_secret(f'text {number}') for number in range(3)]

    def rotate(self):
        key, _expires = vault.rotate(self.session)
        return vault.Session(user=self.user, key=key)

    def test_rotation(self):
        before = {secret.pk: bytes(secret.ciphertext) for secret in self.secrets}

        session = self.rotate()

        self.assertNotEqual(session.master_key(), MASTER_KEY)
        for number, secret in enumerate(Secret.objects.order_by('pk')):
            self.assertNotEqual(bytes(secret.ciphertext), before[secret.pk])
            self.assertEqual(secret.reveal(session), f'text {number}')
            with self.assertRaises(crypto.CryptoError):
                secret.decrypt(MASTER_KEY)

    def test_old_sessions_end(self):
        self.rotate()
        self.assertFalse(self.session.is_open())
        self.assertFalse(self.other.is_open())

    def test_others_can_unlock_again(self):
        session = self.rotate()
        key, _expires = vault.unlock(self.other.user, key_pair(2)[0])
        self.assertEqual(vault.Session(user=self.other.user, key=key).master_key(), session.master_key())
        self.assertFalse(UserKey.objects.get(pk=self.inactive.pk).active)

    def test_again_with_the_old_session(self):
        self.rotate()
        with self.assertRaises(Locked):
            self.rotate()

    def test_in_batches(self):
        for number in range(7):
            create_secret(f'text {number}')
        with patch('netbox_kit_secrets.vault.BATCH_SIZE', 4):
            session = self.rotate()
        self.assertEqual(len([secret.reveal(session) for secret in Secret.objects.all()]), 10)

    def test_unreadable_secret_stops_it(self):
        secret = self.secrets[1]
        Secret.objects.filter(pk=secret.pk).update(ciphertext=b'x' * 100)

        with self.assertRaisesMessage(VaultError, f'Secret {secret.pk} cannot be decrypted'):
            self.rotate()
        self.assertEqual(self.session.master_key(), MASTER_KEY)
        self.assertEqual(Secret.objects.get(pk=self.secrets[0].pk).reveal(self.session), 'text 0')

    def test_objects_loaded_before(self):
        secret, user_key = Secret.objects.first(), UserKey.objects.get(user=self.user)
        session = self.rotate()

        # They have the old ciphertexts.
        secret.description = user_key.description = 'New'
        secret.save()
        user_key.save()

        secret = Secret.objects.get(pk=secret.pk)
        self.assertEqual(secret.description, 'New')
        self.assertTrue(secret.reveal(session).startswith('text'))
        self.assertTrue(vault.unlock(self.user, key_pair()[0]))

    def test_change_log(self):
        request = RequestFactory().get('/')
        request.id, request.user = '00000000-0000-0000-0000-000000000001', self.user
        with event_tracking(request):
            self.rotate()

        changes = ObjectChange.objects.filter(changed_object_type__model='userkey')
        self.assertEqual({change.message for change in changes}, {'Master key rotated'})
        self.assertEqual(len(changes), 2)
        for change in changes:
            self.assertNotIn('master_key_cipher', {**change.prechange_data, **change.postchange_data})
