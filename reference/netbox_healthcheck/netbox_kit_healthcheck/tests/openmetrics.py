"""
Reads OpenMetrics text, as strictly as the format is: https://prometheus.io/docs/specs/om/open_metrics_spec/
"""

import re

_SAMPLE = re.compile(r'(?P<name>[a-zA-Z_:][\w:]*)(?:\{(?P<labels>.*)\})? (?P<value>\S+)')
_LABEL = re.compile(r'([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"')
_ESCAPED = {r'\\': '\\', r'\"': '"', r'\n': '\n'}


def parse(text):
    """
    The samples: values by name and labels. Raise ValueError for what is not OpenMetrics.
    """
    *lines, end, nothing = text.split('\n')
    if end != '# EOF' or nothing:
        raise ValueError('it does not end with # EOF and a line feed')
    samples, families, current = {}, set(), None
    for line in lines:
        if line.startswith('# TYPE '):
            _hash, _keyword, current, kind = line.split(' ')
            if current in families or kind != 'gauge':
                raise ValueError(line)
            families.add(current)
        elif line.startswith(('# HELP ', '# UNIT ')):
            _hash, keyword, name, rest = line.split(' ', 3)
            if name != current or (keyword == 'UNIT' and not name.endswith(f'_{rest}')):
                raise ValueError(line)
        else:
            name, labels, value = _sample(line)
            if name != current or (name, labels) in samples:
                raise ValueError(line)
            samples[name, labels] = value
    return samples


def _sample(line):
    if not (match := _SAMPLE.fullmatch(line)):
        raise ValueError(line)
    found = _LABEL.findall(match['labels'] or '')
    if ','.join(f'{name}="{value}"' for name, value in found) != (match['labels'] or ''):
        raise ValueError(line)
    labels = tuple((name, re.sub(r'\\.', lambda m: _ESCAPED[m[0]], value)) for name, value in found)
    return match['name'], labels, float(match['value'])
