from django.utils.translation import gettext_lazy as _
from netbox.plugins import PluginMenu, PluginMenuButton, PluginMenuItem

business_service_item = PluginMenuItem(
    link='plugins:netbox_kit_service_map:businessservice_list',
    link_text=_('Business Services'),
    permissions=['netbox_kit_service_map.view_businessservice'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:businessservice_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_service_map.add_businessservice'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:businessservice_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_service_map.add_businessservice'],
        ),
    ),
)
application_item = PluginMenuItem(
    link='plugins:netbox_kit_service_map:application_list',
    link_text=_('Applications'),
    permissions=['netbox_kit_service_map.view_application'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:application_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_service_map.add_application'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:application_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_service_map.add_application'],
        ),
    ),
)
penetration_test_item = PluginMenuItem(
    link='plugins:netbox_kit_service_map:penetrationtest_list',
    link_text=_('Penetration Tests'),
    permissions=['netbox_kit_service_map.view_penetrationtest'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:penetrationtest_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_service_map.add_penetrationtest'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:penetrationtest_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_service_map.add_penetrationtest'],
        ),
    ),
)
config_item_item = PluginMenuItem(
    link='plugins:netbox_kit_service_map:configitem_list',
    link_text=_('Config Items'),
    permissions=['netbox_kit_service_map.view_configitem'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:configitem_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_service_map.add_configitem'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:configitem_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_service_map.add_configitem'],
        ),
    ),
)
relation_item = PluginMenuItem(
    link='plugins:netbox_kit_service_map:relation_list',
    link_text=_('Relations'),
    permissions=['netbox_kit_service_map.view_relation'],
    buttons=(
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:relation_add',
            title=_('Add'),
            icon_class='mdi mdi-plus-thick',
            permissions=['netbox_kit_service_map.add_relation'],
        ),
        PluginMenuButton(
            link='plugins:netbox_kit_service_map:relation_bulk_import',
            title=_('Import'),
            icon_class='mdi mdi-upload',
            permissions=['netbox_kit_service_map.add_relation'],
        ),
    ),
)

menu = PluginMenu(
    label=_('Service map'),
    icon_class='mdi mdi-graph-outline',
    groups=(
        (
            _('Services'),
            (
                business_service_item,
                application_item,
                penetration_test_item,
            ),
        ),
        (
            _('Structure'),
            (
                config_item_item,
                relation_item,
            ),
        ),
    ),
)
