"""
The configuration of a device: where it is read from, and what it is read as.
"""

import json
import re

import yaml
from core.models import DataFile
from jinja2 import TemplateError
from netbox.plugins import get_plugin_config

from .expressions import EvaluationError

__all__ = ('get_files', 'parse_configuration', 'read_configuration')

# The C library where PyYAML has it: ten times as fast
Loader = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)


def get_files(devices):
    """
    The files of these devices by their paths, when configurations are files.
    """
    if get_plugin_config('netbox_kit_compliance', 'configuration') != 'file':
        return {}
    source = get_plugin_config('netbox_kit_compliance', 'data_source')
    paths = {get_path(device) for device in devices}
    return {file.path: file for file in DataFile.objects.filter(source__name=source, path__in=paths)}


def get_path(device):
    template = get_plugin_config('netbox_kit_compliance', 'path')
    return template.format(id=device.pk, name=device.name or '', site=device.site.slug)


def read_configuration(device, context, files):
    """
    What expressions know as `config`: its text, its lines, and the data that it was parsed as.

    Raise EvaluationError when there is none.
    """
    match get_plugin_config('netbox_kit_compliance', 'configuration'):
        case 'rendered':
            text = _render(device, context)
        case 'file':
            text = _read(device, files)
        case _:
            raise EvaluationError("configurations are not read (the plugin's setting 'configuration')")
    data = parse_configuration(text, get_plugin_config('netbox_kit_compliance', 'format'))
    return {'text': text, 'lines': text.splitlines(), 'data': data}


def _render(device, context):
    template = device.get_config_template()
    if template is None:
        raise EvaluationError('the device has no configuration template')
    try:
        return template.render(context={**context, 'device': device})
    except TemplateError as error:
        raise EvaluationError(f'its configuration template cannot be rendered: {error}') from None


def _read(device, files):
    path = get_path(device)
    if path not in files:
        raise EvaluationError(f'the data source has no file {path}')
    try:
        return bytes(files[path].data).decode()
    except UnicodeDecodeError:
        raise EvaluationError(f'the file {path} is no text') from None


def parse_configuration(text, wanted):
    """
    The text as data: by JSON, YAML or lines of keys and values; `auto` tries them in this order. Nothing for plain text.
    """
    if wanted == 'text':
        return None
    parsers = PARSERS.items() if wanted == 'auto' else [(wanted, PARSERS[wanted])]
    for _name, parser in parsers:
        try:
            data = parser(text)
        except (RecursionError, ValueError, yaml.YAMLError) as error:
            if wanted != 'auto':
                raise EvaluationError(f'the configuration is no {wanted}: {error}') from None
        else:
            # Any text is a text to YAML; only structures say that this was meant.
            if wanted != 'auto' or isinstance(data, dict | list):
                return data
    return None


def _parse_yaml(text):
    # What one anchor stands for can be had a billion times in a few lines of aliases.
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader)):
        raise yaml.YAMLError('aliases are not read')
    return yaml.load(text, Loader)


def _parse_keys_and_values(text):
    """
    Lines such as `key = value`, `key: value` or `key value`; a key that comes more than once has a list.
    """
    found = {}
    for line in text.splitlines():
        line = line.strip()
        if not line or line[0] in '#!;':
            continue
        key, *value = re.split(r'\s*[=:]\s*|\s+', line, maxsplit=1)
        found.setdefault(key, []).append(''.join(value))
    return {key: values[0] if len(values) == 1 else values for key, values in found.items()}


PARSERS = {'json': json.loads, 'yaml': _parse_yaml, 'key-value': _parse_keys_and_values}
