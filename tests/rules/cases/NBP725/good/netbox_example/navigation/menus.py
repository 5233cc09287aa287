from netbox.plugins import PluginMenu, PluginMenuItem

assets = PluginMenuItem(link="plugins:netbox_example:asset_list", link_text="Assets")
menu = PluginMenu(label="Example", groups=(("Assets", (assets,)),))
menu_items = (assets,)
