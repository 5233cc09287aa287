"""The life cycle of assets: which statuses go with being assigned and with being free."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from netbox.plugins import get_plugin_config

from .choices import AssetStatusChoices

__all__ = (
    'check_status',
    'get_statuses',
    'settle_status',
)


def get_statuses(assigned):
    """
    Return the statuses that an asset may have. The first is what it gets by becoming assigned, or free.
    """
    return get_plugin_config(__package__, 'used_statuses' if assigned else 'free_statuses')


def settle_status(asset, before):
    """
    Let the status of an asset follow what it is assigned to; `before` is the asset as it is stored, or None.

    A status that somebody has chosen is left alone, for check_status() to complain of.
    """
    statuses = get_statuses(asset.is_assigned)
    if asset.status in statuses:
        return
    old_status = before.status if before else asset._meta.get_field('status').default
    is_new = before is None or before.is_assigned != asset.is_assigned
    if is_new and asset.status in ('', old_status) and asset.status != AssetStatusChoices.STATUS_RETIRED:
        asset.status = statuses[0]


def check_status(asset):
    """
    Raise ValidationError if an asset has a status that does not go with what it is assigned to.
    """
    statuses = get_statuses(asset.is_assigned)
    if asset.status in statuses:
        return
    labels = dict(AssetStatusChoices)
    allowed = ', '.join(str(labels.get(status, status)) for status in statuses)
    if asset.is_assigned:
        message = _('An asset that is assigned has one of these statuses: {statuses}. Free or store it before.')
    else:
        message = _('An asset that is not assigned has one of these statuses: {statuses}. Assign it to have it used.')
    raise ValidationError(message.format(statuses=allowed))
