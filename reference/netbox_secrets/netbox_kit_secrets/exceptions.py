from django.utils.translation import gettext as _
from utilities.exceptions import AbortRequest

__all__ = (
    'Locked',
    'VaultError',
)


class VaultError(AbortRequest):
    """
    Why something cannot be done, in words for users. NetBox's views and REST API show them by themselves.
    """

    def __str__(self):
        return str(self.message)


class Locked(VaultError):
    """
    There is no session, or none any more.
    """

    def __init__(self):
        super().__init__(_('Secrets are locked: there is no valid session key. Unlock them with your private key.'))
