{% if plugin.settings %}
"""What PLUGINS_CONFIG may hold for this plugin. NetBox asks when it starts (PluginConfig.validate)."""

import difflib

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import URLValidator

__all__ = ('check_settings',)

{% set choices = plugin.settings | selectattr('choices') | list %}
{% set urls = plugin.settings | selectattr('type', 'equalto', 'url') | list %}
{% set integers = plugin.settings | selectattr('type', 'equalto', 'integer') | list %}
{% set empty = code.settings.may_be_empty(plugin) %}
# Every setting, and what its value must be
TYPES = {
{% for setting in plugin.settings %}
{% if setting.help %}
    # {{ setting.help | replace('\n', ' ') }}
{% endif %}
    {{ setting.name | repr }}: ({{ code.settings.kind(setting)[0] }}, {{ code.settings.kind(setting)[1] | repr }}),
{% endfor %}
}
{% for setting in choices %}
{{ 'CHOICES = {' if loop.first }}
    {{ setting.name | repr }}: {{ setting.choices | repr }},
{{ '}' if loop.last }}
{% endfor %}
{% for setting in urls %}
{{ 'URLS = (' if loop.first }}
    {{ setting.name | repr }},
{{ ')' if loop.last }}
{% endfor %}
{% for setting in empty %}
{{ 'MAY_BE_EMPTY = (' if loop.first }}
    {{ setting.name | repr }},
{{ ')' if loop.last }}
{% endfor %}


def check_settings(settings):
    """
    Raise ImproperlyConfigured for the first setting that is not as it must be.
    """
    for name, value in settings.items():
        if name not in TYPES:
            raise ImproperlyConfigured(f'{_where(name)} is no setting of this plugin{_suggestion(name)}')
{% if empty %}
        if name in MAY_BE_EMPTY and value in (None, ''):
            continue
{% endif %}
        expected, description = TYPES[name]
{% if integers %}
        # True and False are integers to Python, but not to people.
        if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
{% else %}
        if not isinstance(value, expected):
{% endif %}
            raise ImproperlyConfigured(f'{_where(name)} must be {description}, not {value!r}')
{% if choices %}
        if name in CHOICES:
            _check_choice(name, value)
{% endif %}
{% if urls %}
        if name in URLS:
            _check_url(name, value)
{% endif %}


def _where(name):
    return f"PLUGINS_CONFIG['{{ plugin.package }}']['{name}']"


def _suggestion(name):
    close = difflib.get_close_matches(str(name), TYPES, n=1)
    return f"; did you mean '{close[0]}'?" if close else f'; there are {", ".join(TYPES)}'
{% if choices %}


def _check_choice(name, value):
    allowed = CHOICES[name]
{% if choices | selectattr('type', 'equalto', 'list') | list %}
    values = value if isinstance(value, (list, tuple)) else [value]
    if any(item not in allowed for item in values):
{% else %}
    if value not in allowed:
{% endif %}
        raise ImproperlyConfigured(f'{_where(name)} must be one of {", ".join(map(repr, allowed))}, not {value!r}')
{% endif %}
{% if urls %}


def _check_url(name, value):
    try:
        URLValidator(schemes=('http', 'https'))(value)
    except ValidationError as error:
        raise ImproperlyConfigured(f'{_where(name)} must be a URL, not {value!r}') from error
{% endif %}
{% endif %}
