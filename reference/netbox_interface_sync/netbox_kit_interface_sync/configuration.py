"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured

__all__ = ('check_settings',)

# Every setting, and what its value must be
TYPES = {
    # Whether virtual interfaces and templates of such are left out.
    'exclude_virtual_interfaces': (bool, 'True or False'),
    # Whether the page of a device has a panel with the number of differences of each kind.
    'panel': (bool, 'True or False'),
    # Whether descriptions are compared.
    'compare_description': (bool, 'True or False'),
}


def check_settings(settings):
    """
    Raise ImproperlyConfigured for the first setting that is not as it must be.
    """
    for name, value in settings.items():
        if name not in TYPES:
            raise ImproperlyConfigured(f'{_where(name)} is no setting of this plugin{_suggestion(name)}')
        expected, description = TYPES[name]
        if not isinstance(value, expected):
            raise ImproperlyConfigured(f'{_where(name)} must be {description}, not {value!r}')


def _where(name):
    return f"PLUGINS_CONFIG['netbox_kit_interface_sync']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'
