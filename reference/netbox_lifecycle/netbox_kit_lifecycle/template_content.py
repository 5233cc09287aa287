from django.utils.http import urlencode
from netbox.plugins import PluginTemplateExtension, get_plugin_config

from .models import ContractAssignment, HardwareLifecycle, LicenseAssignment

__all__ = ('template_extensions',)

# How many objects are listed on another object's page
CARD_SIZE = 10


class Card(PluginTemplateExtension):
    """
    A card with what leads to the object shown. Subclasses say what, and on which pages.
    """

    shown_model = None
    shown_on = ()
    template_name = None
    related = ()

    def get_filter(self):
        """
        Return what the objects in the card have in common.
        """
        instance = self.context['object']
        return {instance._meta.verbose_name.replace(' ', '_'): instance}

    def render_card(self):
        request, instance = self.context['request'], self.context['object']
        options = self.shown_model._meta
        if not request.user.has_perm(f'{options.app_label}.view_{options.model_name}'):
            return ''
        found = self.get_filter()
        objects = self.shown_model.objects.restrict(request.user, 'view').filter(**found)
        return self.render(
            self.template_name,
            {
                'objects': objects.select_related(*self.related)[:CARD_SIZE],
                'count': objects.count(),
                'add_params': urlencode(
                    {**{name: value.pk for name, value in found.items()}, 'return_url': instance.get_absolute_url()}
                ),
                'list_params': urlencode({f'{name}_id': value.pk for name, value in found.items()}),
            },
        )


class LifecycleCard(Card):
    shown_model = HardwareLifecycle
    shown_on = ('dcim.device', 'dcim.module', 'dcim.devicetype', 'dcim.moduletype')
    template_name = 'netbox_kit_lifecycle/inc/lifecycle_card.html'

    def get_filter(self):
        # A device has the lifecycle of its type, a module that of its.
        instance = self.context['object']
        name = 'device_type' if instance._meta.model_name.startswith('device') else 'module_type'
        return {name: getattr(instance, name, instance)}


class ContractCard(Card):
    shown_model = ContractAssignment
    shown_on = ('dcim.device', 'dcim.module', 'virtualization.virtualmachine')
    template_name = 'netbox_kit_lifecycle/inc/contract_card.html'
    related = ('contract__vendor',)


class LicenseCard(Card):
    shown_model = LicenseAssignment
    shown_on = ('dcim.device', 'virtualization.virtualmachine')
    template_name = 'netbox_kit_lifecycle/inc/license_card.html'
    related = ('license__manufacturer',)


def make_extension(card, position):
    """
    Return a template extension that shows a card at this position.
    """
    return type(card.__name__, (card,), {'models': list(card.shown_on), position: card.render_card})


POSITIONS = (
    (LifecycleCard, get_plugin_config('netbox_kit_lifecycle', 'lifecycle_card')),
    (ContractCard, get_plugin_config('netbox_kit_lifecycle', 'contract_card')),
    (LicenseCard, get_plugin_config('netbox_kit_lifecycle', 'license_card')),
)

template_extensions = tuple(make_extension(card, position) for card, position in POSITIONS if position != 'nowhere')
