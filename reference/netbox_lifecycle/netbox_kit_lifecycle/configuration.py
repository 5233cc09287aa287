"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured

__all__ = ('MAX_DAYS', 'check_settings')

# So far ahead one may look: a century, within the range of dates.
MAX_DAYS = 36500

# Every setting, and what its value must be
TYPES = {
    # How many days before its end something is about to expire.
    'warning_days': (int, 'an integer'),
    # Where the card with the dates of hardware stands on pages of devices, modules and their types.
    'lifecycle_card': (str, 'a string'),
    # Where the card with contracts stands on pages of devices, modules and virtual machines.
    'contract_card': (str, 'a string'),
    # Where the card with licences stands on pages of devices and virtual machines.
    'license_card': (str, 'a string'),
}
RANGES = {'warning_days': (0, MAX_DAYS)}
CHOICES = {
    'lifecycle_card': ('left_page', 'right_page', 'full_width_page', 'nowhere'),
    'contract_card': ('left_page', 'right_page', 'full_width_page', 'nowhere'),
    'license_card': ('left_page', 'right_page', 'full_width_page', 'nowhere'),
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
        if name in RANGES:
            _check_range(name, value)
        if name in CHOICES:
            _check_choice(name, value)


def _where(name):
    return f"PLUGINS_CONFIG['netbox_kit_lifecycle']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'


def _check_range(name, value):
    lowest, highest = RANGES[name]
    if not lowest <= value <= highest:
        raise ImproperlyConfigured(f'{_where(name)} must be from {lowest} to {highest}, not {value!r}')


def _check_choice(name, value):
    allowed = CHOICES[name]
    if value not in allowed:
        raise ImproperlyConfigured(f'{_where(name)} must be one of {", ".join(map(repr, allowed))}, not {value!r}')
