from netbox.navigation import menu
from netbox.navigation.menu import DEVICES_MENU, MENUS, get_model_item

DEVICES_MENU.groups = ()  # expect: NBP503
MENUS.remove(DEVICES_MENU)  # expect: NBP503
menu.MENUS = []  # expect: NBP503
menu.RACKS_MENU.groups[0].items.append(get_model_item("dcim", "rack", "Racks"))  # expect: NBP503
