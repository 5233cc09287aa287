"""
A report as OpenMetrics 1.0 text.
"""

__all__ = ('CONTENT_TYPE', 'MEDIA_TYPE', 'render')

MEDIA_TYPE = 'application/openmetrics-text'
CONTENT_TYPE = f'{MEDIA_TYPE}; version=1.0.0; charset=utf-8'


def render(report, details):
    lines = [*_family('netbox_health_up', 'Whether no check has failed'), f'netbox_health_up {report.status.is_up:d}']
    if details:
        lines += _family('netbox_health_check_up', 'Whether the check has not failed')
        lines += [f'netbox_health_check_up{_labels(result)} {result.status.is_up:d}' for result in report.checks]
        lines += _family('netbox_health_check_duration_seconds', 'How long the check took', unit='seconds')
        lines += [
            f'netbox_health_check_duration_seconds{_labels(result)} {result.duration:.6f}' for result in report.checks
        ]
    return '\n'.join([*lines, '# EOF', ''])


def _family(name, text, unit=None):
    lines = [f'# TYPE {name} gauge']
    if unit:
        lines.append(f'# UNIT {name} {unit}')
    return [*lines, f'# HELP {name} {text}.']


def _labels(result):
    name = result.name.replace('\\', r'\\').replace('"', r'\"').replace('\n', r'\n')
    return f'{{check="{name}"}}'
