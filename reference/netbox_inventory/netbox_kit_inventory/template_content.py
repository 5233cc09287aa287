from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode
from netbox.plugins import PluginTemplateExtension, get_plugin_config

from .choices import AssetStatusChoices
from .filtersets import AssetFilterSet
from .hardware import KINDS
from .models import Asset

__all__ = ('template_extensions',)

# The models on whose pages assets are counted, and the filter that the page of such an object leads to
COUNTED = {
    'dcim.site': 'site_id',
    'dcim.location': 'location_id',
    'dcim.manufacturer': 'manufacturer_id',
    'dcim.devicetype': 'device_type_id',
    'dcim.moduletype': 'module_type_id',
    'dcim.racktype': 'rack_type_id',
    'tenancy.tenant': 'tenant_id',
}


class AssetCard(PluginTemplateExtension):
    """
    The asset that hardware is, or how to make it one.
    """

    shown_on = tuple(kind.label for kind in KINDS)

    def render_card(self):
        request, hardware = self.context['request'], self.context['object']
        if not request.user.has_perm('netbox_kit_inventory.view_asset'):
            return ''
        kind = next(kind for kind in KINDS if isinstance(hardware, kind.model))
        assets = Asset.objects.filter(**{kind.field: hardware})
        asset = assets.restrict(request.user, 'view').select_related('purchase', 'delivery', 'owning_tenant').first()
        return self.render(
            'netbox_kit_inventory/inc/asset_card.html',
            {
                'asset': asset,
                # One that the user may not view is there all the same.
                'is_free': asset is None and not assets.exists(),
                'can_change': asset is not None and request.user.has_perm('netbox_kit_inventory.change_asset', asset),
                'assign_url': reverse('plugins:netbox_kit_inventory:hardware_assign', args=(kind.value, hardware.pk)),
                'add_params': urlencode(self.get_add_params(kind, hardware)),
                'return_params': urlencode({'return_url': hardware.get_absolute_url()}),
            },
        )

    def get_add_params(self, kind, hardware):
        """
        Return what a form for a new asset is filled in with.
        """
        params = {
            kind.field: hardware.pk,
            'serial': hardware.serial,
            'asset_tag': hardware.asset_tag or '',
            'return_url': hardware.get_absolute_url(),
        }
        own_type_id = kind.own_type_field and getattr(hardware, f'{kind.own_type_field}_id')
        if own_type_id:
            params[kind.type_field] = own_type_id
        return params


class CountsCard(PluginTemplateExtension):
    """
    How many assets of each status there are at a place, of a type, a manufacturer or a tenant.
    """

    shown_on = tuple(COUNTED)

    def render_card(self):
        request, instance = self.context['request'], self.context['object']
        if not request.user.has_perm('netbox_kit_inventory.view_asset'):
            return ''
        params = {COUNTED[instance._meta.label_lower]: instance.pk}
        # The filters of the list, so that it shows as many as it is said here.
        assets = AssetFilterSet(
            {name: [value] for name, value in params.items()}, Asset.objects.restrict(request.user, 'view')
        ).qs
        counts = dict(assets.order_by().values_list('status').annotate(Count('pk')))
        return self.render(
            'netbox_kit_inventory/inc/counts_card.html',
            {
                'counts': [
                    (
                        label,
                        AssetStatusChoices.colors.get(status),
                        counts[status],
                        urlencode({**params, 'status': status}),
                    )
                    for status, label in AssetStatusChoices
                    if status in counts
                ],
                'total': sum(counts.values()),
                'params': urlencode(params),
            },
        )


def make_extension(card, position):
    """
    Return a template extension that shows a card at this position.
    """
    return type(card.__name__, (card,), {'models': list(card.shown_on), position: card.render_card})


POSITIONS = (
    (AssetCard, get_plugin_config('netbox_kit_inventory', 'asset_card')),
    (CountsCard, get_plugin_config('netbox_kit_inventory', 'counts_card')),
)

template_extensions = tuple(make_extension(card, position) for card, position in POSITIONS if position != 'nowhere')
