from copy import deepcopy

from django.conf import settings
from django.test import RequestFactory, override_settings
from netbox.context_managers import event_tracking

__all__ = (
    'plugin_settings',
    'tracking',
)


def plugin_settings(**changes):
    """
    Override some of the plugin's settings; a context manager and decorator.
    """
    config = deepcopy(settings.PLUGINS_CONFIG)
    config['netbox_kit_inventory'] |= changes
    return override_settings(PLUGINS_CONFIG=config)


def tracking(user):
    """
    Have changes written into the change log, as during a request of a user; a context manager.
    """
    request = RequestFactory().get('/')
    request.id, request.user = '00000000-0000-0000-0000-000000000001', user
    return event_tracking(request)
