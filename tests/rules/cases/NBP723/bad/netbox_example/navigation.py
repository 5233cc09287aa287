from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

add = PluginMenuButton(link="plugins:netbox_example:add", title="Add", icon_class="mdi", permissions="a.add")  # expect: NBP723
assets = PluginMenuItem(link="plugins:netbox_example:list", link_text="Assets", buttons=(add))  # expect: NBP723
menu = (assets,)  # expect: NBP723
menu_items = (assets)  # expect: NBP723
