"""Where data sources can come from beyond NetBox's own backends (NetBox's documentation: Data Backends)."""

import io
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlparse

import requests
from core.exceptions import SyncError
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.data_backends import DataBackend
from utilities.proxy import resolve_proxies

__all__ = ('ZipBackend',)

MAX_SIZE = 256 * 1024 * 1024


class ZipBackend(DataBackend):
    """
    The files of a ZIP archive, on a web server (https://...) or where NetBox runs (file:///...).
    """

    name = 'kit_showcase_zip'
    label = _('ZIP archive (Showcase)')
    parameters = {
        'directory': forms.CharField(
            required=False,
            label=_('Directory'),
            widget=forms.TextInput(attrs={'class': 'form-control'}),
            help_text=_('Take only this directory of the archive'),
        ),
        'username': forms.CharField(
            required=False,
            label=_('Username'),
            widget=forms.TextInput(attrs={'class': 'form-control'}),
            help_text=_('Only used with HTTP(S)'),
        ),
        'password': forms.CharField(
            required=False,
            label=_('Password'),
            widget=forms.TextInput(attrs={'class': 'form-control'}),
            help_text=_('Only used with HTTP(S)'),
        ),
    }
    sensitive_parameters = ['password']

    @contextmanager
    def fetch(self):
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory).resolve()
            try:
                with zipfile.ZipFile(self._open()) as archive:
                    if sum(item.file_size for item in archive.infolist()) > MAX_SIZE:
                        raise SyncError(_('The archive is too large when unpacked.'))
                    archive.extractall(root)
            # RuntimeError: the archive is encrypted, or packed in a way that Python does not know.
            except (OSError, RuntimeError, zipfile.BadZipFile) as error:
                raise SyncError(_('Fetching the archive failed: {error}').format(error=error)) from error

            # Nobody gets at NetBox's own files with '../..'.
            path = (root / (self.params.get('directory') or '')).resolve()
            if not path.is_relative_to(root) or not path.is_dir():
                raise SyncError(_('The archive has no such directory.'))
            yield str(path)

    def _open(self):
        if self.url_scheme not in ('http', 'https'):
            return open(urlparse(self.url).path, 'rb')
        response = requests.get(
            self.url,
            auth=(self.params['username'], self.params.get('password', '')) if self.params.get('username') else None,
            proxies=resolve_proxies(url=self.url, context={'client': self}),
            timeout=60,
        )
        response.raise_for_status()
        return io.BytesIO(response.content)


backends = [ZipBackend]
