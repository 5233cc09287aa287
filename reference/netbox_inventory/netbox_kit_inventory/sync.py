"""
Serial numbers and asset tags that hardware has from its asset, if the setting `sync_hardware` is on.

An asset's are copied whenever it is saved. A change on the hardware itself is refused (see signals.py), unless it is
this copying.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from netbox.plugins import get_plugin_config

__all__ = (
    'adopt_identity',
    'check_tag',
    'copy_identity',
    'is_enabled',
)


def is_enabled():
    return get_plugin_config(__package__, 'sync_hardware')


def adopt_identity(asset, before):
    """
    Give an asset that becomes assigned what it lacks and the hardware has.
    """
    hardware = asset.hardware
    if hardware and hardware != (before and before.hardware):
        asset.serial = asset.serial or hardware.serial
        asset.asset_tag = asset.asset_tag or hardware.asset_tag


def check_tag(asset, before):
    """
    Raise ValidationError if the tag that the asset and its hardware are to share is that of another one of either.
    """
    hardware = asset.hardware
    if not hardware or not asset.asset_tag:
        return
    own = [each.pk for each in (hardware, before and before.hardware) if type(each) is type(hardware)]
    _check_others(type(hardware), asset.asset_tag, own)
    # A form without the asset's tag does not check that it is unique, but the hardware's may have become it.
    if asset.asset_tag == hardware.asset_tag:
        _check_others(type(asset), asset.asset_tag, [asset.pk] if asset.pk else [])


def _check_others(model, asset_tag, own):
    if model.objects.filter(asset_tag=asset_tag).exclude(pk__in=own).exists():
        message = _('There is another {model} with the asset tag {tag}.')
        raise ValidationError(message.format(model=model._meta.verbose_name, tag=asset_tag))


def copy_identity(asset, before):
    """
    Take serial number and asset tag from the hardware that an asset was assigned to, and give them to its hardware.
    """
    old, new = before and before.hardware, asset.hardware
    if old and old != new:
        _write(old, '', None)
    if new:
        _write(new, asset.serial, asset.asset_tag)


def _write(hardware, serial, asset_tag):
    # What the asset leads to may have been loaded long ago; the rest of the hardware is to stay as it is now.
    hardware = type(hardware).objects.get(pk=hardware.pk)
    if (hardware.serial, hardware.asset_tag) != (serial, asset_tag):
        hardware.snapshot()
        hardware.serial, hardware.asset_tag = serial, asset_tag
        hardware.save()
