"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

__all__ = (
    'POSITIONS',
    'check_models',
    'check_settings',
)

# Where a panel may stand: methods of PluginTemplateExtension
POSITIONS = ('left_page', 'right_page', 'full_width_page')

# Every setting, and what its value must be
TYPES = {
    # The models whose objects may have secrets, and where the panel stands on their pages.
    'models': (dict, 'a dictionary'),
    # The smallest RSA key that is accepted, and the size of those that are generated, in bits.
    'key_size': (int, 'an integer'),
    # How long secrets stay unlocked, in hours.
    'session_hours': (int, 'an integer'),
}

# Integers, and what they must lie between. Less than 2048 bits can be broken, more than 8192 take minutes to make.
RANGES = {'key_size': (2048, 8192), 'session_hours': (1, 168)}


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

    for name, (smallest, largest) in RANGES.items():
        if not smallest <= settings[name] <= largest:
            raise ImproperlyConfigured(f'{_where(name)} must be from {smallest} to {largest}, not {settings[name]}')
    for label, position in settings['models'].items():
        if not isinstance(label, str) or label.count('.') != 1 or not label.islower():
            raise ImproperlyConfigured(f'{_where("models")} has {label!r}; models are named as in "dcim.device"')
        if position not in POSITIONS:
            allowed = ', '.join(POSITIONS)
            raise ImproperlyConfigured(
                f'{_where("models", label)}: unknown position {position!r}; allowed are {allowed}'
            )


def check_models(labels):
    """
    Raise ImproperlyConfigured for the first model whose objects cannot have secrets.

    Apart from the other settings because there are no models yet when those are checked.
    """
    # Nor can NetBox's base classes be imported then.
    from netbox.models import NetBoxModel

    for label in labels:
        try:
            model = apps.get_model(label)
        except LookupError:
            raise ImproperlyConfigured(f'{_where("models")}: there is no model {label!r}') from None
        if not issubclass(model, NetBoxModel) or model._meta.app_label == 'netbox_kit_secrets':
            raise ImproperlyConfigured(f'{_where("models")}: objects of {label!r} cannot have secrets')


def _where(*keys):
    return "PLUGINS_CONFIG['netbox_kit_secrets']" + ''.join(f'[{key!r}]' for key in keys)


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'
