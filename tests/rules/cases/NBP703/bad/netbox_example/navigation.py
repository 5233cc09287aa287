from netbox.plugins import PluginMenuItem

from .choises import LINK  # expect: NBP703

menu_items = (PluginMenuItem(link=LINK, link_text="Assets"),)
