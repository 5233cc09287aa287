"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import dataclasses
import difflib

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from . import checks

__all__ = ('DEFAULT_CHECKS', 'build_checks', 'check_settings')

DEFAULT_CHECKS = tuple(
    f'netbox_kit_healthcheck.checks.{name}'
    for name in ('Database', 'Cache', 'Redis', 'Workers', 'Migrations', 'Storage', 'Plugins')
)

# Every setting, and what its value must be
TYPES = {
    # What is asked, as dotted paths of check classes or pairs of a path and options; without it, every check of the plugin's own.
    'checks': ((list, tuple), 'a list'),
    # Seconds that a check may take, unless its options say otherwise.
    'timeout': (int, 'an integer'),
    # What is told to somebody who is not logged in.
    'anonymous': (str, 'a string'),
}
CHOICES = {
    'anonymous': ('status', 'details', 'nothing'),
}
MAY_BE_EMPTY = ('checks',)


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
    if settings['timeout'] <= 0:
        raise ImproperlyConfigured(f'{_where("timeout")} must be more than 0, not {settings["timeout"]!r}')
    build_checks(settings['checks'])


def build_checks(configured):
    """
    The checks that are configured, or all of the plugin's own. Raise ImproperlyConfigured for the first one that cannot be
    made.
    """
    if configured in (None, ''):
        configured = DEFAULT_CHECKS
    if not configured:
        raise ImproperlyConfigured(f'{_where("checks")} has no check; leave it out to have all of them')
    built = {}
    for index, entry in enumerate(configured):
        where = f'{_where("checks")}[{index}]'
        check = _build_check(where, *_split(where, entry))
        if check.name in built:
            raise ImproperlyConfigured(f"{where}: there is a check '{check.name}' already; give one another 'name'")
        built[check.name] = check
    return list(built.values())


def _split(where, entry):
    match entry:
        case str(path):
            return path, {}
        case [str(path), dict(options)]:
            return path, options
    raise ImproperlyConfigured(f'{where} must be a dotted path, or a path and a dictionary of options, not {entry!r}')


def _build_check(where, path, options):
    try:
        check_class = import_string(path)
    except Exception as e:
        # Not only ImportError: NetBox is just starting, and a module that needs its models at once cannot be imported.
        raise ImproperlyConfigured(f"{where}: '{path}' cannot be imported: {e}") from e
    if not (isinstance(check_class, type) and issubclass(check_class, checks.Check)):
        raise ImproperlyConfigured(f"{where}: '{path}' is no subclass of netbox_kit_healthcheck.checks.Check")
    known = [field.name for field in dataclasses.fields(check_class)]
    if unknown := [option for option in options if option not in known]:
        raise ImproperlyConfigured(f"{where}: '{path}' has no option '{unknown[0]}'; there are {', '.join(known)}")
    try:
        return check_class(**options)
    except (TypeError, ValueError) as e:
        raise ImproperlyConfigured(f"{where}: '{path}' cannot be used: {e}") from e


def _where(name):
    return f"PLUGINS_CONFIG['netbox_kit_healthcheck']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'


def _check_choice(name, value):
    allowed = CHOICES[name]
    if value not in allowed:
        raise ImproperlyConfigured(f'{_where(name)} must be one of {", ".join(map(repr, allowed))}, not {value!r}')
