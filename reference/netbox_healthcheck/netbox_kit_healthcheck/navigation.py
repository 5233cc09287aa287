from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenuItem

home_item = PluginMenuItem(
    link='plugins:netbox_kit_healthcheck:home',
    link_text=_('Health check'),
    auth_required=True,
)

menu_items = (home_item,)
