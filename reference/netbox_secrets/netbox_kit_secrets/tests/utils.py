from copy import deepcopy

from django.conf import settings
from django.test import override_settings

from .. import vault
from ..confidential import COOKIE
from .factories import create_user_key, key_pair

__all__ = (
    'UnlockedAPIMixin',
    'UnlockedMixin',
    'plugin_settings',
    'start_session',
)


def plugin_settings(**changes):
    """
    Override some of the plugin's settings; a context manager and decorator.
    """
    config = deepcopy(settings.PLUGINS_CONFIG)
    config['netbox_kit_secrets'] |= changes
    return override_settings(PLUGINS_CONFIG=config)


def start_session(user, number=1):
    """
    Give a user an active user key if there is none, and return a session.
    """
    if not hasattr(user, 'secrets_user_key'):
        create_user_key(user=user, public_key=key_pair(number)[1], active=True)
    key, _expires = vault.unlock(user, key_pair(number)[0])
    return vault.Session(user=user, key=key)


class UnlockedMixin:
    """
    The user has unlocked secrets in the browser.
    """

    def setUp(self):
        super().setUp()
        self.session = start_session(self.user)
        self.client.cookies[COOKIE] = self.session.key


class UnlockedAPIMixin:
    """
    The user sends a session key along with requests to the REST API.
    """

    def setUp(self):
        super().setUp()
        self.session = start_session(self.user)
        self.header['HTTP_X_SESSION_KEY'] = self.session.key
