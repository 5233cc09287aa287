"""What becomes of the files that users upload: their names, and which are refused."""

import re
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from netbox.plugins import get_plugin_config

__all__ = (
    'check_upload',
    'safe_name',
    'upload_path',
)


def safe_name(filename):
    """
    Return a name for a file that leads nowhere else and is not too long, whatever its user has called it.
    """
    name = PurePosixPath(filename.replace('\\', '/')).name
    stem, _dot, extension = name.rpartition('.') if '.' in name else (name, '', '')
    stem = re.sub(r'[^\w-]+', '_', stem)[:50].strip('_') or 'document'
    extension = re.sub(r'[^\w]+', '', extension)[:10].lower()
    return f'{stem}.{extension}' if extension else stem


def upload_path(instance, filename):
    return f'netbox_kit_documents/{safe_name(filename)}'


def check_upload(file):
    """
    Raise ValidationError for a file that the plugin's settings do not allow.
    """
    allowed = get_plugin_config('netbox_kit_documents', 'allowed_extensions')
    extension = PurePosixPath(safe_name(file.name)).suffix.removeprefix('.')
    if extension not in allowed:
        raise ValidationError(
            {
                'file': _('Files of this type ({extension}) cannot be uploaded; allowed are {allowed}.').format(
                    extension=extension or _('no extension'), allowed=', '.join(allowed)
                )
            }
        )

    max_size = get_plugin_config('netbox_kit_documents', 'max_size')
    if file.size > max_size:
        raise ValidationError(
            {
                'file': _('The file is too large ({size}); at most {max_size} can be uploaded.').format(
                    size=filesizeformat(file.size), max_size=filesizeformat(max_size)
                )
            }
        )
