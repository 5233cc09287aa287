from concurrent.futures import ThreadPoolExecutor
from threading import Event

from django.db import connection, transaction
from django.test import TransactionTestCase
from netbox_plugin_kit.testing import create

from .. import vault
from ..exceptions import Locked
from ..models import Secret, UserKey
from .factories import create_secret, create_user_key, key_pair
from .utils import start_session

# Seconds that something which has to wait is watched waiting
PATIENCE = 0.5


class ConcurrencyTestCase(TransactionTestCase):
    """
    Transactions of several connections at once, which a TestCase with its one transaction cannot have.
    """

    def setUp(self):
        self.session = start_session(create('users.user'))
        self.other = start_session(create('users.user'), 2)
        self.secrets = [create_secret(f'text {number}') for number in range(3)]
        self.pool = ThreadPoolExecutor()
        self.addCleanup(self.pool.shutdown)

    def submit(self, function, *args):
        """
        Call a function in a thread, and thus in a connection, of its own.
        """

        def call():
            try:
                return function(*args)
            finally:
                connection.close()

        return self.pool.submit(call)

    def begin(self, function, *args):
        """
        Call a function in a transaction that stays open; return what ends it and returns the result.
        """
        done, end = Event(), Event()

        def call():
            with transaction.atomic():
                try:
                    result = function(*args)
                finally:
                    done.set()
                end.wait(60)
            return result

        future = self.submit(call)
        self.assertTrue(done.wait(60))

        def finish():
            end.set()
            return future.result(60)

        self.addCleanup(end.set)
        return finish

    def assertWaits(self, future):
        with self.assertRaises(TimeoutError):
            future.result(PATIENCE)

    def assertAllReadable(self, session):
        texts = [secret.reveal(session) for secret in Secret.objects.order_by('pk')]
        self.assertEqual(texts[:3], ['text 0', 'text 1', 'text 2'])
        return texts

    def test_two_rotations(self):
        finish = self.begin(vault.rotate, self.session)
        second = self.submit(vault.rotate, self.other)
        self.assertWaits(second)

        key, _expires = finish()

        # The second one has the master key of before the first one.
        with self.assertRaises(Locked):
            second.result(60)
        self.assertAllReadable(vault.Session(user=self.session.user, key=key))
        self.assertTrue(vault.unlock(self.other.user, key_pair(2)[0]))

    def test_two_rotations_unwatched(self):
        futures = [self.submit(vault.rotate, session) for session in (self.session, self.other)]
        errors = [future.exception(60) for future in futures]

        self.assertEqual(sorted(map(type, errors), key=str), sorted([type(None), Locked], key=str))
        winner = errors.index(None)
        key, _expires = futures[winner].result()
        self.assertAllReadable(vault.Session(user=(self.session, self.other)[winner].user, key=key))

    def test_value_stored_during_a_rotation(self):
        finish = self.begin(vault.rotate, self.session)
        storing = self.submit(self.store, self.other)
        self.assertWaits(storing)

        key, _expires = finish()

        with self.assertRaises(Locked):
            storing.result(60)
        self.assertAllReadable(vault.Session(user=self.session.user, key=key))

    def test_rotation_while_a_value_is_stored(self):
        finish = self.begin(self.store, self.other)
        rotation = self.submit(vault.rotate, self.session)
        self.assertWaits(rotation)

        finish()

        key, _expires = rotation.result(60)
        texts = self.assertAllReadable(vault.Session(user=self.session.user, key=key))
        self.assertEqual(texts[3:], ['new'])

    def test_change_of_something_else_during_a_rotation(self):
        finish = self.begin(vault.rotate, self.session)
        renaming = self.submit(self.rename, Secret.objects.first())

        key, _expires = finish()
        renaming.result(60)

        self.assertAllReadable(vault.Session(user=self.session.user, key=key))
        self.assertTrue(Secret.objects.filter(name='renamed').exists())

    def test_two_first_user_keys(self):
        Secret.objects.all().delete()
        UserKey.objects.all().delete()
        first, second = create_user_key(), create_user_key()
        finish = self.begin(vault.activate, first, vault.Session(user=first.user))
        activation = self.submit(vault.activate, second, vault.Session(user=second.user))
        self.assertWaits(activation)

        finish()

        # There is one master key, and the second user has to be given it.
        with self.assertRaises(Locked):
            activation.result(60)

    def test_unlocking_during_a_rotation(self):
        finish = self.begin(vault.rotate, self.session)
        unlocking = self.submit(vault.unlock, self.other.user, key_pair(2)[0])
        self.assertWaits(unlocking)

        finish()

        key, _expires = unlocking.result(60)
        self.assertAllReadable(vault.Session(user=self.other.user, key=key))

    def store(self, session):
        with transaction.atomic():
            secret = Secret(name='New', assigned_object=self.secrets[0].assigned_object, role=self.secrets[0].role)
            secret.seal('new', session)
            secret.save()

    def rename(self, secret):
        secret.name = 'renamed'
        secret.save()
