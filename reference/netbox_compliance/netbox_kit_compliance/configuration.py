"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured

__all__ = ('check_settings',)

# Every setting, and what its value must be
TYPES = {
    # How many reports are kept; the oldest go.
    'store_reports': (int, 'an integer'),
    # How long an expression may take for one device, in seconds.
    'expression_seconds': (int, 'an integer'),
    # How long a run of tests may take, in seconds.
    'run_seconds': (int, 'an integer'),
    # Where a device's configuration is read from: rendered from its configuration template, or a file of a data source.
    'configuration': (str, 'a string'),
    # The name of the data source that has the files.
    'data_source': (str, 'a string'),
    # The path of a device's file in it, of its name, site and id.
    'path': (str, 'a string'),
    # What configurations are parsed as.
    'format': (str, 'a string'),
}
CHOICES = {
    'configuration': ('rendered', 'file', 'none'),
    'format': ('auto', 'json', 'yaml', 'key-value', 'text'),
}
MAY_BE_EMPTY = ('data_source',)


def check_settings(settings):
    """
    Raise ImproperlyConfigured for the first setting that is not as it must be.
    """
    for name, value in settings.items():
        if name not in TYPES:
            raise ImproperlyConfigured(f'{_where(name)} is no setting of this plugin{_suggestion(name)}')
        if name in MAY_BE_EMPTY and value in (None, ''):
            continue
        expected, description = TYPES[name]
        # True and False are integers to Python, but not to people.
        if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
            raise ImproperlyConfigured(f'{_where(name)} must be {description}, not {value!r}')
        if name in CHOICES:
            _check_choice(name, value)
        if expected is int and value < 1:
            raise ImproperlyConfigured(f'{_where(name)} must be at least 1, not {value!r}')
    if settings.get('configuration') == 'file':
        if not settings.get('data_source'):
            raise ImproperlyConfigured(f'{_where("data_source")} must name one when configurations are files')
        _check_path(settings['path'])


def _check_path(path):
    try:
        path.format(id=1, name='name', site='site')
    except (AttributeError, IndexError, KeyError, ValueError):
        raise ImproperlyConfigured(
            f'{_where("path")} may have {{id}}, {{name}} and {{site}} in it, and no other braces, not {path!r}'
        ) from None


def _where(name):
    return f"PLUGINS_CONFIG['netbox_kit_compliance']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'


def _check_choice(name, value):
    allowed = CHOICES[name]
    if value not in allowed:
        raise ImproperlyConfigured(f'{_where(name)} must be one of {", ".join(map(repr, allowed))}, not {value!r}')
