from django.urls import reverse
from netbox.plugins import PluginMenuButton, PluginMenuItem

button = PluginMenuButton(link="dcim:site_import", title="Import", icon_class="mdi mdi-upload")  # expect: NBP720
menu_items = (PluginMenuItem(link="plugins:netbox_example:list", link_text="Assets", buttons=[button]),)


def link():
    return reverse("ipam:prefix_import")  # expect: NBP720
