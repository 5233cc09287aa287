from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

asset_item = PluginMenuItem(
    link='plugins:netbox_kit_inventory:asset_list',
    link_text=_('Assets'),
    permissions=['netbox_kit_inventory.view_asset'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:asset_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_inventory.add_asset'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:asset_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_inventory.add_asset'],
        ),
    ),
)
item_type_item = PluginMenuItem(
    link='plugins:netbox_kit_inventory:itemtype_list',
    link_text=_('Item Types'),
    permissions=['netbox_kit_inventory.view_itemtype'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:itemtype_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_inventory.add_itemtype'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:itemtype_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_inventory.add_itemtype'],
        ),
    ),
)
item_group_item = PluginMenuItem(
    link='plugins:netbox_kit_inventory:itemgroup_list',
    link_text=_('Item Groups'),
    permissions=['netbox_kit_inventory.view_itemgroup'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:itemgroup_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_inventory.add_itemgroup'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:itemgroup_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_inventory.add_itemgroup'],
        ),
    ),
)
purchase_item = PluginMenuItem(
    link='plugins:netbox_kit_inventory:purchase_list',
    link_text=_('Purchases'),
    permissions=['netbox_kit_inventory.view_purchase'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:purchase_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_inventory.add_purchase'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:purchase_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_inventory.add_purchase'],
        ),
    ),
)
delivery_item = PluginMenuItem(
    link='plugins:netbox_kit_inventory:delivery_list',
    link_text=_('Deliveries'),
    permissions=['netbox_kit_inventory.view_delivery'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:delivery_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_inventory.add_delivery'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:delivery_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_inventory.add_delivery'],
        ),
    ),
)
supplier_item = PluginMenuItem(
    link='plugins:netbox_kit_inventory:supplier_list',
    link_text=_('Suppliers'),
    permissions=['netbox_kit_inventory.view_supplier'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:supplier_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_inventory.add_supplier'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_inventory:supplier_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_inventory.add_supplier'],
        ),
    ),
)

menu = PluginMenu(
    label=_('Inventory'),
    icon_class='mdi mdi-package-variant-closed',
    groups=(
        (
            _('Assets'),
            (
                asset_item,
                item_type_item,
                item_group_item,
            ),
        ),
        (
            _('Procurement'),
            (
                purchase_item,
                delivery_item,
                supplier_item,
            ),
        ),
    ),
)
