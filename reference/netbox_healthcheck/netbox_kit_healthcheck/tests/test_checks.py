import tempfile
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.cache import CacheHandler
from django.db import ConnectionHandler, OperationalError
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings
from django_rq import get_connection
from netbox_plugin_kit.testing import TestCase
from redis.exceptions import ConnectionError as RedisConnectionError
from rq import Worker

from netbox_kit_healthcheck import checks

CLOSED_PORT = 1


class CheckTestCase(TestCase):
    """
    Every check on the services that the tests run with, and on broken ones.
    """

    def assertFails(self, check, message, exception=checks.CheckFailed):
        with self.assertRaisesMessage(exception, message):
            check.run()

    def test_database(self):
        self.assertIsNone(checks.Database().run())

    def test_database_that_is_not_there(self):
        closed = ConnectionHandler(
            {'default': {**settings.DATABASES['default'], 'HOST': '127.0.0.1', 'PORT': CLOSED_PORT}}
        )
        with mock.patch.object(checks, 'connections', closed):
            self.assertFails(checks.Database(), '', OperationalError)

    def test_cache(self):
        self.assertIsNone(checks.Cache().run())

    def test_cache_that_is_not_there(self):
        address = f'redis://127.0.0.1:{CLOSED_PORT}/0'
        closed = CacheHandler({'default': {**settings.CACHES['default'], 'LOCATION': address}})
        with mock.patch.object(checks, 'caches', closed), self.assertRaises(Exception):  # noqa: B017 - django-redis' own
            checks.Cache().run()

    def test_cache_that_forgets(self):
        forgetful = CacheHandler({'default': {'BACKEND': 'django.core.cache.backends.dummy.DummyCache'}})
        with mock.patch.object(checks, 'caches', forgetful):
            self.assertFails(checks.Cache(), 'is not there')

    def test_redis(self):
        self.assertIsNone(checks.Redis().run())

    def test_redis_that_is_not_there(self):
        self.assertFails(checks.Redis(url=f'redis://127.0.0.1:{CLOSED_PORT}/0'), '', RedisConnectionError)

    def test_migrations(self):
        self.assertIsNone(checks.Migrations().run())

    def test_migration_that_is_not_applied(self):
        # One that no other migration replaces
        name = '0002_remove_content_type_name'
        MigrationRecorder.Migration.objects.filter(app='contenttypes', name=name).delete()
        self.assertFails(checks.Migrations(), f'Not applied: contenttypes.{name}')

    def test_plugins(self):
        self.assertIsNone(checks.Plugins().run())

    @override_settings(PLUGINS=[*settings.PLUGINS, 'netbox_skipped'])
    def test_plugin_that_was_skipped(self):
        self.assertFails(checks.Plugins(), 'Skipped by NetBox: netbox_skipped')


class StorageTestCase(TestCase):
    def test_storage(self):
        with tempfile.TemporaryDirectory() as directory, override_settings(MEDIA_ROOT=directory):
            self.assertIsNone(checks.Storage().run())
            self.assertEqual(list(Path(directory).iterdir()), [])

    def test_missing_directory_is_not_made(self):
        with tempfile.TemporaryDirectory() as directory:
            missing = Path(directory) / 'media'
            with override_settings(MEDIA_ROOT=str(missing)):
                with self.assertRaisesMessage(checks.CheckFailed, 'The directory does not exist'):
                    checks.Storage().run()
            self.assertFalse(missing.exists())

    # Not even root can write there.
    @override_settings(MEDIA_ROOT='/proc')
    def test_directory_that_cannot_be_written(self):
        with self.assertRaises(OSError):
            checks.Storage().run()


class WorkersTestCase(TestCase):
    def worker(self, *queues):
        """
        A worker as Redis knows it: registered, with a heartbeat.
        """
        worker = Worker(queues, connection=get_connection('default'))
        worker.register_birth()
        self.addCleanup(worker.register_death)
        return worker

    def test_worker_for_every_queue(self):
        self.worker(*settings.RQ_QUEUES)
        self.assertIsNone(checks.Workers().run())

    def test_no_worker(self):
        with self.assertRaisesMessage(checks.CheckFailed, 'No worker for default, high, low'):
            checks.Workers().run()

    def test_queue_without_worker(self):
        self.worker('default', 'high')
        with self.assertRaisesMessage(checks.CheckFailed, 'No worker for low'):
            checks.Workers().run()

    def test_queue_that_is_not_required(self):
        self.worker('default', 'high')
        with self.assertRaisesMessage(checks.CheckWarning, 'No worker for low'):
            checks.Workers(required=['default']).run()

    def test_worker_without_heartbeat(self):
        worker = self.worker(*settings.RQ_QUEUES)
        worker.connection.delete(worker.key)  # as when it expires
        with self.assertRaises(checks.CheckFailed):
            checks.Workers().run()

    def test_unknown_queue(self):
        with self.assertRaisesMessage(checks.CheckFailed, 'There is no queue nonsense'):
            checks.Workers(required=['nonsense']).run()
