import functools
import os
import tempfile
import threading
import zipfile
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from unittest import mock

from core.exceptions import SyncError
from core.models import DataSource
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase.data_backends import ZipBackend


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


class ZipBackendTestCase(TestCase):
    def setUp(self):
        super().setUp()
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.archive = self.directory / 'archive.zip'
        with zipfile.ZipFile(self.archive, 'w') as archive:
            archive.writestr('readme.txt', 'About')
            archive.writestr('templates/router.j2', 'hostname')

    def assertNotFetched(self, url, **parameters):
        with self.assertRaises(SyncError), ZipBackend(url, **parameters).fetch():
            pass

    def fetched(self, url, **parameters):
        with ZipBackend(url, **parameters).fetch() as path:
            return sorted(item.relative_to(path).as_posix() for item in Path(path).rglob('*') if item.is_file())

    def test_registered(self):
        self.assertIs(registry['data_backends'][ZipBackend.name], ZipBackend)

    def test_data_source(self):
        source = DataSource(name='Templates', type=ZipBackend.name, source_url=self.archive.as_uri())
        source.full_clean()
        source.save()
        source.sync()
        self.assertEqual(
            sorted(source.datafiles.values_list('path', flat=True)),
            ['readme.txt', 'templates/router.j2'],
        )

    def test_directory(self):
        self.assertEqual(self.fetched(self.archive.as_uri(), directory='templates'), ['router.j2'])

    def test_web_server(self):
        handler = functools.partial(QuietHandler, directory=self.directory)
        with HTTPServer(('127.0.0.1', 0), handler) as server, mock.patch.dict(os.environ, {'NO_PROXY': '127.0.0.1'}):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f'http://127.0.0.1:{server.server_port}'
            self.assertEqual(self.fetched(f'{address}/archive.zip'), ['readme.txt', 'templates/router.j2'])
            self.assertNotFetched(f'{address}/missing.zip')
            server.shutdown()

    def test_outside_of_the_archive(self):
        self.assertNotFetched(self.archive.as_uri(), directory='../..')

    def test_missing_directory(self):
        self.assertNotFetched(self.archive.as_uri(), directory='missing')

    def test_no_archive(self):
        self.archive.write_text('This is text.')
        self.assertNotFetched(self.archive.as_uri())

    def test_too_large(self):
        with mock.patch('netbox_kit_showcase.data_backends.MAX_SIZE', 3):
            self.assertNotFetched(self.archive.as_uri())
