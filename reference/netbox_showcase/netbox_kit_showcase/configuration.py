"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured

__all__ = ('check_settings',)

# Every setting, and what its value must be
TYPES = {
    # What the dashboard says.
    'opening_hours': (str, 'a string'),
    # How many exhibits are new.
    'newest': (int, 'an integer'),
    # Whether the overview greets its reader.
    'greet': (bool, 'True or False'),
}


def check_settings(settings):
    """
    Raise ImproperlyConfigured for the first setting that is not as it must be.
    """
    for name, value in settings.items():
        if name not in TYPES:
            raise ImproperlyConfigured(f'{_where(name)} is no setting of this plugin{_suggestion(name)}')
        expected, description = TYPES[name]
        # True and False are integers to Python, but not to people.
        if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
            raise ImproperlyConfigured(f'{_where(name)} must be {description}, not {value!r}')


def _where(name):
    return f"PLUGINS_CONFIG['netbox_kit_showcase']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'
