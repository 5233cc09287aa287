"""How far off the last day of something is; the same for one object and, in the database, for many."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from netbox.plugins import get_plugin_config

from .choices import ExpiryChoices

__all__ = (
    'ExpiringMixin',
    'filter_by_expiry',
    'filter_expiring',
    'get_expiry',
    'with_last_day',
)


def get_expiry(last_day):
    """
    Return the choice that a last day, or None, amounts to. On its last day something has not expired yet.
    """
    today, soon = _get_bounds()
    if last_day is None:
        return ExpiryChoices.UNKNOWN
    if last_day < today:
        return ExpiryChoices.EXPIRED
    return ExpiryChoices.EXPIRING if last_day <= soon else ExpiryChoices.LASTING


def with_last_day(queryset):
    """
    Return the same objects, to be filtered and sorted by `_last_day`.
    """
    return queryset.alias(_last_day=queryset.model.LAST_DAY)


def filter_by_expiry(queryset, choices):
    """
    Return those of some objects whose expiry is one of the choices.
    """
    today, soon = _get_bounds()
    conditions = {
        ExpiryChoices.LASTING: Q(_last_day__gt=soon),
        ExpiryChoices.EXPIRING: Q(_last_day__range=(today, soon)),
        ExpiryChoices.EXPIRED: Q(_last_day__lt=today),
        ExpiryChoices.UNKNOWN: Q(_last_day=None),
    }
    wanted = Q(pk__in=[])
    for choice in choices:
        wanted |= conditions[choice]
    return with_last_day(queryset).filter(wanted)


def filter_expiring(queryset, days):
    """
    Return those of some objects whose last day is today or one of so many following days, the first to expire first.
    """
    today = timezone.localdate()
    window = (today, today + timedelta(days=days))
    return with_last_day(queryset).filter(_last_day__range=window).order_by('_last_day', 'pk')


def _get_bounds():
    today = timezone.localdate()
    return today, today + timedelta(days=get_plugin_config(__package__, 'warning_days'))


class ExpiringMixin:
    """
    A model whose objects have a last day. What it is computed from is said twice: in LAST_DAY for the database, and in
    `last_day` for an object.
    """

    LAST_DAY = None

    @property
    def expiry(self):
        return get_expiry(self.last_day)

    def get_expiry_color(self):
        return ExpiryChoices.colors.get(self.expiry)

    def get_expiry_display(self):
        return dict(ExpiryChoices)[self.expiry]
