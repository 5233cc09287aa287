"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured

__all__ = (
    'POSITIONS',
    'SUBJECTS',
    'check_kinds',
    'check_settings',
)

# The models that GraphQL, filters and forms know as subjects; names only, for models cannot be imported yet.
SUBJECTS = (
    'dcim.site',
    'dcim.location',
    'dcim.rack',
    'dcim.devicetype',
    'dcim.device',
    'circuits.circuit',
    'virtualization.virtualmachine',
)

# Where a panel may stand: methods of PluginTemplateExtension
POSITIONS = ('left_page', 'right_page')

# Every setting, and what its value must be
TYPES = {
    # The models whose objects may have documents, and where the panel stands on their pages.
    'models': (dict, 'a dictionary'),
    # The kinds that documents of a model may have; all kinds for models that are not named.
    'allowed_kinds': (dict, 'a dictionary'),
    # The extensions of files that may be uploaded.
    'allowed_extensions': ((list, tuple), 'a list'),
    # The largest size of an upload, in bytes.
    'max_size': (int, 'an integer'),
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

    for label, position in settings['models'].items():
        _check_choice(_where('models'), 'model', label, SUBJECTS)
        _check_choice(_where('models', label), 'position', position, POSITIONS)
    for label, kinds in settings['allowed_kinds'].items():
        _check_choice(_where('allowed_kinds'), 'model', label, settings['models'])
        if not isinstance(kinds, (list, tuple)) or not kinds:
            raise ImproperlyConfigured(f'{_where("allowed_kinds", label)} must be a list of kinds, not {kinds!r}')
    for extension in settings['allowed_extensions']:
        if not isinstance(extension, str) or not extension.isalnum() or not extension.islower():
            raise ImproperlyConfigured(
                f'{_where("allowed_extensions")} has {extension!r}; '
                'an extension is lower case and has no dot, as in ["pdf", "png"]'
            )
    if settings['max_size'] < 1:
        raise ImproperlyConfigured(f'{_where("max_size")} must be 1 or more bytes, not {settings["max_size"]}')


def check_kinds(allowed_kinds, known):
    """
    Raise ImproperlyConfigured for the first kind that is not known.

    Apart from the other settings because FIELD_CHOICES, which may add kinds, cannot be read before NetBox has all its
    settings: PluginConfig.validate comes too early, PluginConfig.ready does not.
    """
    for label, kinds in allowed_kinds.items():
        for kind in kinds:
            _check_choice(_where('allowed_kinds', label), 'kind', kind, known)


def _check_choice(where, what, value, allowed):
    if value not in tuple(allowed):
        raise ImproperlyConfigured(f'{where}: unknown {what} {value!r}; allowed are {", ".join(allowed) or "none"}')


def _where(*keys):
    return "PLUGINS_CONFIG['netbox_kit_documents']" + ''.join(f'[{key!r}]' for key in keys)


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'
