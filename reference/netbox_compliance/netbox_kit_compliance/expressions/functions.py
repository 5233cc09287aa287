"""
What an expression may call. Each is told until when it may run; none makes more out of what it gets than it got.
"""

import time
from collections.abc import Mapping

import regex

from .errors import EvaluationError

__all__ = ('FUNCTIONS', 'MAX_ITEMS', 'MAX_TEXT', 'look_up')

MAX_ITEMS = 100_000
MAX_TEXT = 1_000_000


def look_up(value, name):
    """
    What stands in a mapping under this name. Nothing is looked up in objects, so that there is no way out of the data.
    """
    if not isinstance(value, Mapping):
        raise EvaluationError(f"{_kind(value)} has no '{name}'")
    if name not in value:
        raise EvaluationError(f"there is no '{name}'")
    return value[name]


def _kind(value):
    return 'nothing' if value is None else f'a {type(value).__name__}'


def _text(value):
    if not isinstance(value, str):
        raise EvaluationError(f'this takes a text, not {_kind(value)}')
    return value


def _list(value):
    if isinstance(value, Mapping):
        return list(value)
    if not isinstance(value, list | tuple):
        raise EvaluationError(f'this takes a list, not {_kind(value)}')
    return value


def _get(value, path):
    for name in _text(path).split('.'):
        value = look_up(value, name)
    return value


def get(_deadline, value, path, default=None):
    """
    What stands at a path of names with dots between, or the default.
    """
    try:
        return _get(value, path)
    except EvaluationError:
        return default


def pluck(deadline, values, path):
    """
    What stands at this path in each of a list; nothing where it is missing.
    """
    return [get(deadline, value, path) for value in _list(values)]


def where(deadline, values, path, wanted):
    """
    Those of a list that have this at this path.
    """
    return [value for value in _list(values) if get(deadline, value, path) == wanted]


def matches(deadline, text, pattern):
    """
    Is a regular expression found in the text? ^ and $ are the beginning and the end of a line.
    """
    return _search(deadline, text, pattern) is not None


def find(deadline, text, pattern):
    """
    What the regular expression's first group has, or all of it; nothing where it is not found.
    """
    found = _search(deadline, text, pattern)
    return found and (found[1] if found.re.groups else found[0])


def find_all(deadline, text, pattern):
    """
    The same for every place where it is found.
    """
    found = []
    with _patience(pattern):
        for each in regex.finditer(_text(pattern), _text(text), regex.MULTILINE, timeout=_left(deadline)):
            found.append(each[1] if each.re.groups else each[0])
            if len(found) > MAX_ITEMS:
                raise EvaluationError('this is found too often')
    return found


def _search(deadline, text, pattern):
    with _patience(pattern):
        return regex.search(_text(pattern), _text(text), regex.MULTILINE, timeout=_left(deadline))


class _patience:
    """
    A regular expression that takes too long, or is none, has no value.
    """

    def __init__(self, pattern):
        self.pattern = pattern

    def __enter__(self):
        # Repetitions of repetitions are built before anything is searched, which no time-out stops.
        if len(_text(self.pattern)) > 500 or regex.search(r'\{\d*,?\d{4,}\}', self.pattern):
            raise EvaluationError('the regular expression is too large')

    def __exit__(self, kind, error, trace):
        if kind is not None and issubclass(kind, TimeoutError):
            raise EvaluationError('the regular expression takes too long') from None
        if kind is not None and issubclass(kind, regex.error):
            raise EvaluationError(f'this is no regular expression: {error}') from None


def _left(deadline):
    return max(deadline - time.monotonic(), 0.001)


def join(_deadline, values, separator):
    values = [_text(value) for value in _list(values)]
    if sum(map(len, values)) + len(_text(separator)) * len(values) > MAX_TEXT:
        raise EvaluationError('the text becomes too long')
    return separator.join(values)


# In a dictionary of their own, so that nothing of Python's is in reach by its name
FUNCTIONS = {
    'all': lambda _deadline, values: all(_list(values)),
    'any': lambda _deadline, values: any(_list(values)),
    'contains': lambda _deadline, text, part: _text(part) in _text(text),
    'ends_with': lambda _deadline, text, part: _text(text).endswith(_text(part)),
    'find': find,
    'find_all': find_all,
    'get': get,
    'join': join,
    'len': lambda _deadline, value: len(value if isinstance(value, str) else _list(value)),
    'lines': lambda _deadline, text: _text(text).splitlines(),
    'lower': lambda _deadline, text: _text(text).lower(),
    'matches': matches,
    'max': lambda _deadline, values: max(_list(values)),
    'min': lambda _deadline, values: min(_list(values)),
    'pluck': pluck,
    'sorted': lambda _deadline, values: sorted(_list(values)),
    'split': lambda _deadline, text: _text(text).split(),
    'starts_with': lambda _deadline, text, part: _text(text).startswith(_text(part)),
    'strip': lambda _deadline, text: _text(text).strip(),
    'sum': lambda _deadline, values: sum(_list(values)),
    'where': where,
}
