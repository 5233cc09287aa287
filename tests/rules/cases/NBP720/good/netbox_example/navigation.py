from django.urls import reverse
from netbox.plugins import PluginMenuButton, PluginMenuItem

button = PluginMenuButton(link="dcim:site_bulk_import", title="Import", icon_class="mdi mdi-upload")
own = PluginMenuButton(link="plugins:netbox_example:asset_import", title="Import", icon_class="mdi mdi-upload")
menu_items = (PluginMenuItem(link="plugins:netbox_example:list", link_text="Assets", buttons=[button, own]),)


def link():
    return reverse("dcim:site_list")
