"""How far off the end of a warranty is; the same for one asset and, in the database, for many."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from netbox.plugins import get_plugin_config

from .choices import WarrantyChoices

__all__ = (
    'filter_by_warranty',
    'get_warranty',
)


def get_warranty(last_day):
    """
    Return the choice that the last day of a warranty, or None, amounts to. On its last day it has not expired yet.
    """
    today, soon = _get_bounds()
    if last_day is None:
        return WarrantyChoices.UNKNOWN
    if last_day < today:
        return WarrantyChoices.EXPIRED
    return WarrantyChoices.EXPIRING if last_day <= soon else WarrantyChoices.VALID


def filter_by_warranty(queryset, choices):
    """
    Return those of some assets whose warranty is one of the choices.
    """
    today, soon = _get_bounds()
    conditions = {
        WarrantyChoices.VALID: Q(warranty_end__gt=soon),
        WarrantyChoices.EXPIRING: Q(warranty_end__range=(today, soon)),
        WarrantyChoices.EXPIRED: Q(warranty_end__lt=today),
        WarrantyChoices.UNKNOWN: Q(warranty_end=None),
    }
    wanted = Q(pk__in=[])
    for choice in choices:
        wanted |= conditions[choice]
    return queryset.filter(wanted)


def _get_bounds():
    today = timezone.localdate()
    return today, today + timedelta(days=get_plugin_config(__package__, 'warranty_warning_days'))
