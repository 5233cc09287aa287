from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem


def items():
    return [PluginMenuItem(link="plugins:netbox_example:other", link_text="Others")]


buttons = (PluginMenuButton(link="plugins:netbox_example:add", title="Add", icon_class="mdi", permissions=["a.add"]),)
assets = PluginMenuItem(link="plugins:netbox_example:list", link_text="Assets", permissions=None, buttons=buttons)
menu = PluginMenu(label="Example", groups=(("Assets", (assets, *items())),))
menu_items = None if menu else (assets,)
