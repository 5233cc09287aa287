from netbox.plugins import PluginMenu, PluginMenuItem

items = [PluginMenuItem(link="plugins:netbox_example:probe_list", link_text="Probes")]
items.append(PluginMenuItem(link="plugins:netbox_example:shelf_list", link_text="Shelves"))
menu = PluginMenu(label="Example", groups=(("Things", tuple(items)),))
menu.icon_class = "mdi mdi-magnify"
