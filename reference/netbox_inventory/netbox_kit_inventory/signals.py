from django.db.models import F
from django.db.models.signals import pre_delete, pre_save
from django.utils.html import escape
from django.utils.translation import gettext as _
from utilities.exceptions import AbortRequest

from . import sync
from .choices import AssetStatusChoices
from .hardware import KINDS
from .models import Asset


def free_asset(instance, kind, **kwargs):
    """
    Free the asset of hardware that is about to be deleted.

    The database would do no more than empty its column, by SET_NULL, and NetBox writes the change log for foreign keys
    that become empty, but not for one-to-one relations.
    """
    for asset in Asset.objects.filter(**{kind.field: instance.pk}):
        asset.snapshot()
        setattr(asset, kind.field, None)
        asset.save(sync_hardware=False)


def guard_identity(instance, kind, raw=False, **kwargs):
    """
    Refuse a change of what hardware has from its asset. NetBox shows the message of AbortRequest to whoever tried, in
    forms, imports, bulk edits and the REST API.
    """
    if raw or instance._state.adding or not sync.is_enabled():
        return
    names = ['serial', 'asset_tag', *([kind.own_type_field] if kind.own_type_field else [])]
    of_asset = ['serial', 'asset_tag', kind.type_field]
    stored = {f'stored_{name}': F(f'{kind.field}__{name}') for name in names}
    asset = Asset.objects.filter(**{kind.field: instance.pk}).values(*of_asset, **stored).first()
    if asset is None:
        return
    for name, own in zip(names, of_asset, strict=False):
        field = instance._meta.get_field(name)
        value = getattr(instance, field.attname) or None
        # What differs already, from before the setting was on, stands in the way of no other change.
        if value not in (asset[f'stored_{name}'] or None, asset[own] or None):
            message = _('The {field} of this {model} is that of its asset: change it there, or free the asset before.')
            raise AbortRequest(message.format(field=field.verbose_name, model=instance._meta.verbose_name))


def keep_type(instance, kind, **kwargs):
    """
    Refuse to delete a type with assets that are not retired. Those that are go with it, which on_delete=PROTECT would not
    allow.
    """
    assets = Asset.objects.filter(**{kind.type_field: instance.pk}).exclude(status=AssetStatusChoices.STATUS_RETIRED)
    count = assets.count()
    if count:
        message = _('{type} cannot be deleted: assets of this type that are not retired: {count}.')
        # NetBox shows what AbortRequest says without escaping it, and names of types are whatever people write.
        raise AbortRequest(message.format(type=escape(instance), count=count))


def connect(signal, receiver, sender, kind):
    """
    Have a receiver called for a model, and told of the kind of hardware.
    """

    def receive(instance, **kwargs):
        receiver(instance, kind=kind, **kwargs)

    # Django keeps no more than a weak reference to a receiver, unless it is told to.
    signal.connect(
        receive, sender=sender, weak=False, dispatch_uid=f'netbox_kit_inventory.{receiver.__name__}.{sender}'
    )


for kind in KINDS:
    connect(pre_save, guard_identity, kind.label, kind)
    connect(pre_delete, free_asset, kind.label, kind)
    connect(pre_delete, keep_type, kind.type_label, kind)
