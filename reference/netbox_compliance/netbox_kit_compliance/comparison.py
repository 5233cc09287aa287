"""
What is different between two reports.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .models import ComplianceTestResult

__all__ = ('KINDS', 'Change', 'Kind', 'compare', 'get_earlier_reports')


class Kind(NamedTuple):
    name: str
    label: str
    color: str


# What may have become of a result: whether it passed before and after, None where there was none
KINDS = {
    (True, False): Kind('broken', _('Broken'), 'red'),
    (False, True): Kind('fixed', _('Fixed'), 'green'),
    (None, False): Kind('new-failed', _('New, fails'), 'orange'),
    (None, True): Kind('new-passed', _('New, passes'), 'teal'),
    (False, None): Kind('gone-failed', _('Gone, failed'), 'gray'),
    (True, None): Kind('gone-passed', _('Gone, passed'), 'gray'),
}
ORDER = list(KINDS)


@dataclass(frozen=True)
class Change:
    """
    A test of a device that did not come out as before; before or after is None where there was no result.
    """

    kind: Kind
    before: ComplianceTestResult | None
    after: ComplianceTestResult | None

    @property
    def result(self):
        return self.after or self.before


def compare(before, after, visible, limit):
    """
    Pairs of each kind of change that there is and how many there are of it, and the first changes.

    `visible` are the results that the user may view. However large the reports are, this takes three queries: only
    what is shown is read as a whole.
    """
    earlier, later = (
        {
            (test, device): (pk, passed)
            for pk, test, device, passed in visible.filter(report=report)
            .order_by('test__name', 'device__name', 'device')
            .values_list('pk', 'test', 'device', 'passed')
        }
        for report in (before, after)
    )
    changed = [(before, after) for before, after in _pair(earlier, later) if _get_passed(before) != _get_passed(after)]
    changed.sort(key=lambda sides: ORDER.index(_get_key(sides)))
    counts = Counter(map(_get_key, changed))
    shown = changed[:limit]
    results = visible.select_related('test', 'device').in_bulk([side[0] for sides in shown for side in sides if side])
    changes = [Change(KINDS[_get_key(sides)], *(side and results[side[0]] for side in sides)) for sides in shown]
    return [(kind, counts[key]) for key, kind in KINDS.items() if counts[key]], changes


def _pair(earlier, later):
    for key in {**later, **earlier}:
        yield earlier.get(key), later.get(key)


def _get_key(sides):
    return tuple(map(_get_passed, sides))


def _get_passed(side):
    return side and side[1]


def get_earlier_reports(report, reports):
    """
    The finished ones of the reports that began before this one, the newest first.
    """
    return reports.filter(started__lt=report.started, finished__isnull=False).order_by('-started')
