from . import roles, secrets, user_keys  # noqa: F401
from .sessions import KeyPairView, LockView, UnlockView

__all__ = (
    'KeyPairView',
    'LockView',
    'UnlockView',
)
