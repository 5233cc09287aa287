from django.utils.translation import gettext_lazy as _
from netbox.object_actions import ObjectAction

__all__ = (
    'AssignAsset',
    'FreeAsset',
)


class AssetAction(ObjectAction):
    """
    An action on an asset, shown to whom may change this very one.
    """

    url_kwargs = ['pk']
    permissions_required = {'change'}
    template_name = 'netbox_kit_inventory/buttons/action.html'
    icon = None

    @classmethod
    def get_context(cls, context, obj):
        permitted = context['request'].user.has_perm('netbox_kit_inventory.change_asset', obj)
        return {'permitted': permitted and cls.is_possible(obj), 'icon': cls.icon}

    @classmethod
    def is_possible(cls, asset):
        return True


class AssignAsset(AssetAction):
    name = 'assign'
    label = _('Assign')
    icon = 'mdi-link-variant'


class FreeAsset(AssetAction):
    name = 'free'
    label = _('Free')
    icon = 'mdi-link-variant-off'

    @classmethod
    def is_possible(cls, asset):
        return asset.is_assigned
