from contextlib import suppress
from typing import TYPE_CHECKING

import netbox_other.helper

from . import choices, proto
from ._version import version
from .asset_pb2 import Asset
from .fast import quick

if TYPE_CHECKING:
    from .types import Answer

try:
    from .optional import extra
except ImportError:
    extra = None

with suppress(ImportError):
    from . import local_settings
    from .local import DEBUG
