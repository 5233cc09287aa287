import shutil
import tempfile
from copy import deepcopy

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

__all__ = (
    'MediaMixin',
    'plugin_settings',
    'upload',
)


class MediaMixin:
    """
    Give the tests of a class a directory of their own for uploads.
    """

    def setUp(self):
        super().setUp()
        directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, directory)
        media = override_settings(MEDIA_ROOT=directory)
        media.enable()
        self.addCleanup(media.disable)


def plugin_settings(**changes):
    """
    Override some of the plugin's settings; a context manager and decorator.
    """
    config = deepcopy(settings.PLUGINS_CONFIG)
    config['netbox_kit_documents'] |= changes
    return override_settings(PLUGINS_CONFIG=config)


def upload(name='plan.txt', content=b'Text'):
    return SimpleUploadedFile(name, content)
