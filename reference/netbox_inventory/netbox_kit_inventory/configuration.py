"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured

__all__ = (
    'check_settings',
    'check_statuses',
)

# Every setting, and what its value must be
TYPES = {
    # Whether hardware always has the serial number and the asset tag of its asset.
    'sync_hardware': (bool, 'True or False'),
    # How many days before its end a warranty is about to expire.
    'warranty_warning_days': (int, 'an integer'),
    # The statuses of assets that are assigned; the first is given to those that become so.
    'used_statuses': ((list, tuple), 'a list'),
    # The statuses of assets that are not assigned; the first is given to those that become free.
    'free_statuses': ((list, tuple), 'a list'),
    # Where the card with the asset stands on pages of hardware.
    'asset_card': (str, 'a string'),
    # Where the card with numbers of assets stands on pages of places, types, manufacturers and tenants.
    'counts_card': (str, 'a string'),
}
CHOICES = {
    'asset_card': ('left_page', 'right_page', 'full_width_page', 'nowhere'),
    'counts_card': ('left_page', 'right_page', 'full_width_page', 'nowhere'),
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
        if name in CHOICES:
            _check_choice(name, value)

    if settings['warranty_warning_days'] < 0:
        raise ImproperlyConfigured(f'{_where("warranty_warning_days")} must be 0 or more days')
    for name in ('used_statuses', 'free_statuses'):
        if not settings[name]:
            raise ImproperlyConfigured(f'{_where(name)} must have at least one status')
    for status in settings['used_statuses']:
        if status in settings['free_statuses']:
            raise ImproperlyConfigured(f'{_where("used_statuses")} has {status!r}, and so has free_statuses')


def check_statuses(settings, known):
    """
    Raise ImproperlyConfigured for the first status that is not known.

    Apart from the other settings because FIELD_CHOICES, which may add statuses, cannot be read before NetBox has all its
    settings: PluginConfig.validate comes too early, PluginConfig.ready does not.
    """
    for name in ('used_statuses', 'free_statuses'):
        for status in settings[name]:
            if status not in known:
                raise ImproperlyConfigured(
                    f'{_where(name)}: unknown status {status!r}; allowed are {", ".join(known) or "none"}'
                )


def _where(name):
    return f"PLUGINS_CONFIG['netbox_kit_inventory']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'


def _check_choice(name, value):
    allowed = CHOICES[name]
    if value not in allowed:
        raise ImproperlyConfigured(f'{_where(name)} must be one of {", ".join(map(repr, allowed))}, not {value!r}')
